package cn.xiezhi.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.DisputeRules;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ReminderRules;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.revision.Comparison.Change;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.DayKind;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.WorkCalendar;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nothing that a policy says can change without being shown, and what is shown reads as law. */
class ComparisonTest {
    /** Says something of everything that a policy can say something of. */
    private static Policy full() {
        Map<Duty, DutyRule> duties = new LinkedHashMap<>();
        duties.put(Duty.TRANSFER_SEND, new DutyRule(Duty.TRANSFER_SEND, Map.of(Variant.NORMAL, limit(Limit.workingDays(3)), Variant.URGENT, limit(Limit.hours(24)), Variant.GRAVE, limit(Limit.immediately())),
                Optional.of(new Extension(Extension.Kind.IN_ALL, Optional.of(Limit.workingDays(10)), true, "办法 延长")), Optional.empty(), Optional.empty()));
        duties.put(Duty.HAZARD_NOTIFY, new DutyRule(Duty.HAZARD_NOTIFY, Map.of(Variant.NORMAL, new LimitRule(Limit.promptly(), Optional.empty(), "办法 隐患", Optional.of(new Cited<>(Limit.hours(2), "本地")))),
                Optional.empty(), Optional.empty(), Optional.empty()));
        duties.put(Duty.MEETING_CONVENE, new DutyRule(Duty.MEETING_CONVENE, Map.of(), Optional.empty(), Optional.of(new Cited<>(Cadence.MONTHLY, "办法 会议")), Optional.empty()));
        duties.put(Duty.SUPERVISION_RECTIFY, new DutyRule(Duty.SUPERVISION_RECTIFY, Map.of(), Optional.empty(), Optional.empty(), Optional.of(House.rule("监督"))));
        Optional<Cited<String>> said = Optional.of(House.rule("移送"));
        TransferRules transfer = new TransferRules(House.rule("名义"), true, said, List.of(new Material("letter", "移送函", true, true, false, "办法 材料")), Optional.of(new Cited<>(2, "办法 人数")),
                said, said, said, said, said, House.rule("制止"), said, said, said, said, said, said);
        ProcedureRules sharing = new ProcedureRules("办法 共享", Map.of("offlineLedger", House.rule("台账")), Map.of("least", new Cited<>(2, "办法 数")),
                Map.of("catalogue", List.of(new ProcedureRules.Entry("penalty", "处罚信息", Optional.of("township"), true, "办法 目录"))));
        List<DisputeLevel> path = List.of(House.level("talk", DisputeLevel.Kind.NEGOTIATE, DisputeLevel.By.PARTIES), House.level("mediate", DisputeLevel.Kind.COORDINATE, DisputeLevel.By.JUSTICE_BUREAU),
                House.level("decide", DisputeLevel.Kind.DECIDE, DisputeLevel.By.GOVERNMENT));
        return new Policy(new Jurisdiction("test", "测试县", Optional.of("140925")), "1", List.of(new Document("办法", "测试办法", Optional.of("1号"), Optional.of(LocalDate.of(2025, 1, 1)))), duties, transfer,
                new DisputeRules(path, path, said), Map.of("sharing", sharing), new ReminderRules(2, 3, 7, List.of(30, 7)));
    }

    private static LimitRule limit(Limit limit) {
        return new LimitRule(limit, Optional.of(LimitRule.Reading.WORKING), "办法 时限");
    }

    private static List<Change> changes(Policy before, Policy after) {
        return Comparison.of(before, after, Procedures.own());
    }

    /** Every value that differs from the given one in one place, with the path to that place. */
    private static Map<String, Object> variations(String path, Object value) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (value instanceof String s) {
            all.put(path, s + "改");
        } else if (value instanceof Integer i) {
            all.put(path, i + 1);
        } else if (value instanceof Boolean b) {
            all.put(path, !b);
        } else if (value instanceof LocalDate d) {
            all.put(path, d.plusDays(1));
        } else if (value instanceof Enum<?> e) {
            Arrays.stream(e.getDeclaringClass().getEnumConstants()).filter(x -> x != e).forEach(x -> all.put(path + "=" + x, x));
        } else if (value instanceof Optional<?> o) {
            o.ifPresent(inner -> {
                all.put(path + " gone", Optional.empty());
                variations(path, inner).forEach((p, v) -> all.put(p, Optional.of(v)));
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                List<Object> shorter = new ArrayList<>(list);
                shorter.remove(at);
                all.put(path + "[" + at + "] gone", shorter);
                variations(path + "[" + at + "]", list.get(at)).forEach((p, v) -> {
                    List<Object> other = new ArrayList<>(list);
                    other.set(at, v);
                    all.put(p, other);
                });
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                Map<Object, Object> less = new LinkedHashMap<>(map);
                less.remove(key);
                all.put(path + "{" + key + "} gone", less);
                variations(path + "{" + key + "}", inner).forEach((p, v) -> {
                    Map<Object, Object> other = new LinkedHashMap<>(map);
                    other.put(key, v);
                    all.put(p, other);
                });
            });
        } else if (value instanceof Record r) {
            RecordComponent[] components = r.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                int at = i;
                variations(path + "." + components[i].getName(), get(r, components[i])).forEach((p, v) -> with(r, at, v).ifPresent(x -> all.put(p, x)));
            }
        }
        return all;
    }

    private static Object get(Record r, RecordComponent c) {
        try {
            c.getAccessor().setAccessible(true);
            return c.getAccessor().invoke(r);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Empty where the record does not take the value: it can't be in a policy either. */
    private static Optional<Record> with(Record r, int at, Object value) {
        RecordComponent[] components = r.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> get(r, c)).toArray();
        values[at] = value;
        try {
            Constructor<?> made = r.getClass().getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            return Optional.of((Record) made.newInstance(values));
        } catch (ReflectiveOperationException refused) {
            return Optional.empty();
        }
    }

    @Test
    void whateverChangesInAPolicy_isReported() {
        Policy before = full();
        Set<String> silent = new TreeSet<>();
        Map<String, Object> all = variations("policy", before);
        all.forEach((path, after) -> {
            if (changes(before, (Policy) after).isEmpty()) {
                silent.add(path);
            }
        });
        assertTrue(all.size() > 150, "tried " + all.size());
        // The version names the content; a rule knows the duty that it stands under.
        assertEquals(Set.of("policy.version"), silent);
    }

    @Test
    void everyComponentOfAPolicyIsThereToBeChanged() {
        Set<String> tried = new HashSet<>(variations("policy", full()).keySet());
        for (RecordComponent c : Policy.class.getRecordComponents()) {
            assertTrue(tried.stream().anyMatch(p -> p.startsWith("policy." + c.getName())), c.getName());
        }
        for (RecordComponent c : TransferRules.class.getRecordComponents()) {
            assertTrue(tried.stream().anyMatch(p -> p.startsWith("policy.transfer." + c.getName())), c.getName());
        }
    }

    @Test
    void theSamePolicyHasNoChanges() {
        assertEquals(List.of(), changes(full(), full()));
    }

    @Test
    void aLimitReadsAsTheDocumentHasIt_withBothCitations() {
        Policy before = full();
        Map<Duty, DutyRule> duties = new LinkedHashMap<>(before.duties());
        duties.put(Duty.TRANSFER_SEND, new DutyRule(Duty.TRANSFER_SEND, Map.of(Variant.NORMAL, new LimitRule(Limit.workingDays(4), Optional.empty(), "新办法 二")), Optional.empty(), Optional.empty(), Optional.empty()));
        Policy after = new Policy(before.jurisdiction(), "2", before.documents(), duties, before.transfer(), before.dispute(), before.procedures(), before.reminders());
        List<Change> changes = changes(before, after);
        assertEquals(new Change("duties.transfer.send.normal", "移送（一般）", Optional.of("3个工作日（文件只写“日”，按工作日计算）"), Optional.of("4个工作日"), Optional.of("办法 时限"), Optional.of("新办法 二")), changes.get(0));
        assertEquals(List.of("duties.transfer.send.normal", "duties.transfer.send.urgent", "duties.transfer.send.grave", "duties.transfer.send.extension"), changes.stream().map(Change::key).toList());
        assertEquals(Optional.of("连同原期限最长 10个工作日，须事先告知对方"), changes.get(3).before());
        assertTrue(changes.get(3).after().isEmpty() && changes.get(3).citationAfter().isEmpty());
    }

    @Test
    void aStepLessOnTheDisputePath_showsThePathAndTheStep() {
        Policy before = full();
        List<DisputeLevel> shorter = List.of(before.dispute().returned().get(0), before.dispute().returned().get(2));
        Policy after = new Policy(before.jurisdiction(), "2", before.documents(), before.duties(), before.transfer(), new DisputeRules(shorter, before.dispute().competence(), before.dispute().principles()),
                before.procedures(), before.reminders());
        List<Change> changes = changes(before, after);
        assertEquals(List.of("dispute.returned", "dispute.returned.mediate"), changes.stream().map(Change::key).toList());
        assertEquals(Optional.of("talk → mediate → decide"), changes.get(0).before());
        assertEquals(Optional.of("司法行政部门协调"), changes.get(1).before());
    }

    @Test
    void aRuleOfAProcedureThatNobodyKnows_isShownByItsKey() {
        Policy before = full();
        Policy after = new Policy(before.jurisdiction(), "2", before.documents(), before.duties(), before.transfer(), before.dispute(),
                Map.of("sharing", before.procedures().get("sharing"), "unheard-of", new ProcedureRules("办法 新", Map.of("x", House.rule("新")), Map.of(), Map.of())), before.reminders());
        List<Change> changes = changes(before, after);
        assertEquals(List.of("procedures.unheard-of", "procedures.unheard-of.x"), changes.stream().map(Change::key).toList());
        assertEquals("unheard-of：x", changes.get(1).title());
    }

    @Test
    void nextYearsNotice_showsEveryDayThatIsNotWhatThePlainWeekSays() {
        WorkCalendar before = House.calendar2025();
        List<CalendarYear> years = new ArrayList<>(before.years().values());
        years.add(new CalendarYear(2026, Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)), Set.of(LocalDate.of(2026, 1, 4)), "国办发明电〔2025〕7号"));
        WorkCalendar after = WorkCalendar.of(years);
        assertEquals(List.of(new Comparison.Day(LocalDate.of(2026, 1, 1), DayKind.WORKDAY, DayKind.HOLIDAY), new Comparison.Day(LocalDate.of(2026, 1, 2), DayKind.WORKDAY, DayKind.HOLIDAY),
                new Comparison.Day(LocalDate.of(2026, 1, 4), DayKind.WEEKEND, DayKind.MAKE_UP)), Comparison.days(before, after));
        Change notice = Comparison.of(before, after).get(0);
        assertEquals("years.2026", notice.key());
        assertEquals(Optional.of("国办发明电〔2025〕7号"), notice.after());
        assertTrue(notice.before().isEmpty());
    }

    @Test
    void aNoticeThatNamesADayOfTheYearBefore_showsThatDayToo() {
        WorkCalendar before = WorkCalendar.of(List.of(new CalendarYear(2026, Set.of(), Set.of(), "x")));
        WorkCalendar after = WorkCalendar.of(List.of(new CalendarYear(2026, Set.of(LocalDate.of(2025, 12, 31)), Set.of(), "x")));
        assertEquals(List.of(LocalDate.of(2025, 12, 31)), Comparison.days(before, after).stream().map(Comparison.Day::date).toList());
        assertFalse(Comparison.days(after, before).isEmpty());
    }
}
