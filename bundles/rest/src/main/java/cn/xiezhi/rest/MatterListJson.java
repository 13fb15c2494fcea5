package cn.xiezhi.rest;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Words;
import cn.xiezhi.procedure.Finding;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the list of matters; with what a search by words found in each. */
record MatterListJson(List<ListedMatter> items, Optional<String> next) {
    /** A table is no copy of the register: who needs more narrows the filters. */
    private static final int MOST_ROWS = 2000;
    private static final int PAGE = 100;
    private static final List<String> HEADING = List.of("编号", "标题", "规程", "状态", "各方", "最近职责", "最近时限", "登记时间", "更新时间");

    /** @param actions what this person may do now to bring the matter on */
    record ListedMatter(@JsonUnwrapped MatterJson.Summary summary, List<FoundAt> found, List<ObligationsResource.NextAction> actions) {}

    /**
     * @param label whose text it is
     * @param entry number of the ledger entry; empty for title and number
     * @param marks from inclusive and to exclusive, in UTF-16 units
     */
    record FoundAt(String label, Optional<Integer> entry, Optional<Instant> at, String text, List<Words.Mark> marks) {}

    static MatterListJson of(Reading.Page<Reading.Found> page, Desk desk, Officer officer) {
        Function<Reading.Found, MatterJson.Summary> summary = summary(page, desk, officer);
        Map<String, MatterView> views = desk.views(officer, page.items().stream().map(Reading.Found::matter).toList());
        return new MatterListJson(page.items().stream().map(f -> new ListedMatter(summary.apply(f), f.places().stream().map(p -> foundAt(f.procedure(), p)).toList(),
                Optional.ofNullable(views.get(f.matter().id())).map(ObligationsResource.NextAction::of).orElse(List.of()))).toList(), last(page).map(PageToken::of));
    }

    private static Function<Reading.Found, MatterJson.Summary> summary(Reading.Page<Reading.Found> page, Desk desk, Officer officer) {
        Map<String, Organ> organs = desk.organs(officer);
        Procedures known = desk.procedures();
        return f -> MatterJson.summary(known, f.matter(), organs, officer, page.now(), page.calendar());
    }

    /** The heading, then what the filters let through, the newest first. */
    static List<List<String>> table(Services services, Officer officer, MatterFilters filters) {
        List<List<String>> rows = new ArrayList<>();
        Optional<MatterQuery.After> after = Optional.empty();
        do {
            Reading.Page<Reading.Found> page = services.reading().list(officer, filters.wanted(officer, after, PAGE));
            page.items().stream().map(summary(page, services.desk(), officer)).forEach(m -> rows.add(row(m)));
            after = last(page);
        } while (after.isPresent() && rows.size() < MOST_ROWS);
        return Stream.concat(Stream.of(HEADING), rows.stream().limit(MOST_ROWS)).toList();
    }

    private static Optional<MatterQuery.After> last(Reading.Page<Reading.Found> page) {
        return page.more() ? Optional.of(page.items().get(page.items().size() - 1).matter()).map(m -> new MatterQuery.After(m.openedAt(), m.id())) : Optional.empty();
    }

    private static List<String> row(MatterJson.Summary m) {
        return List.of(m.number(), m.title(), m.procedureName(), m.stateName(), m.parties().stream().map(p -> p.partName() + " " + p.organ().name()).collect(Collectors.joining("；")),
                m.nextDue().map(MatterJson.NextDue::dutyName).orElse(""), m.nextDue().flatMap(MatterJson.NextDue::dueAt).map(Texts::end).orElse(""), Texts.time(m.openedAt()), Texts.time(m.updatedAt()));
    }

    private static FoundAt foundAt(Procedure procedure, Finding.Place p) {
        String label = p.entry().isPresent() ? procedure.vocabulary().get(p.field()).label() : p.field().equals("title") ? "标题" : "编号";
        return new FoundAt(label, p.entry().map(LedgerEntry::seq), p.entry().map(LedgerEntry::at), p.excerpt().text(), p.excerpt().marks());
    }
}
