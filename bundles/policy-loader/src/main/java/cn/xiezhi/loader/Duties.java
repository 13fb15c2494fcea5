package cn.xiezhi.loader;

import cn.xiezhi.policy.Cadence;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Extension;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code duties}: what the documents demand, duty by duty. A duty that is absent is not demanded. */
final class Duties {
    static final Map<String, Cadence> CADENCES = Map.of("month", Cadence.MONTHLY, "halfYear", Cadence.HALF_YEARLY, "year", Cadence.YEARLY,
            "regular", Cadence.REGULAR);
    static final Set<Duty> PERIODIC = Set.of(Duty.MEETING_CONVENE, Duty.SUPERVISION_REVIEW);
    static final Map<String, Extension.Kind> EXTENSIONS =
            Map.of("inAll", Extension.Kind.IN_ALL, "further", Extension.Kind.FURTHER, "unbounded", Extension.Kind.UNBOUNDED);

    private Duties() {}

    static Map<Duty, DutyRule> read(Section duties, Citations citations, Vocabulary vocabulary) {
        Map<Duty, DutyRule> rules = new LinkedHashMap<>();
        for (String name : duties.keys()) {
            Optional<Duty> duty = vocabulary.duty(name);
            if (duty.isEmpty()) {
                duties.problem(name, () -> "不认识的职责" + Vocabulary.hint(name, vocabulary.known().duties().keySet()));
                continue;
            }
            duties.section(name).flatMap(s -> rule(duty.get(), s, citations)).ifPresent(rule -> rules.put(duty.get(), rule));
        }
        return rules;
    }

    private static Optional<DutyRule> rule(Duty duty, Section s, Citations citations) {
        Map<Variant, LimitRule> limits = new EnumMap<>(Variant.class);
        boolean any = false;
        for (Variant variant : List.of(Variant.NORMAL, Variant.URGENT, Variant.GRAVE)) {
            Optional<Section> limit = s.sectionIfAny(variant.code());
            any |= limit.isPresent();
            limit.flatMap(l -> Limits.rule(l, citations)).filter(l -> direction(duty, variant, l.limit(), s)).ifPresent(l -> limits.put(variant, l));
        }
        Optional<Section> longer = s.sectionIfAny("extension");
        Optional<Extension> extension = longer.flatMap(e -> extension(e, citations)).filter(e -> fits(e, limits.get(Variant.NORMAL), s));
        Optional<Section> period = s.sectionIfAny("cadence");
        Optional<Cited<Cadence>> cadence = period.flatMap(c -> citations.cited(c, v -> v.oneOf("every", CADENCES)));
        boolean dated = s.has("setBy");
        Optional<Cited<String>> setBy = citations.textIfAny(s, "setBy");
        s.finish();
        if (period.isPresent() && (!PERIODIC.contains(duty) || any)) {
            s.problem("cadence", PERIODIC.contains(duty) ? "有了周期就不能再写期限；请留一种" : "只有 meeting.convene 和 supervision.review 才有周期");
            return Optional.empty();
        }
        if (!any && period.isEmpty() && !dated) {
            s.problem("期限、周期（cadence）和指定日期（setBy）一样也没有；文件没有规定的职责请整项删去");
        }
        boolean something = !limits.isEmpty() || cadence.isPresent() || setBy.isPresent();
        return something ? Optional.of(new DutyRule(duty, limits, extension, cadence, setBy)) : Optional.empty();
    }

    /** Only the call for topics is counted back from the day of the meeting; everything else runs forward from its trigger. */
    private static boolean direction(Duty duty, Variant variant, Limit limit, Section s) {
        boolean back = limit.count() == Count.WORKING_DAYS_BEFORE || limit.count() == Count.CALENDAR_DAYS_BEFORE;
        boolean right = back == (duty.equals(Duty.MEETING_AGENDA_CALL)) || limit.count() == Count.PROMPTLY;
        if (!right) {
            s.problem(variant.code(), back ? duty.text() + "从触发之时往后算，不能用倒计的 count" : duty.text() + "从会议日往前算，count 应为 workingDaysBefore 或 daysBefore");
        }
        return right;
    }

    private static Optional<Extension> extension(Section s, Citations citations) {
        Optional<Extension.Kind> kind = s.oneOf("kind", EXTENSIONS);
        boolean unbounded = kind.filter(k -> k == Extension.Kind.UNBOUNDED).isPresent();
        Optional<Limit> limit = Optional.empty();
        if (!unbounded) {
            limit = Limits.counted(s).map(Limits.Counted::limit);
        }
        boolean notice = s.flag("notice", false);
        Optional<String> cite = citations.read(s);
        s.finish();
        if (kind.isEmpty() || cite.isEmpty() || unbounded == limit.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Extension(kind.get(), limit, notice, cite.get()));
    }

    private static boolean fits(Extension extension, LimitRule normal, Section s) {
        if (normal == null && s.has(Variant.NORMAL.code())) {
            return true; // what is wrong with it has been said
        }
        if (normal == null || !normal.limit().count().hasAmount()) {
            s.problem("extension", "一般期限（normal）没有数字，无从延长；请补 normal 或删去 extension");
            return false;
        }
        boolean shorter = extension.kind() == Extension.Kind.IN_ALL && hours(extension.limit().orElseThrow()) <= hours(normal.limit());
        if (shorter) {
            s.problem("extension", "inAll 的上限 " + extension.limit().orElseThrow().text() + " 不长于一般期限 " + normal.limit().text()
                    + "；inAll 是连同一般期限在内的总长，另加的请写 further");
        }
        return !shorter;
    }

    private static int hours(Limit limit) {
        return limit.count() == Count.HOURS ? limit.amount() : 24 * limit.amount();
    }
}
