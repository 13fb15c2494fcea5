package cn.xiezhi.rest;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.SharedKind;
import cn.xiezhi.procedure.Sharing;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.ExportJson.Column;
import cn.xiezhi.time.Zone;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shared records as a table: what all have, and the fields of their kind. */
final class ExportTable {
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private record Cell(Column column, boolean time, Function<Matter, Optional<String>> value) {}

    private final Map<String, Organ> organs;
    private final List<Cell> cells = new ArrayList<>();

    ExportTable(SharedKind kind, Map<String, Organ> organs, Function<Matter, String> category) {
        this.organs = organs;
        add("id", "编号", false, m -> Optional.of(m.id()));
        add("provider", "提供单位", false, m -> m.party(Sharing.PROVIDER).map(this::organ));
        add("category", "信息类别", false, m -> Optional.of(category.apply(m)));
        recorded("title", "标题", false);
        recorded("summary", "信息内容", false);
        kind.fields().forEach(f -> add(f.id(), f.label(), f.type() == Field.Type.DATE_TIME,
                m -> m.field(f.id()).map(v -> f.type() == Field.Type.ORGAN ? organ(v) : v)));
        recorded("formedAt", "信息形成时间", true);
        recorded(Sharing.PUBLISHED_AT, "共享时间", true);
        recorded(Sharing.EDITION, "版本", false);
        add("state", "状态", false, m -> Optional.of(Sharing.PROCEDURE.state(m.state()).name()));
    }

    private void recorded(String field, String label, boolean time) {
        add(field, label, time, m -> m.field(field));
    }

    private void add(String id, String label, boolean time, Function<Matter, Optional<String>> value) {
        cells.add(new Cell(new Column(id, label), time, value));
    }

    private String organ(String id) {
        return Organ.name(organs, id);
    }

    List<Column> columns() {
        return cells.stream().map(Cell::column).toList();
    }

    List<Map<String, String>> rows(List<Matter> records) {
        return records.stream().map(m -> {
            Map<String, String> row = new LinkedHashMap<>();
            cells.forEach(c -> row.put(c.column().id(), text(c, m, JsonProvider.TIME)));
            return row;
        }).toList();
    }

    List<List<String>> cells(List<Matter> records) {
        return records.stream().map(m -> cells.stream().map(c -> text(c, m, FILE_TIME)).toList()).toList();
    }

    private static String text(Cell cell, Matter record, DateTimeFormatter time) {
        return cell.value().apply(record).map(v -> cell.time() ? time.format(Zone.local(OffsetDateTime.parse(v).toInstant())) : v).orElse("");
    }
}
