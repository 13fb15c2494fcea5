package cn.xiezhi.rest;

import cn.xiezhi.assessment.Listing;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.rest.OrganJson.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What stands behind a figure. */
record ListingJson(int count, List<Row> rows) {
    /** @param seen whether this person may open the matter */
    record Row(String matter, boolean seen, String title, String procedureName, String stateName, Optional<Instant> openedAt, Optional<Named> organ, Optional<String> dutyName,
            Optional<String> dueText, Optional<Instant> closedAt, Optional<String> note) {}

    /** Names what a row shows, as of one moment. */
    record Names(Procedures known, Function<String, String> organ, Instant now) {
        Row row(Owed o, Optional<String> note) {
            return row(o.matter(), true, o.title(), o.procedure(), o.state(), Optional.empty(), Optional.of(o.obligation()), note);
        }

        Row row(Matter m, Optional<String> note) {
            return row(m.id(), true, m.title(), m.procedure(), m.state(), Optional.of(m.openedAt()), Optional.empty(), note);
        }

        Row row(Listing.Line l) {
            return row(l.matter(), l.seen(), l.title(), l.procedure(), l.state(), Optional.of(l.openedAt()), l.obligation(), Optional.empty());
        }

        private Row row(String matter, boolean seen, String title, String procedure, String state, Optional<Instant> openedAt, Optional<Obligation> o, Optional<String> note) {
            return new Row(matter, seen, title, known.name(procedure), known.stateName(procedure, state), openedAt,
                    o.map(x -> new Named(x.owedBy(), organ.apply(x.owedBy()))), o.map(x -> known.text(x.duty())), o.map(x -> Texts.due(x.dueAtExclusive(), now)),
                    o.flatMap(Obligation::closedAt), note);
        }
    }

    static ListingJson of(Listing listing, Names names) {
        return new ListingJson(listing.count(), listing.lines().stream().map(names::row).toList());
    }
}
