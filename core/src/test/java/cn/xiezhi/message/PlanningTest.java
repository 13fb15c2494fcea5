package cn.xiezhi.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.procedure.House;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Who is told outside the product, and at what hour. National Day 2025 is off from Wed 1 to Wed 8 October; Sat 11 October is a working
 * day, Sun 12 is not. The test runs in America/New_York: all hours are Shanghai's.
 */
class PlanningTest {
    private static final Quiet NIGHTS = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), true, false);
    private static final Quiet NEVER = new Quiet(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false, false);
    private static final Instant FAR = at("2025-12-31T16:00");

    private final Map<String, Organ> organs = new House().organs;
    private final List<Account> accounts = new ArrayList<>(List.of(account("zhang", "bureau", true, Role.OFFICER), account("head", "bureau", true, Role.LEADER),
            account("gone", "bureau", false, Role.OFFICER), account("wang", "town", true, Role.OFFICER), account("keeper", "bureau", true, Role.ADMINISTRATOR)));
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Robot> robots = new ArrayList<>();

    private static Account account(String user, String organ, boolean enabled, Role role) {
        return new Account(user, "test", organ, user, Set.of(role), List.of(), "x", false, enabled, 0, Optional.empty());
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time + ":00+08:00").toInstant();
    }

    private static Notice notice(Kind kind, Address to, Instant due) {
        return new Notice("test", "m-1", kind, due, to, Optional.of("m"), at("2025-09-30T10:00"), "…", false);
    }

    private static Wish mail(String user, Quiet quiet, boolean daily, Kind... kinds) {
        return new Wish("test", user, Way.MAIL, Optional.of(user + "@example.com"), kinds.length == 0 ? EnumSet.allOf(Kind.class) : Set.of(kinds), quiet, daily);
    }

    private static Wish robot(String user, Quiet quiet) {
        return new Wish("test", user, Way.ROBOT, Optional.empty(), EnumSet.allOf(Kind.class), quiet, false);
    }

    private static Robot robot(String organ) {
        return new Robot("test", organ, Robot.Kind.WECOM, "https://example.com", Optional.empty(), "admin", FAR);
    }

    private People people() {
        return People.of(accounts, organs, wishes, robots);
    }

    private static Map<String, Instant> sent(List<Message> messages) {
        Map<String, Instant> sent = new java.util.HashMap<>();
        messages.forEach(m -> sent.put(m.recipient(), m.sendAt()));
        return sent;
    }

    private Map<String, Instant> plan(Notice notice, String now) {
        return sent(Planning.of(notice, people(), House.calendar2025(), at(now)));
    }

    /** When somebody with this wish is told of something written then that is due at the end of the year. */
    private static String told(Quiet quiet, boolean daily, String now) {
        return mail("zhang", quiet, daily).sendAt(notice(Kind.YELLOW, Address.organ("bureau"), FAR), House.calendar2025(), at(now)).atZone(cn.xiezhi.time.Zone.SHANGHAI).toLocalDateTime()
                .toString();
    }

    @Test
    void whoSaidNothing_isToldNothing_andWhoWantsIt_isToldOfWhatIsForThem() {
        assertEquals(Map.of(), plan(notice(Kind.RED, Address.organ("bureau"), FAR), "2025-09-30T10:00"));
        wishes.addAll(List.of(mail("zhang", NEVER, false), mail("head", NEVER, false), mail("gone", NEVER, false), mail("wang", NEVER, false), mail("keeper", NEVER, false)));
        Instant now = at("2025-09-30T10:00");
        assertEquals(Map.of("@zhang", now, "@head", now), plan(notice(Kind.RED, Address.organ("bureau"), FAR), "2025-09-30T10:00"));
        assertEquals(Map.of("@head", now), plan(notice(Kind.LEADER, Address.leaders("bureau"), FAR), "2025-09-30T10:00"));
        assertEquals(Map.of("@zhang", now), plan(notice(Kind.EXPIRY, Address.user("zhang"), FAR), "2025-09-30T10:00"));
        assertEquals(Map.of(), plan(notice(Kind.RED, Address.NOBODY, FAR), "2025-09-30T10:00"));
    }

    @Test
    void onlyTheKindsThatAreWanted() {
        wishes.add(mail("zhang", NEVER, false, Kind.RED));
        assertEquals(Set.of(), plan(notice(Kind.YELLOW, Address.organ("bureau"), FAR), "2025-09-30T10:00").keySet());
        assertEquals(Set.of("@zhang"), plan(notice(Kind.RED, Address.organ("bureau"), FAR), "2025-09-30T10:00").keySet());
    }

    @Test
    void quietHoursLastOverMidnight_andEndOnTheMinute() {
        Quiet nights = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), false, false);
        assertEquals("2025-09-30T21:59", told(nights, false, "2025-09-30T21:59"));
        assertEquals("2025-10-01T07:00", told(nights, false, "2025-09-30T22:00"));
        assertEquals("2025-10-01T07:00", told(nights, false, "2025-10-01T06:59"));
        assertEquals("2025-10-01T07:00", told(nights, false, "2025-10-01T07:00"));
    }

    @Test
    void quietHoursWithinADay_leaveTheNightFree() {
        Quiet noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 30), false, false);
        assertEquals("2025-09-30T14:30", told(noon, false, "2025-09-30T12:00"));
        assertEquals("2025-09-30T23:30", told(noon, false, "2025-09-30T23:30"));
        assertEquals("2025-09-30T03:00", told(NEVER, false, "2025-09-30T03:00"));
    }

    @Test
    void daysOffAreQuiet_theWholeHoliday_andAWorkingSaturdayIsNot() {
        assertEquals("2025-10-09T07:00", told(NIGHTS, false, "2025-09-30T22:30"), "over the National Day holiday");
        assertEquals("2025-10-09T07:00", told(NIGHTS, false, "2025-10-03T10:00"));
        assertEquals("2025-10-11T10:00", told(NIGHTS, false, "2025-10-11T10:00"), "a Saturday that is worked");
        assertEquals("2025-10-13T07:00", told(NIGHTS, false, "2025-10-12T10:00"));
        assertEquals("2025-10-09T00:00", told(new Quiet(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true, false), false, "2025-10-08T10:00"));
    }

    @Test
    void aDigest_comesAtEight_onAWorkingDay() {
        assertEquals("2025-09-30T08:00", told(NIGHTS, true, "2025-09-30T07:59"));
        assertEquals("2025-09-30T08:00", told(NIGHTS, true, "2025-09-30T08:00"));
        assertEquals("2025-10-09T08:00", told(NIGHTS, true, "2025-09-30T08:01"), "the next working day is after the holiday");
        assertEquals("2025-10-11T08:00", told(NIGHTS, true, "2025-10-10T10:00"), "Saturday is worked");
        Quiet longer = new Quiet(LocalTime.of(20, 0), LocalTime.of(9, 0), true, false);
        assertEquals("2025-09-30T09:00", told(longer, true, "2025-09-30T05:00"), "still quiet at eight");
    }

    @Test
    void whatWouldComeTooLate_breaksTheQuiet_onlyIfThePersonSaysSo() {
        Quiet breaking = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), true, true);
        Instant night = at("2025-10-09T23:00");
        Notice overdue = notice(Kind.RED, Address.organ("bureau"), at("2025-10-09T22:50"));
        Notice tonight = notice(Kind.YELLOW, Address.organ("bureau"), at("2025-10-10T07:00"));
        Notice tomorrow = notice(Kind.YELLOW, Address.organ("bureau"), at("2025-10-10T07:01"));
        Instant morning = at("2025-10-10T07:00");
        assertEquals(night, mail("zhang", breaking, false).sendAt(overdue, House.calendar2025(), night));
        assertEquals(night, mail("zhang", breaking, false).sendAt(tonight, House.calendar2025(), night));
        assertEquals(morning, mail("zhang", breaking, false).sendAt(tomorrow, House.calendar2025(), night));
        assertEquals(morning, mail("zhang", NIGHTS, false).sendAt(overdue, House.calendar2025(), night));
        assertEquals(night, mail("zhang", breaking, true).sendAt(overdue, House.calendar2025(), night), "nor does it wait for the digest");
    }

    @Test
    void aGroupIsToldOnce_whenTheFirstOfItMayBe_andNothingThatIsSomebodysOwn() {
        wishes.addAll(List.of(robot("zhang", NIGHTS), robot("head", NEVER), robot("wang", NEVER)));
        robots.add(robot("bureau"));
        assertEquals(Map.of("#bureau", at("2025-10-03T10:00")), plan(notice(Kind.RED, Address.organ("bureau"), FAR), "2025-10-03T10:00"));
        assertEquals(Map.of(), plan(notice(Kind.RED, Address.organ("town"), FAR), "2025-10-03T10:00"), "no robot there");
        Notice own = new Notice("test", "certificate.zhang", Kind.EXPIRY, FAR, Address.user("zhang"), Optional.empty(), FAR, "…", false);
        assertEquals(Map.of(), plan(own, "2025-10-03T10:00"));
        robots.add(robot(Robot.COUNTY));
        assertEquals(Set.of("#*"), plan(notice(Kind.RED, Address.organ("town"), FAR), "2025-10-03T10:00").keySet(), "the county's group");
        assertEquals(Set.of("#bureau"), plan(notice(Kind.RED, Address.organ("bureau"), FAR), "2025-10-03T10:00").keySet());
    }

    @Test
    void whenItsHourComes_theQuietAndTheWishOfThatMomentCount() {
        wishes.add(mail("zhang", NIGHTS, true));
        Notice notice = notice(Kind.RED, Address.organ("bureau"), FAR);
        assertEquals(Optional.of(at("2025-09-30T08:00")), again(notice, "2025-09-30T08:00"));
        assertEquals(Optional.of(at("2025-09-30T08:05")), again(notice, "2025-09-30T08:05"), "a digest that could not be sent at eight is not put off to the next day");
        assertEquals(Optional.of(at("2025-10-09T07:00")), again(notice, "2025-09-30T23:00"), "but it may not come at night");
        wishes.set(0, Wish.none("test", "zhang"));
        assertEquals(Optional.empty(), again(notice, "2025-09-30T08:00"));
    }

    private Optional<Instant> again(Notice notice, String now) {
        return Planning.again(notice, "@zhang", people(), House.calendar2025(), at(now));
    }
}
