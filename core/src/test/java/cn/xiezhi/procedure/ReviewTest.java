package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Made.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final Instant NEW_YEAR_2025 = Instant.parse("2024-12-31T16:00:00Z");
    private static final String[] DRAW = {"from", "2025-01-01", "to", "2025-09-30", "perOrgan", "2", "criteria", "主体合法|20\n程序合法｜50\n文书规范|30", "grades", "优秀|90\n合格|60"};

    private final House house = new House();
    private final Officer justice = house.officer("justice", Role.JUSTICE_BUREAU);
    private final Officer town = house.officer("town");
    private final Officer first = house.person("j-1", "评查甲", "justice");
    private final Officer second = house.person("j-2", "评查乙", "justice");

    @BeforeEach
    void ruled() {
        house.rules("review", new Ruled().list("reviewed", "townships").made());
        house.rules("supervision", new Ruled().made());
        house.duty(Ruled.every(Duty.SUPERVISION_REVIEW, Cadence.YEARLY));
    }

    /** A case that the town has decided, handed to it by the bureau. */
    private String decided(String name) {
        Officer bureau = house.officer("bureau");
        String id = ((Decision) house.open(bureau, Transfer.CASE, Optional.empty(), house.transferInput("receiver", "town", "cases", name))).changes().get(0).after().id();
        house.attach(bureau, id, "letter", Optional.empty());
        house.act(bureau, id, "send");
        house.act(town, id, "accept");
        house.act(town, id, "file", "caseNumber", "1");
        assertInstanceOf(Decision.class, house.act(town, id, "decideFiled", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-09-30T10:00:00+08:00"));
        return id;
    }

    private String opened() {
        return ((Decision) house.opensPeriods(Review.PROCEDURE, house.now).get(0)).changes().get(0).after().id();
    }

    private String drawn(int files) {
        for (int i = 0; i < files; i++) {
            decided("案件" + i);
        }
        String id = opened();
        assertInstanceOf(Decision.class, house.act(justice, id, "draw", DRAW));
        return id;
    }

    @Test
    void theCalendar_opensItEachYear_owedByTheYearsEnd() {
        house.now = NEW_YEAR_2025.minusMillis(1);
        assertEquals(List.of("2024 年度行政执法案卷评查"), titles(house.opensPeriods(Review.PROCEDURE, NEW_YEAR_2025.minus(Duration.ofDays(100)))));
        house.now = NEW_YEAR_2025;
        assertEquals(List.of("2025 年度行政执法案卷评查"), titles(house.opensPeriods(Review.PROCEDURE, NEW_YEAR_2025)));
        Matter review = house.matter(opened());
        assertEquals(Optional.of("justice"), review.party("bureau"));
        Obligation owed = review.owed(Duty.SUPERVISION_REVIEW).orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2025, 12, 31)), owed.lastDay());
        assertEquals(NEW_YEAR_2025, owed.trigger());
    }

    private static List<String> titles(List<Outcome> opened) {
        return opened.stream().map(o -> ((Decision) o).changes().get(0).after().title()).toList();
    }

    @Test
    void anOutageOverTwoNewYears_isCaughtUp_eachYearUnderAKeyThatNeverChanges() {
        Instant from = NEW_YEAR_2025.minus(Duration.ofDays(400));
        assertEquals(List.of("2023 年度行政执法案卷评查", "2024 年度行政执法案卷评查", "2025 年度行政执法案卷评查"), titles(house.opensPeriods(Review.PROCEDURE, from)));
    }

    @Test
    void withoutAJusticeBureauInTheRegister_nothingIsOpened_andNobodyOpensItByHand() {
        refused("not-yours-to-do", house.open(justice, Review.PROCEDURE, Optional.empty(), Map.of("year", "2025")));
        house.organs.remove("justice");
        refused("no-organ", house.opensPeriods(Review.PROCEDURE, NEW_YEAR_2025).get(0));
    }

    @Test
    void theSample_isTheSameForEverybodyWhoHasTheSeed_inWhateverOrderTheFilesAreListed() {
        List<Matter> files = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            files.add(house.matter(decided("案件" + i)));
        }
        List<Matter> drawn = Review.drawn("seed", files, 5);
        Collections.shuffle(files, new Random(1));
        assertEquals(drawn, Review.drawn("seed", files, 5));
        assertEquals(5, Set.copyOf(drawn).size());
        assertFalse(drawn.equals(Review.drawn("another", files, 5)));
        assertEquals(30, Review.drawn("seed", files, 100).size());
    }

    @Test
    void theDraw_takesItsSeedFromTheLedger_andRecordsHowManyOfHowMany() {
        String id = drawn(5);
        LedgerEntry opening = house.ledger(id).get(0);
        assertEquals(Optional.of(opening.hash()), house.matter(id).field("seed"));
        assertEquals(Optional.of("town：5 份中抽取 2 份"), house.matter(id).field("population"));
        List<Matter> sample = house.from(id);
        assertEquals(2, sample.size());
        assertTrue(sample.stream().allMatch(f -> house.matter(f.field("file").orElseThrow()).procedure().equals("transfer")));
        assertFalse(house.possible(justice, id).contains("draw"), "a sample is drawn once");
        assertFalse(Decisions.maySee(Procedures.own(), town, sample.get(0)), "the reviewed see it when it is published");
    }

    @Test
    void aDecisionOnATransferredCase_isTheFile_notBoth() {
        String transfer = decided("案件");
        house.rules("enforcement", new Ruled().made());
        String decision = ((Decision) house.open(town, Enforcement.PROCEDURE, Optional.of(transfer), House.input("kind", "penalty", "subject", "甲", "content", "罚款", "major", "false")))
                .changes().get(0).after().id();
        assertInstanceOf(Decision.class, house.act(town, decision, "issue", "number", "1", "decidedAt", "2025-09-30T10:00:00+08:00", "servedAt", "2025-09-30T10:00:00+08:00"));
        String id = opened();
        house.act(justice, id, "draw", DRAW);
        assertEquals(List.of(Optional.of(decision)), house.from(id).stream().map(f -> f.field("file")).toList());
    }

    @Test
    void badSheets_andEmptySpans_areRefusedByField() {
        decided("案件");
        String id = opened();
        List<String[]> wrong = List.of(new String[] {"criteria", "主体合法"}, new String[] {"criteria", "主体合法|0"}, new String[] {"criteria", "主体合法|101"}, new String[] {"criteria", "|20"},
                new String[] {"criteria", "甲|5\n".repeat(21)}, new String[] {"grades", "优秀"}, new String[] {"from", "2025-10-01"}, new String[] {"to", "2025-09-29"},
                new String[] {"perOrgan", "11"}, new String[] {"from", ""});
        for (String[] one : wrong) {
            Map<String, String> input = House.input(DRAW);
            input.put(one[0], one[1]);
            Outcome outcome = house.act(justice, id, "draw", input.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray(String[]::new));
            assertTrue(refused("invalid-fields", outcome).errors().stream().anyMatch(e -> e.field().equals(one[0]) || one[0].equals("to") && e.field().equals("from")), one[1]);
        }
        assertEquals("due", house.matter(id).state());
    }

    private void score(Officer who, String file, String procedure, String... more) {
        Map<String, String> input = House.input("c1", "20", "c2", procedure, "c3", "30");
        input.putAll(House.input(more));
        assertInstanceOf(Decision.class, house.act(who, file, "score", input.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray(String[]::new)));
    }

    @Test
    void twoReviewers_scoreEachFile_andWhatIsTakenOffHasAReason() {
        String file = house.from(drawn(1)).get(0).id();
        assertEquals("c2", refused("invalid-fields", house.act(first, file, "score", "c1", "20", "c2", "51", "c3", "30")).errors().get(0).field());
        assertEquals("reasons", refused("invalid-fields", house.act(first, file, "score", "c1", "20", "c2", "45", "c3", "30")).errors().get(0).field());
        score(first, file, "45", "reasons", "未记录申辩");
        refused("second-reviewer-needed", house.act(first, file, "score", "c1", "20", "c2", "50", "c3", "30"));
        assertEquals("open", house.matter(file).state());
        score(second, file, "40.5", "reasons", "超期送达");
        assertEquals("scored", house.matter(file).state());
        assertEquals(Optional.of("92.75"), house.matter(file).field("score"));
        assertEquals(Optional.of("主体合法：20/20\n程序合法：40.5/50\n文书规范：30/30"), house.matter(file).field("secondPoints"));
    }

    @Test
    void results_arePublishedPerOrgan_onceEveryFileIsScored() {
        String id = drawn(2);
        List<String> files = house.from(id).stream().map(Matter::id).toList();
        score(first, files.get(0), "50");
        score(second, files.get(0), "50");
        score(first, files.get(1), "20", "reasons", "程序违法");
        assertTrue(refused("not-all-scored", house.act(justice, id, "publish")).message().contains("1 份"));
        score(second, files.get(1), "30", "reasons", "程序违法");
        house.act(justice, id, "publish");
        // (100 + (70 + 80) / 2) / 2
        assertEquals(Optional.of("town：平均 87.50 分（2 份），合格"), house.matter(id).field("results"));
        assertEquals(Status.MET, house.matter(id).obligations().get(0).status());
        assertFalse(house.matter(id).open());
        assertTrue(files.stream().allMatch(f -> house.matter(f).state().equals("published") && Decisions.maySee(Procedures.own(), town, house.matter(f))));
        assertTrue(Decisions.maySee(Procedures.own(), town, house.matter(id)));
    }

    @Test
    void aFinding_becomesASupervision_once() {
        String file = house.from(drawn(1)).get(0).id();
        score(first, file, "50");
        score(second, file, "50");
        house.act(justice, file, "supervise", "finding", "案卷缺送达回证");
        Matter supervision = house.from(file).get(0);
        assertEquals("supervision", supervision.procedure());
        assertEquals("planned", supervision.state());
        assertEquals(Optional.of("town"), supervision.field("supervised"));
        refused("already-supervised", house.act(justice, file, "supervise", "finding", "再次"));
        assertTrue(house.possible(justice, supervision.id()).contains("begin"));
    }

    @Test
    void nobodyOpensAFileByHand() {
        refused("not-yours-to-do", house.open(justice, Casefile.PROCEDURE, Optional.empty(), Map.of()));
        String file = house.from(drawn(1)).get(0).id();
        assertFalse(house.possible(justice, file).contains("publish"));
    }
}
