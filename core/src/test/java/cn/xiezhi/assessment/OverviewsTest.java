package cn.xiezhi.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.House;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The months of an overview are what each month's own assessment is. */
class OverviewsTest {
    private static final Period PERIOD = Period.days(LocalDate.of(2025, 1, 15), LocalDate.of(2025, 12, 31));
    private static final Instant NOW = Instant.parse("2025-10-13T02:00:00Z");
    private static final WorkCalendar CALENDAR = House.calendar2025();
    private static final Standing NOTHING = new Standing() {
        @Override
        public void open(String jurisdiction, Optional<String> organ, BiConsumer<String, Instant> to) {}

        @Override
        public Map<String, Integer> overdue(String jurisdiction, Optional<String> organ, Instant now) {
            return Map.of();
        }

        @Override
        public List<Owed> overdue(String jurisdiction, Optional<String> organ, Instant now, int most) {
            return List.of();
        }

        @Override
        public List<Owed> extended(String jurisdiction, int most) {
            return List.of();
        }
    };

    @Test
    void everyMonth_isAsIfItHadBeenAskedForByItself() {
        List<Obligation> all = obligations();
        Rules rules = Rules.of(new RuleBook(new TreeMap<>(), CALENDAR));
        PastObligations past = (jurisdiction, period, organ, duty, to) -> all.forEach(o -> to.accept("m", o));
        MatterStore none = (MatterStore) Proxy.newProxyInstance(MatterStore.class.getClassLoader(), new Class<?>[] {MatterStore.class},
                (proxy, method, args) -> method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, args) : List.of());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

        Overview overview = new Overviews(new Assessments(past, none, rules, clock), past, NOTHING, none, rules, clock)
                .of(new House().officer("justice", Role.JUSTICE_BUREAU), PERIOD, Optional.empty()).orElseThrow();

        assertEquals(alone(PERIOD, all), overview.assessment());
        assertEquals(10, overview.months().size(), "those that have begun");
        overview.months().forEach(month -> assertEquals(alone(month.period(), all), month));
        assertEquals(Period.days(LocalDate.of(2025, 1, 15), LocalDate.of(2025, 1, 31)), overview.months().get(0).period());
        assertEquals(Period.days(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31)), overview.months().get(9).period());
    }

    private static Assessment alone(Period period, List<Obligation> all) {
        Reckoning reckoning = new Reckoning(period, NOW, CALENDAR);
        all.forEach(reckoning::add);
        return reckoning.assessment();
    }

    /** Some before and behind the period, many at the very turn of a month. */
    private static List<Obligation> obligations() {
        Random random = new Random(7);
        return IntStream.range(0, 3_000).mapToObj(n -> {
            Instant trigger = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(380)).atStartOfDay(ZoneOffset.ofHours(8)).toInstant().plusMillis(random.nextInt(3) - 1);
            int kind = random.nextInt(4);
            Limit limit = kind == 0 ? Limit.promptly() : kind == 1 ? Limit.immediately() : Limit.calendarDays(5);
            Optional<Instant> due = kind == 0 ? Optional.empty() : Optional.of(kind == 1 ? trigger : trigger.plus(Duration.ofDays(5)));
            Obligation o = new Obligation("o" + n, Duty.values().get(random.nextInt(5)), random.nextInt(9) == 0 ? Variant.EXTENDED : Variant.NORMAL, "organ" + random.nextInt(3), trigger, limit,
                    Optional.empty(), due, false, Status.OPEN, Optional.empty(), "v1", "");
            return random.nextInt(4) == 0 ? o : o.closed(Status.values()[1 + random.nextInt(4)], trigger.plus(Duration.ofMinutes(random.nextInt(60_000) - 2_000)));
        }).toList();
    }
}
