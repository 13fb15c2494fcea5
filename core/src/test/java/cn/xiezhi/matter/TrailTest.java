package cn.xiezhi.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Trail.Event;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailTest {
    private static final Instant TUE_2025_09_30 = Instant.parse("2025-09-30T02:00:00.123Z");
    private static final Obligation SEND = new Obligation("m1-1", Duty.TRANSFER_SEND, Variant.NORMAL, "town", TUE_2025_09_30, Limit.workingDays(5),
            Optional.of(LocalDate.of(2025, 10, 14)), Optional.of(Instant.parse("2025-10-14T16:00:00Z")), false, Obligation.Status.OPEN, Optional.empty(), "2021.1",
            "测试办法 二（一） 第 3 款");
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Officer bureau = house.officer("bureau");

    private List<Event> events(String id) {
        return house.ledger(id).stream().flatMap(e -> Trail.of(e).stream()).map(Trail::event).toList();
    }

    private static LedgerEntry entry(Map<String, String> details) {
        return new LedgerEntry(1, TUE_2025_09_30, "zhang", "张", "town", "send", "", "sent", details, Optional.empty(), "2021.1", "", "");
    }

    @Test
    void fullStory_isRebuiltFromTheLedgerAlone() {
        String id = house.opened();
        house.act(town, id, "extend", "extensionReason", "调查核实", "extensionNotice", "电话告知");
        house.attach(town, id, "letter", Optional.empty());
        house.pass(Duration.ofDays(30));
        house.act(town, id, "send");
        house.act(bureau, id, "accept");
        house.act(bureau, id, "file", "caseNumber", "〔2025〕1号");
        house.act(bureau, id, "decideFiled", "outcome", "penalty", "decision", "罚款", "decidedAt", "2025-10-30T10:00:00+08:00");
        assertEquals(List.of(Event.AROSE, Event.EXTENDED, Event.MET, Event.AROSE, Event.MET, Event.AROSE), events(id));
        assertEquals(house.matter(id).obligations(), Trail.replay(house.ledger(id)));
        assertTrue(house.matter(id).obligations().get(0).overdue(house.now), "met after its extended end");
    }

    @Test
    void passingOnAndWithdrawing_areInTheLedgersOfTheMattersThatTheyTouch() {
        String id = house.sent();
        house.act(bureau, id, "passOn", "onwardTo", "third", "onwardReason", "属第三方职责");
        assertEquals(List.of(Event.AROSE, Event.MET, Event.AROSE, Event.PASSED_ON), events(id));
        String next = house.from(id).get(0).id();
        assertEquals(List.of(Event.AROSE), events(next));
        house.act(house.officer("bureau", Role.LEADER), next, "withdraw", "withdrawReason", "重复");
        assertEquals(List.of(Event.AROSE, Event.CANCELLED), events(next));
        for (String m : List.of(id, next)) {
            assertEquals(house.matter(m).obligations(), Trail.replay(house.ledger(m)));
        }
    }

    @Test
    void actThatTouchesNoObligation_saysNothingOfThem() {
        String id = house.opened();
        Decision note = (Decision) house.act(town, id, "note", "note", "已电话联系");
        assertEquals(List.of("note"), List.copyOf(note.changes().get(0).entries().get(0).details().keySet()));
    }

    static Stream<Obligation> everyKind() {
        Obligation immediate = new Obligation("m1-2", Duty.HAZARD_NOTIFY, Variant.NORMAL, "town", TUE_2025_09_30, Limit.immediately(), Optional.of(LocalDate.of(2025, 9, 30)),
                Optional.of(TUE_2025_09_30), false, Obligation.Status.OPEN, Optional.empty(), "1", "甲 乙  丙");
        Obligation hours = new Obligation("m1-3", Duty.TRANSFER_SEND, Variant.URGENT, "o-1", TUE_2025_09_30, Limit.hours(24), Optional.of(LocalDate.of(2025, 10, 1)),
                Optional.of(TUE_2025_09_30.plusSeconds(86_400)), true, Obligation.Status.OPEN, Optional.empty(), "1", "𠮷");
        Obligation promptly = new Obligation("m1-4", Duty.TRANSFER_RESULT, Variant.NORMAL, "town", TUE_2025_09_30, Limit.promptly(), Optional.empty(), Optional.empty(), false,
                Obligation.Status.OPEN, Optional.empty(), "1", "");
        return Stream.of(SEND, immediate, hours, promptly)
                .flatMap(o -> Stream.concat(Stream.of(o), Stream.of(Obligation.Status.MET, Obligation.Status.CANCELLED, Obligation.Status.PASSED_ON, Obligation.Status.REFUSED)
                        .map(how -> o.closed(how, TUE_2025_09_30))));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindOfObligation_comesBackAsItWas(Obligation o) {
        assertEquals(List.of(o), Trail.replay(List.of(entry(Trail.details(List.of(), List.of(o))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "arose", "ended transfer.send normal town 2025-09-30T02:00:00Z workingDays:5 - fixed 1 x", "arose transfer normal town 2025-09-30T02:00:00Z workingDays:5 - fixed 1 x",
        "arose transfer.send normal town 2025-09-30 workingDays:5 - fixed 1 x", "arose transfer.send normal town 2025-09-30T02:00:00Z workingDays - fixed 1 x",
        "arose transfer.send normal town 2025-09-30T02:00:00Z workingDays:05 - fixed 1 x", "arose transfer.send normal town 2025-09-30T02:00:00Z workingDays:0 - fixed 1 x",
        "arose transfer.send normal town 2025-09-30T02:00:00Z workingDays:5 - firm 1 x", "arose transfer.send normal  2025-09-30T02:00:00Z workingDays:5 - fixed 1 x"})
    void whatWasNotWrittenSo_isNotGuessed(String text) {
        assertThrows(IllegalArgumentException.class, () -> Trail.of(entry(Map.of("obligation.m1-1", text))));
    }

    @ParameterizedTest
    @CsvSource({"'to wn', 1", "'', 1", "town, '1 2'"})
    void idThatWouldReadAsTwo_isNotWritten(String organ, String version) {
        Obligation o = new Obligation("m1-1", Duty.TRANSFER_RESULT, Variant.NORMAL, organ, TUE_2025_09_30, Limit.promptly(), Optional.empty(), Optional.empty(), false,
                Obligation.Status.OPEN, Optional.empty(), version, "x");
        assertThrows(IllegalArgumentException.class, () -> Trail.details(List.of(), List.of(o)));
    }
}
