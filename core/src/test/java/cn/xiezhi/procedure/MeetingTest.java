package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.assessment.Period;
import cn.xiezhi.bulletin.Bulletin;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ProcedureRules.Entry;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A made-up county with a joint meeting each month: office at the bureau, chair in the government, members bureau, justice and police. */
class MeetingTest {
    private final House house = new House();
    private final Officer office = house.officer("bureau");
    private final Officer justice = house.officer("justice");
    private final Officer police = house.officer("police");
    private final Officer chair = house.officer("government", Role.LEADER);

    static Entry entry(String id, String name, Organ.Kind by) {
        return new Entry(id, name, Optional.ofNullable(by).map(Organ.Kind::code), true, "测试办法 会议 " + id);
    }

    static void limit(House house, Duty duty, Limit limit) {
        house.duty(new DutyRule(duty, Map.of(Variant.NORMAL, new LimitRule(limit, Optional.empty(), "测试办法 " + duty.id())), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static void cadence(House house, Cadence cadence) {
        house.duty(new DutyRule(Duty.MEETING_CONVENE, Map.of(), Optional.empty(), Optional.of(new Cited<>(cadence, "测试办法 周期")), Optional.empty()));
    }

    @BeforeEach
    void jointMeetingEachMonth() {
        rules(Map.of("chairApproves", House.rule("审定"), "chairSigns", House.rule("签发"), "invited", House.rule("邀请")));
        cadence(house, Cadence.MONTHLY);
        limit(house, Duty.MEETING_AGENDA_CALL, new Limit(Count.CALENDAR_DAYS_BEFORE, 10));
        limit(house, Duty.MEETING_MINUTES, Limit.promptly());
        house.duty(new DutyRule(Duty.MEETING_RESOLUTION, Map.of(Variant.NORMAL, new LimitRule(Limit.promptly(), Optional.empty(), "测试办法 落实")), Optional.empty(),
                Optional.empty(), Optional.of(House.rule("纪要日期"))));
    }

    private void rules(Map<String, Cited<String>> texts) {
        house.rules("meeting", new ProcedureRules("测试办法 会议", texts, Map.of(), Map.of(
                "kinds", List.of(entry("regular", "联席会议", null), entry("adHoc", "临时会议", null), entry("thematic", "专题会议", null), entry("town", "镇街会议", Organ.Kind.TOWNSHIP)),
                "office", List.of(entry("office", "bureau", Organ.Kind.DEPARTMENT)), "chair", List.of(entry("chair", "组长", Organ.Kind.GOVERNMENT)),
                "members", List.of(entry("bureau", "bureau", Organ.Kind.DEPARTMENT), entry("justice", "司法局", Organ.Kind.JUSTICE_BUREAU), entry("police", "公安局", Organ.Kind.POLICE),
                        entry("court", "人民法院", null)))));
    }

    private static Refusal refusal(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        return refusal;
    }

    private void done(Officer who, String id, String action, String... input) {
        assertInstanceOf(Decision.class, house.act(who, id, action, input), action);
    }

    private static String id(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome, outcome.toString()).changes().get(0).after().id();
    }

    /** The September 2025 meeting as the calendar opens it. */
    private String september() {
        return id(house.opensPeriods(Meeting.PROCEDURE, house.now).get(0));
    }

    private Outcome called(Officer who, String kind, String... more) {
        Map<String, String> input = House.input("kind", kind, "subject", "夜间施工噪声", "topics", "夜间施工噪声的管辖");
        input.putAll(House.input(more));
        return house.open(who, Meeting.PROCEDURE, Optional.empty(), input);
    }

    /** Approved and held in October. */
    private String held(String id) {
        done(office, id, "setDay", "day", "2025-10-20");
        done(office, id, "callTopics");
        done(justice, id, "addTopic", "topic", "共享执法数据");
        done(office, id, "submitTopics");
        done(chair, id, "approveTopics", "agenda", "共享执法数据");
        done(office, id, "hold", "heldOn", "2025-09-30", "attended", "bureau\njustice");
        return id;
    }

    private String resolution(String meeting) {
        return house.from(meeting).stream().filter(m -> m.procedure().equals("resolution")).findFirst().orElseThrow().id();
    }

    private Obligation owed(String id, Duty duty) {
        List<Obligation> all = house.matter(id).obligations().stream().filter(o -> o.duty().equals(duty)).toList();
        return all.get(all.size() - 1);
    }

    @Test
    void eachMonth_isOpenedByTheCalendar_owedByTheOfficeToTheMonthsLastDay() {
        String id = september();
        Matter m = house.matter(id);
        assertEquals("联席会议（2025年9月）", m.title());
        assertEquals(List.of(Set.of("bureau"), Set.of("government"), Set.of("bureau", "justice", "police")), List.of(m.organs("office"), m.organs("chair"), m.organs("member")));
        assertEquals(Optional.of(LocalDate.of(2025, 9, 30)), owed(id, Duty.MEETING_CONVENE).lastDay());
        assertEquals("bureau", owed(id, Duty.MEETING_CONVENE).owedBy());
        assertEquals(Optional.of("人民法院"), m.field("unregistered"));
    }

    @Test
    void meetingThatNobodyHeld_staysOverdue_andTheNextPeriodOpensAllTheSame() {
        Instant installed = house.now;
        String september = september();
        house.pass(Duration.ofDays(62));
        List<Outcome> periods = house.opensPeriods(Meeting.PROCEDURE, installed);
        assertEquals(List.of("联席会议（2025年9月）", "联席会议（2025年10月）", "联席会议（2025年11月）", "联席会议（2025年12月）"),
                periods.stream().map(o -> house.matter(id(o)).title()).toList());
        assertTrue(owed(september, Duty.MEETING_CONVENE).overdue(house.now));
        assertTrue(house.matter(september).open());
    }

    @Test
    void halfYear_beginsInJanuaryAndJuly() {
        cadence(house, Cadence.HALF_YEARLY);
        house.now = Instant.parse("2026-07-01T00:00:00Z");
        List<String> titles = house.opensPeriods(Meeting.PROCEDURE, House.TUE_2025_09_30_10H).stream().map(o -> house.matter(id(o)).title()).toList();
        assertEquals(List.of("联席会议（2025年下半年）", "联席会议（2026年上半年）", "联席会议（2026年下半年）"), titles);
        assertEquals(List.of("2026-H2", "2027-H1"), List.of(new MeetingPeriod(LocalDate.of(2026, 7, 1), 6).key(), new MeetingPeriod(LocalDate.of(2026, 7, 1), 6).next().key()));
        assertEquals(List.of("2026", "2027年"), List.of(new MeetingPeriod(LocalDate.of(2026, 1, 1), 12).key(), MeetingPeriod.text(new MeetingPeriod(LocalDate.of(2026, 1, 1), 12).next().key())));
    }

    /** 31 August 16:00 in UTC is already September in Shanghai. */
    @Test
    void periodBeginsAtMidnightInShanghai() {
        house.now = Instant.parse("2025-08-31T16:00:00Z");
        assertEquals("联席会议（2025年9月）", house.matter(september()).title());
    }

    @Test
    void withoutANumber_theCalendarOpensNothing_andARegularMeetingIsCalledByHand() {
        cadence(house, Cadence.REGULAR);
        assertEquals(List.of(), house.opensPeriods(Meeting.PROCEDURE, house.now));
        String id = id(called(chair, "regular"));
        assertEquals(Optional.empty(), owed(id, Duty.MEETING_CONVENE).lastDay());
        cadence(house, Cadence.MONTHLY);
        refusal("invalid-fields", called(chair, "regular"));
    }

    @Test
    void regularMeeting_cannotBeCalledOff() {
        assertFalse(house.possible(house.officer("bureau", Role.LEADER), september()).contains("withdraw"));
    }

    @Test
    void agendaCall_isCountedBackwardsFromTheDay_andAgainWhenTheDayMoves() {
        String id = september();
        done(office, id, "setDay", "day", "2025-10-31");
        assertEquals(Optional.of(LocalDate.of(2025, 10, 21)), owed(id, Duty.MEETING_AGENDA_CALL).lastDay());
        assertEquals("agenda-not-called", refusal("agenda-not-called", house.act(office, id, "submitTopics")).code());
        done(office, id, "setDay", "day", "2025-10-25");
        assertEquals(Optional.of(LocalDate.of(2025, 10, 15)), house.matter(id).owed(Duty.MEETING_AGENDA_CALL).orElseThrow().lastDay());
        done(office, id, "callTopics");
        assertEquals(Status.MET, owed(id, Duty.MEETING_AGENDA_CALL).status());
        assertFalse(house.matter(id).field("agendaLate").orElseThrow().startsWith("已迟"));
    }

    @Test
    void dayTooNearForTheCall_isNotRefused_butSaidToBeLate() {
        String id = september();
        done(office, id, "setDay", "day", "2025-10-09");
        assertTrue(house.matter(id).field("agendaLate").orElseThrow().startsWith("已迟"));
        assertTrue(owed(id, Duty.MEETING_AGENDA_CALL).overdue(house.now));
    }

    @Test
    void topicsComeFromEveryMember_withWhoProposedThem_andFromNobodyElse() {
        String id = september();
        done(police, id, "addTopic", "topic", "𠮷祥路联合整治");
        assertEquals(Optional.of("𠮷祥路联合整治（police提出）"), house.matter(id).field("topics"));
        refusal("not-yours-to-do", house.act(house.officer("third"), id, "addTopic", "topic", "x"));
        refusal("invalid-fields", house.act(police, id, "addTopic", "topic", "长".repeat(121)));
        refusal("invalid-fields", house.act(police, id, "addTopic", "topic", "a\u0000b"));
    }

    @Test
    void meetingIsNotHeldBeforeTheChairHasApprovedItsTopics() {
        String id = september();
        done(office, id, "setDay", "day", "2025-10-20");
        done(office, id, "callTopics");
        assertEquals(Optional.of("测试办法 审定"), refusal("topics-not-approved", house.act(office, id, "hold", "heldOn", "2025-09-30", "attended", "bureau")).citation());
        refusal("no-topics", house.act(office, id, "submitTopics"));
        done(justice, id, "addTopic", "topic", "共享执法数据");
        done(office, id, "submitTopics");
        refusal("not-yours-to-do", house.act(office, id, "approveTopics", "agenda", "共享执法数据"));
        refusal("not-yours-to-do", house.act(house.officer("government"), id, "approveTopics", "agenda", "共享执法数据"));
        done(chair, id, "approveTopics", "agenda", "共享执法数据");
        assertEquals("ready", house.matter(id).state());
    }

    @Test
    void held_recordsWhoWasMissing_andMeetsTheDuty() {
        String id = held(september());
        assertEquals(Optional.of("police"), house.matter(id).field("absent"));
        assertEquals(Status.MET, owed(id, Duty.MEETING_CONVENE).status());
        assertEquals("bureau", owed(id, Duty.MEETING_MINUTES).owedBy());
    }

    @Test
    void attendance_isOfThoseWhoBelongThere_andNotOfAnEarlierPeriod() {
        String id = september();
        done(justice, id, "addTopic", "topic", "x");
        done(office, id, "setDay", "day", "2025-10-20");
        done(office, id, "callTopics");
        done(office, id, "submitTopics");
        done(chair, id, "approveTopics", "agenda", "x");
        for (String[] wrong : new String[][] {{"2025-09-30", "bureau\nthird"}, {"2025-08-31", "bureau\njustice"}, {"2025-10-01", "bureau\njustice"},
                {"1999-12-31", "bureau\njustice"}, {"2025-09-30", "justice\npolice"}}) {
            refusal("invalid-fields", house.act(office, id, "hold", "heldOn", wrong[0], "attended", wrong[1]));
        }
        assertEquals("attended", refusal("invalid-fields", house.act(office, id, "hold", "heldOn", "2025-09-30", "attended", "justice")).errors().get(0).field(), "who convenes it is there");
    }

    @Test
    void minutes_areIssuedOnlyWhenTheChairHasSigned_andNobodyElseSigns() {
        String id = held(september());
        done(office, id, "draftMinutes", "minutes", "一、……");
        assertEquals(Optional.of("测试办法 签发"), refusal("minutes-not-signed", house.act(office, id, "issue")).citation());
        refusal("not-yours-to-do", house.act(house.officer("bureau", Role.LEADER), id, "sign"));
        refusal("not-yours-to-do", house.act(house.officer("government", Role.LIAISON), id, "sign"));
        done(chair, id, "sign");
        done(office, id, "issue");
        assertEquals(Status.MET, owed(id, Duty.MEETING_MINUTES).status());
        assertEquals("done", house.matter(id).state(), "nothing was resolved");
    }

    @Test
    void whereTheOfficeIssuesTheMinutes_theChairIsNotAsked() {
        rules(Map.of("chairApproves", House.rule("审定")));
        String id = held(september());
        done(office, id, "draftMinutes", "minutes", "一、……");
        assertFalse(house.possible(chair, id).contains("sign"));
        done(office, id, "issue");
        assertEquals("done", house.matter(id).state());
    }

    @Test
    void resolution_isOwedFromTheMinutesOn_andTheMeetingClosesWithTheLast() {
        String id = held(september());
        done(office, id, "resolve", "resolution", "开放处罚数据接口", "responsible", "justice", "by", "2025-10-31");
        done(office, id, "resolve", "resolution", "每周联合巡查", "responsible", "police");
        List<String> both = house.from(id).stream().map(Matter::id).sorted().toList();
        assertFalse(Decisions.maySee(Procedures.own(), justice, house.matter(both.get(0))), "nothing binds before the minutes are out");
        done(office, id, "draftMinutes", "minutes", "一、……");
        done(chair, id, "sign");
        done(office, id, "issue");
        assertEquals("tracking", house.matter(id).state());
        assertEquals(Optional.of("开放处罚数据接口（justice，2025年10月31日前）\n每周联合巡查（police，及时）"), house.matter(id).field("resolutions"));
        assertEquals(Optional.of(LocalDate.of(2025, 10, 31)), owed(both.get(0), Duty.MEETING_RESOLUTION).lastDay());
        assertEquals(Optional.empty(), owed(both.get(1), Duty.MEETING_RESOLUTION).lastDay());
        done(justice, both.get(0), "progress", "progress", "接口开发中");
        done(justice, both.get(0), "complete", "result", "已上线");
        refusal("not-yours-to-do", house.act(justice, both.get(0), "confirm"));
        done(office, both.get(0), "confirm");
        assertEquals("tracking", house.matter(id).state());
        done(police, both.get(1), "complete", "result", "已开展");
        done(office, both.get(1), "confirm");
        assertEquals("done", house.matter(id).state());
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @Test
    void reportThatIsNotGoodEnough_isOwedAgainToTheSameDay() {
        String id = held(september());
        done(office, id, "resolve", "resolution", "开放接口", "responsible", "justice", "by", "2025-10-31");
        done(office, id, "draftMinutes", "minutes", "一");
        done(chair, id, "sign");
        done(office, id, "issue");
        String resolution = resolution(id);
        done(justice, resolution, "complete", "result", "在做");
        done(office, resolution, "sendBack", "returnedBecause", "没有上线");
        assertEquals(Status.OPEN, owed(resolution, Duty.MEETING_RESOLUTION).status());
        assertEquals(Optional.of(LocalDate.of(2025, 10, 31)), owed(resolution, Duty.MEETING_RESOLUTION).lastDay());
    }

    @Test
    void overdueResolutionAndUnresolvedDispute_areTopicsOfTheNextMeeting_once() {
        String id = held(september());
        done(office, id, "resolve", "resolution", "开放接口", "responsible", "justice", "by", "2025-10-10");
        done(office, id, "draftMinutes", "minutes", "一");
        done(chair, id, "sign");
        done(office, id, "issue");
        String dispute = id(house.open(house.officer("town"), Dispute.PROCEDURE, Optional.empty(), House.input("respondent", "third", "subject", "张某违建", "claim", "属局")));
        house.now = Instant.parse("2025-10-12T02:00:00Z");
        Bulletin.Item inTheBulletin = Bulletin.of(Period.days(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31)), List.of(house.matter(resolution(id))), true, house.now,
                House.calendar2025()).resolutions().get(0);
        assertEquals(List.of(Optional.of("开放接口"), List.of("justice"), true), List.of(inTheBulletin.title(), inTheBulletin.organs(), inTheBulletin.overdue()));
        String next = id(house.opensPeriods(Meeting.PROCEDURE, house.now).get(0));
        done(office, next, "setDay", "day", "2025-10-25");
        done(office, next, "callTopics");
        done(office, next, "submitTopics");
        assertEquals(Optional.of("逾期未落实的议定事项（编号 " + resolution(id) + "）：justice应于 2025-10-10 前落实\n未解决的争议（编号 " + dispute + "）：town与third"),
                house.matter(next).field("topics"), "by number and organs, not by the names of people");
    }

    @Test
    void member_proposesAMeeting_andTheChairCallsItOrNot() {
        String id = id(called(justice, "adHoc"));
        assertEquals("proposed", house.matter(id).state());
        assertEquals(Set.of("government"), house.matter(id).awaiting());
        done(chair, id, "call");
        done(office, id, "hold", "heldOn", "2025-09-30", "attended", "bureau\njustice\npolice");
        assertEquals("held", house.matter(id).state(), "its topics were approved with the call");
        String other = id(called(justice, "adHoc"));
        done(chair, other, "decline", "declinedBecause", "下月再议");
        assertEquals("declined", house.matter(other).state());
    }

    @Test
    void chair_callsAtAnyTime() {
        assertEquals("called", house.matter(id(called(chair, "adHoc"))).state());
    }

    @Test
    void notAMember_proposesNoJointMeeting() {
        assertEquals(Optional.of("测试办法 会议"), refusal("not-a-member", called(house.officer("third"), "adHoc")).citation());
    }

    @Test
    void thematicMeeting_isOfThoseItConcerns() {
        String id = id(called(justice, "thematic", "participants", "police\nthird"));
        assertEquals(Set.of("justice", "police", "third"), house.matter(id).organs("member"));
        refusal("invalid-fields", called(justice, "thematic"));
    }

    @Test
    void townships_holdTheirOwn_withoutTheChairOfTheCounty() {
        String id = id(called(house.officer("town"), "town", "participants", "police"));
        assertEquals(Optional.of("town"), house.matter(id).party("chair"));
        done(house.officer("town"), id, "hold", "heldOn", "2025-09-30", "attended", "town\npolice");
        done(house.officer("town"), id, "draftMinutes", "minutes", "一");
        done(house.officer("town"), id, "issue");
        assertEquals("done", house.matter(id).state());
        refusal("invalid-fields", called(justice, "town", "participants", "police"));
        refusal("invalid-fields", called(house.officer("town"), "town", "participants", "town"));
    }

    @Test
    void officeThatNobodyRegistered_isNamedInTheRefusal() {
        house.organs.remove("bureau");
        assertTrue(refusal("no-organ-for-meeting", called(justice, "adHoc")).message().contains("bureau"));
        refusal("no-organ-for-meeting", house.opensPeriods(Meeting.PROCEDURE, house.now).get(0));
    }

    @Test
    void invitedOrgans_seeTheMeeting() {
        String id = september();
        assertFalse(Decisions.maySee(Procedures.own(), house.officer("procuratorate"), house.matter(id)));
        done(office, id, "setDay", "day", "2025-10-20", "invitedOrgans", "procuratorate", "guests", "人大代表甲");
        assertTrue(Decisions.maySee(Procedures.own(), house.officer("procuratorate"), house.matter(id)));
    }

    @Test
    void kindOfAMeeting_readsAsItsName_toThoseWhoCouldNotCallIt() {
        String id = september();
        assertTrue(Meeting.PROCEDURE.opening().fields(house.seen(police, id)).get(0).options().contains(new Field.Option("regular", "联席会议")));
    }

    @Test
    void resolutions_comeFromMeetingsOnly() {
        refusal("not-yours-to-do", house.open(office, Resolution.PROCEDURE, Optional.empty(), Map.of()));
    }
}
