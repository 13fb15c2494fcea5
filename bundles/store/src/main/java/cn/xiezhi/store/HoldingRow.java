package cn.xiezhi.store;

import cn.xiezhi.registry.Holding;
import cn.xiezhi.registry.Item;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

@Entity
@Table(name = "holding")
class HoldingRow {
    static final RowTable<HoldingRow> TABLE = new RowTable<HoldingRow>("holding").key("jurisdiction", Types.VARCHAR, h -> h.jurisdiction).key("item", Types.VARCHAR, h -> h.item)
            .key("position", Types.INTEGER, h -> h.position).column("holding_mode", Types.VARCHAR, h -> h.mode).column("from_day", Types.VARCHAR, h -> h.from)
            .column("until_day", Types.VARCHAR, h -> h.until).column("department", Types.VARCHAR, h -> h.department).column("townships", Types.VARCHAR, h -> h.townships)
            .column("letter", Types.VARCHAR, h -> h.letter).column("basis", Types.VARCHAR, h -> h.basis);
    /** By item: an item's holdings are replaced together. */
    static final RowTable<Item> OF_ITEM = new RowTable<Item>("holding").key("jurisdiction", Types.VARCHAR, Item::jurisdiction).key("item", Types.VARCHAR, Item::code);

    @Id String jurisdiction;
    @Id String item;
    @Id int position;
    @Column(name = "holding_mode") String mode;
    @Column(name = "from_day") String from;
    @Column(name = "until_day") String until;
    String department;
    String townships;
    String letter;
    String basis;

    static List<HoldingRow> of(Item item) {
        return IntStream.range(0, item.holdings().size()).mapToObj(i -> of(item, i)).toList();
    }

    private static HoldingRow of(Item item, int position) {
        Holding h = item.holdings().get(position);
        HoldingRow row = new HoldingRow();
        row.jurisdiction = item.jurisdiction();
        row.item = item.code();
        row.position = position;
        row.mode = h.mode().code();
        row.from = h.from().toString();
        row.until = h.until().map(LocalDate::toString).orElse(null);
        row.department = h.department();
        row.townships = Json.of(h.townships());
        row.letter = h.letter().orElse(null);
        row.basis = h.basis();
        return row;
    }

    Holding value() {
        return new Holding(Holding.Mode.of(mode).orElseThrow(), LocalDate.parse(from), Optional.ofNullable(until).map(LocalDate::parse), department, List.copyOf(Json.set(townships)),
                Optional.ofNullable(letter), basis);
    }
}
