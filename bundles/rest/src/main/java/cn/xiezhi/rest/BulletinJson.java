package cn.xiezhi.rest;

import cn.xiezhi.assessment.Figures;
import cn.xiezhi.bulletin.Bulletin;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.OrganJson.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bulletin with names in place of ids; both days belong to it. */
record BulletinJson(LocalDate from, LocalDate to, Instant judgedAt, boolean whole, List<OfProcedure> procedures, List<OfOrgan> organs, Limits total,
        List<Item> disputes, List<Item> resolutions, List<Item> hazards) {

    record OfProcedure(String procedure, String name, int opened, int ended, int running) {}

    record OfOrgan(Named organ, List<Opened> opened, Limits limits) {}

    record Opened(String procedure, String name, int count) {}

    /** What became of the limits: judged by the number, or without one. */
    record Limits(int onTime, int late, int refused, int unanswered, int running, int metWithoutNumber, int openWithoutNumber) {}

    record Item(String matter, String procedureName, Optional<String> title, List<Named> organs, String stateName, boolean open, Optional<LocalDate> lastDay,
            boolean overdue) {}

    static BulletinJson of(Procedures known, Bulletin b, LocalDate from, LocalDate to, Map<String, Organ> organs) {
        return new BulletinJson(from, to, b.judgedAt(), b.whole(),
                b.procedures().stream().map(p -> new OfProcedure(p.procedure(), known.name(p.procedure()), p.opened(), p.ended(), p.running())).toList(),
                b.organs().stream().map(o -> new OfOrgan(named(organs, o.organ()),
                        o.opened().entrySet().stream().map(e -> new Opened(e.getKey(), known.name(e.getKey()), e.getValue())).toList(), limits(o.figures()))).toList(),
                limits(b.total()), items(known, b.disputes(), organs), items(known, b.resolutions(), organs), items(known, b.hazards(), organs));
    }

    private static List<Item> items(Procedures known, List<Bulletin.Item> items, Map<String, Organ> organs) {
        return items.stream().map(i -> new Item(i.matter(), known.name(i.procedure()), i.title(), i.organs().stream().map(o -> named(organs, o)).toList(),
                known.stateName(i.procedure(), i.state()), i.open(), i.lastDay(), i.overdue())).toList();
    }

    private static Limits limits(Figures f) {
        return new Limits(f.onTime(), f.late(), f.refused(), f.unanswered(), f.running(), f.metWithoutNumber(), f.openWithoutNumber());
    }

    private static Named named(Map<String, Organ> organs, String id) {
        return new Named(id, Organ.name(organs, id));
    }
}
