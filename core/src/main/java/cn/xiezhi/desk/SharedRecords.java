package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Read;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.SharedKind;
import cn.xiezhi.procedure.Sharing;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shared records for export: those that the officer's organ sees. An export shows all of a record, so it is logged as a read of each.
 *
 * @param records the last formed first as far as they were shared in that order
 * @param complete false if there are too many; then none is given and no read is logged
 */
public record SharedRecords(List<Matter> records, boolean complete) {
    /** So many matters are looked at for one export. */
    static final int MOST = 5_000;
    private static final int PAGE = 100;

    /** @param from first day, {@code to} last day on which the information came into being */
    static SharedRecords export(MatterStore store, Officer officer, SharedKind kind, LocalDate from, LocalDate to, Instant now) {
        if (!Decisions.seesOwn(officer) && !Decisions.readsAcross(officer)) {
            return new SharedRecords(List.of(), true);
        }
        Optional<String> partyOf = Decisions.readsAcross(officer) ? Optional.empty() : Optional.of(officer.organ().id());
        List<Matter> records = new ArrayList<>();
        Optional<MatterQuery.After> after = Optional.empty();
        for (int looked = 0; looked < MOST; looked += PAGE) {
            List<Matter> page = store.list(new MatterQuery(officer.jurisdiction(), partyOf, Optional.empty(), Optional.of(Sharing.PROCEDURE.id()), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), after, PAGE));
            page.stream().filter(m -> m.field(Sharing.PUBLISHED_AT).isPresent() && kind.is(m) && formedWithin(m, from, to)).forEach(records::add);
            // Nothing is recorded before it came into being, and the last opened come first.
            if (page.size() < PAGE || Zone.day(page.get(PAGE - 1).openedAt()).isBefore(from)) {
                store.keepReads(officer.jurisdiction(), records.stream().map(m ->
                        new Read(m.id(), officer.user(), officer.name(), officer.organ().id(), now, Read.What.EXPORT, Optional.empty())).toList());
                return new SharedRecords(records, true);
            }
            after = Optional.of(new MatterQuery.After(page.get(PAGE - 1).openedAt(), page.get(PAGE - 1).id()));
        }
        return new SharedRecords(List.of(), false);
    }

    private static boolean formedWithin(Matter record, LocalDate from, LocalDate to) {
        LocalDate formed = Zone.day(OffsetDateTime.parse(record.field("formedAt").orElseThrow()).toInstant());
        return !formed.isBefore(from) && !formed.isAfter(to);
    }
}
