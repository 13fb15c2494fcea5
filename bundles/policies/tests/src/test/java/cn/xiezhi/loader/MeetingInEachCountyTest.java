package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Meeting;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meetings under each county's own rules; the register has the organs that its document names, besides the made-up ones. */
class MeetingInEachCountyTest {
    private static final Instant FRI_2025_10_17 = Instant.parse("2025-10-17T02:00:00Z");

    private static House house(String county) {
        House house = County.named(county).house();
        house.now = FRI_2025_10_17;
        add(house, "enforcement", "某区综合行政执法局");
        add(house, "market", "某区市场监督管理局");
        return house;
    }

    private static void add(House house, String id, String name) {
        house.organs.put(id, new Organ(id, "test", name, Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty()));
    }

    private static String id(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome, outcome.toString()).changes().get(0).after().id();
    }

    private static String regular(House house) {
        return id(house.opensPeriods(Meeting.PROCEDURE, house.now).get(0));
    }

    private static Outcome called(House house, Officer who, String kind, String... more) {
        Map<String, String> input = House.input("kind", kind, "subject", "餐饮油烟", "topics", "餐饮油烟的管辖");
        input.putAll(House.input(more));
        return house.open(who, Meeting.PROCEDURE, Optional.empty(), input);
    }

    private static Obligation owed(House house, String id, Duty duty) {
        return house.matter(id).obligations().stream().filter(o -> o.duty().equals(duty)).reduce((a, b) -> b).orElseThrow();
    }

    private static void done(House house, Officer who, String id, String action, String... input) {
        Outcome outcome = house.act(who, id, action, input);
        assertInstanceOf(Decision.class, outcome, action + outcome);
    }

    @Shows(procedure = "meeting", duties = "meeting.convene", counties = {"shanting", "jinjiang"})
    @ParameterizedTest
    @CsvSource({"shanting,enforcement,综合行政执法联席会议（2025年10月）,2025-10-31,山亭意见 一（四）", "jinjiang,meeting,联席会议例行会议（2025年下半年）,2025-12-31,晋江暂行规定 四（四）2①"})
    void whereTheDocumentGivesANumber_theCalendarOpensTheMeeting(String county, String office, String title, LocalDate lastDay, String rule) {
        House house = house(county);
        Matter m = house.matter(regular(house));
        assertEquals(title, m.title());
        assertEquals(Optional.of(lastDay), m.obligations().get(0).lastDay());
        assertEquals(office, m.obligations().get(0).owedBy());
        assertEquals(rule, m.obligations().get(0).citation());
        assertEquals(Optional.of("government"), m.party("chair"));
    }

    /** Counted by hand: ten days back from Mon 10 Nov is Fri 31 Oct; from Wed 5 Nov it is Sun 26 Oct, so Fri 24 Oct; five working days back from Mon 10 Nov: 7, 6, 5, 4, 3 Nov. */
    @Shows(procedure = "meeting", duties = "meeting.agenda-call", counties = {"shanting", "jinjiang"})
    @ParameterizedTest
    @CsvSource({"shanting,2025-11-10,2025-10-31", "shanting,2025-11-05,2025-10-24", "jinjiang,2025-11-10,2025-11-03"})
    void agendaCall_isCountedBackwardsFromTheMeetingsDay(String county, String day, LocalDate lastDay) {
        House house = house(county);
        String id = regular(house);
        done(house, office(house, id), id, "setDay", "day", day);
        assertEquals(Optional.of(lastDay), owed(house, id, Duty.MEETING_AGENDA_CALL).lastDay());
        done(house, office(house, id), id, "callTopics");
        assertEquals(Status.MET, owed(house, id, Duty.MEETING_AGENDA_CALL).status());
    }

    @Shows(procedure = "meeting", duties = "meeting.convene", counties = {"ningwu", "hualong", "shanxi-district"})
    @ParameterizedTest
    @ValueSource(strings = {"ningwu", "hualong", "shanxi-district"})
    void regularWithoutANumber_isPromptAndCalledByHand_byWhoeverOrganisesIt(String county) {
        House house = house(county);
        assertEquals(List.of(), house.opensPeriods(Meeting.PROCEDURE, house.now));
        String id = id(called(house, house.officer("town"), "regular", "participants", "bureau\npolice"));
        assertEquals(Optional.empty(), owed(house, id, Duty.MEETING_CONVENE).lastDay());
        assertEquals(Set.of("town"), house.matter(id).organs("office"));
        done(house, house.officer("town"), id, "hold", "heldOn", "2025-10-17", "attended", "town\nbureau");
        assertEquals(Status.MET, owed(house, id, Duty.MEETING_CONVENE).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ningwu", "hualong", "shanxi-district"})
    void thematicMeetingOnAMajorClue_isCalledByTheTownship(String county) {
        House house = house(county);
        assertEquals("called", house.matter(id(called(house, house.officer("town"), "thematic", "participants", "bureau"))).state());
        assertInstanceOf(Refusal.class, called(house, house.officer("bureau"), "thematic", "participants", "town"));
        assertEquals("called", house.matter(id(called(house, house.officer("bureau"), "adHoc", "participants", "town"))).state());
    }

    /** Issued on Fri 17 Oct 2025 with a day of its own. */
    @Shows(procedure = "resolution", duties = "meeting.resolution", counties = {"shanting", "jinjiang", "ningwu", "hualong", "shanxi-district"})
    @Shows(procedure = "meeting", duties = "meeting.minutes", counties = {"shanting", "jinjiang"})
    @ParameterizedTest
    @CsvSource({"shanting,true,true", "jinjiang,false,true", "ningwu,false,false", "hualong,false,false", "shanxi-district,false,false"})
    void minutes_areSignedByWhomTheDocumentNames_andItsResolutionsAreOwedToTheDayInThem(String county, boolean chairSigns, boolean minutesOwed) {
        House house = house(county);
        String id = minutesOwed ? regular(house) : id(called(house, house.officer("town"), "adHoc", "participants", "market"));
        Officer office = office(house, id);
        if (minutesOwed) {
            done(house, office, id, "setDay", "day", "2025-11-10");
            done(house, office, id, "callTopics");
            done(house, office, id, "addTopic", "topic", "餐饮油烟");
            done(house, office, id, "submitTopics");
            assertEquals("topics-not-approved", assertInstanceOf(Refusal.class, house.act(office, id, "hold", "heldOn", "2025-10-17", "attended", "market")).code());
            done(house, house.officer("government", Role.LEADER), id, "approveTopics", "agenda", "餐饮油烟");
        }
        done(house, office, id, "hold", "heldOn", "2025-10-17", "attended", office.organ().id() + "\nmarket");
        assertEquals(minutesOwed, house.matter(id).obligations().stream().anyMatch(o -> o.duty().equals(Duty.MEETING_MINUTES) && o.lastDay().isEmpty()));
        done(house, office, id, "resolve", "resolution", "划定油烟管辖", "responsible", "market", "by", "2025-11-30");
        done(house, office, id, "resolve", "resolution", "每周通报", "responsible", "market");
        done(house, office, id, "draftMinutes", "minutes", "一、……");
        assertEquals(chairSigns, house.act(office, id, "issue") instanceof Refusal);
        if (chairSigns) {
            done(house, house.officer("government", Role.LEADER), id, "sign");
            done(house, office, id, "issue");
        }
        List<Matter> resolutions = house.from(id).stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        assertEquals(Optional.of(LocalDate.of(2025, 11, 30)), resolutions.get(0).owed(Duty.MEETING_RESOLUTION).orElseThrow().lastDay());
        assertEquals(minutesOwed, resolutions.get(1).owed(Duty.MEETING_RESOLUTION).isPresent(), "without a day only where the document has the duty");
        for (Matter r : resolutions) {
            done(house, house.officer("market"), r.id(), "complete", "result", "已落实");
            done(house, office, r.id(), "confirm");
        }
        assertEquals("done", house.matter(id).state());
        assertTrue(house.matter(id).obligations().stream().noneMatch(Obligation::open));
    }

    private static Officer office(House house, String id) {
        return house.officer(house.matter(id).party("office").orElseThrow());
    }

    @Test
    void shantingsMembersAreTheTenBureaus_andTheMissingAreNamed() {
        House house = house("shanting");
        Matter m = house.matter(regular(house));
        assertEquals(Set.of("enforcement", "police", "justice", "market"), m.organs("member"));
        assertEquals(6, m.field("unregistered").orElseThrow().lines().count());
        assertFalse(m.organs("member").contains("bureau"));
    }

    @Test
    void jinjiangsMembersAreEveryDepartmentAndTownship_andATownHoldsItsOwn() {
        House house = house("jinjiang");
        Matter m = house.matter(regular(house));
        assertTrue(m.organs("member").containsAll(Set.of("town", "bureau", "third", "justice", "police", "procuratorate")));
        assertEquals(List.of("机构编制委员会办公室", "人力资源和社会保障局", "财政局", "人民法院"), m.field("unregistered").orElseThrow().lines().toList());
        assertEquals("proposed", house.matter(id(called(house, house.officer("town"), "thematic", "participants", "bureau"))).state());
        assertEquals(Optional.of("town"), house.matter(id(called(house, house.officer("town"), "town", "participants", "bureau"))).party("chair"));
    }

    /** The justice bureau where no office of the joint meeting is registered; nobody in the counties whose document has none. */
    @ParameterizedTest
    @CsvSource({"shanting,enforcement,enforcement", "jinjiang,meeting,justice", "ningwu,,", "hualong,,", "shanxi-district,,"})
    void office_isTheOneTheDocumentNames(String county, String office, String withoutMeeting) {
        House house = house(county);
        Officer any = house.officer("town");
        String transfer = County.named(county).sent(house);
        assertEquals(Optional.ofNullable(office), Meeting.office(house.seen(any, transfer).situation()).map(Organ::id));
        house.organs.remove("meeting");
        assertEquals(Optional.ofNullable(withoutMeeting), Meeting.office(house.seen(any, transfer).situation()).map(Organ::id));
    }

    /** With the sample register only the court is missing, for which the register has no kind. */
    @ParameterizedTest
    @CsvSource({"shanting,st-,st-enforcement,,10", "jinjiang,jj-,jj-meeting,人民法院,33"})
    void sampleRegister_hasWhatTheMeetingNeeds(String county, String prefix, String office, String missing, int members) throws IOException {
        House house = house(county);
        house.organs.clear();
        for (URL url : Collections.list(getClass().getClassLoader().getResources(BundleFiles.FOLDER + BundleFiles.ORGANS))) {
            try (InputStream in = url.openStream()) {
                OrgansFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "test", Optional.empty(), new Problems(BundleFiles.ORGANS)).stream()
                        .filter(o -> o.id().startsWith(prefix)).forEach(o -> house.organs.put(o.id(), o));
            }
        }
        Matter m = house.matter(regular(house));
        assertEquals(Set.of(office), m.organs("office"));
        assertEquals(Optional.ofNullable(missing), m.field("unregistered"));
        assertEquals(members, m.organs("member").size());
    }
}
