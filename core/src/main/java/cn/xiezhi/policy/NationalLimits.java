package cn.xiezhi.policy;

import cn.xiezhi.policy.DisputeLevel.By;
import cn.xiezhi.policy.DisputeLevel.Kind;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a policy is looser than the law of the state or of its province, or leaves out a step that they ask for: for people to know,
 * never a correction. A limit that the policy does not have is not asked for: its document may be silent, and the law holds all the same.
 */
public final class NationalLimits {
    private static final String PENALTY_LAW = "《行政处罚法》";
    private static final String REFERRAL_RULES = "《行政执法机关移送涉嫌犯罪案件的规定》（国务院令第730号修订）";
    private static final int LEAST_OFFICERS = 2;

    /** Duties whose limit the national rule on criminal referral sets: the limit, and its article. */
    private static final Map<Duty, Cited<Limit>> REFERRAL = new LinkedHashMap<>();

    /** Provinces where the government's legal office coordinates before the government decides: by division prefix, the section. */
    private static final Map<String, String> LEGAL_OFFICE_FIRST = Map.of("41", "《河南省行政执法条例》第十九条");

    static {
        Limit threeDays = Limit.calendarDays(3);
        REFERRAL.put(Duty.CRIMINAL_DELIVER, new Cited<>(Limit.hours(24), "第五条"));
        REFERRAL.put(Duty.CRIMINAL_FILING, new Cited<>(threeDays, "第八条"));
        REFERRAL.put(Duty.CRIMINAL_RECONSIDER, new Cited<>(threeDays, "第九条"));
        REFERRAL.put(Duty.CRIMINAL_RECONSIDER_DECISION, new Cited<>(threeDays, "第九条"));
        REFERRAL.put(Duty.CRIMINAL_SUPERVISE, new Cited<>(threeDays, "第九条"));
    }

    private final Policy policy;
    private final List<Warning> warnings = new ArrayList<>();

    private NationalLimits(Policy policy) {
        this.policy = policy;
    }

    /**
     * @param rule the key in the policy file, e.g. {@code duties.criminal.deliver.normal}
     * @param text what is looser than what, and what can be done, in Chinese
     * @param section the law and its article
     */
    public record Warning(String rule, String text, String section) {
        /** The whole as one line. */
        @Override
        public String toString() {
            return rule + "：" + text + "。依据：" + section;
        }
    }

    /** All warnings that a policy deserves, in the order of its file. */
    public static List<Warning> of(Policy policy) {
        NationalLimits check = new NationalLimits(policy);
        REFERRAL.forEach(check::limits);
        check.transferOfficers();
        check.path("dispute.returned", policy.dispute().returned());
        check.path("dispute.competence", policy.dispute().competence());
        check.procedures();
        return List.copyOf(check.warnings);
    }

    private void limits(Duty duty, Cited<Limit> law) {
        DutyRule rule = policy.duties().get(duty);
        if (rule == null) {
            return;
        }
        String section = REFERRAL_RULES + law.citation();
        if (rule.limits().isEmpty()) {
            warn("duties." + duty.id(), duty.text() + "没有期限；国家规定为 " + law.value().text(), section);
        }
        for (Variant variant : Variant.values()) {
            LimitRule limit = rule.limits().get(variant);
            if (limit != null && !within(limit, law.value())) {
                boolean open = limit.limit().count() == Count.PROMPTLY;
                warn("duties." + duty.id() + "." + variant.code(), duty.text() + "为“" + limit.limit().text() + "”，国家规定为 " + law.value().text()
                        + (open ? "；没有数字就不会显示逾期，可加不长于它的 target" : "，较宽"), section);
            }
        }
        rule.extension().filter(e -> e.limit().isEmpty() || e.kind() == Extension.Kind.FURTHER || !within(e.limit().get(), law.value()))
                .ifPresent(e -> warn("duties." + duty.id() + ".extension", duty.text() + "可以延长；国家规定的 " + law.value().text() + "不能延长", section));
    }

    private static boolean within(LimitRule rule, Limit law) {
        return within(rule.limit(), law) || rule.target().filter(target -> within(target.value(), law)).isPresent();
    }

    /** Hours bind by the clock: a day may be rolled over a holiday. The law says 日 without 工作日, so either reading of days is within it. */
    private static boolean within(Limit limit, Limit law) {
        return switch (limit.count()) {
            case IMMEDIATELY -> true;
            case HOURS -> limit.amount() <= (law.count() == Count.HOURS ? law.amount() : 24 * law.amount());
            case CALENDAR_DAYS, WORKING_DAYS -> law.count() != Count.HOURS && limit.amount() <= law.amount();
            case PROMPTLY, WORKING_DAYS_BEFORE, CALENDAR_DAYS_BEFORE -> false;
        };
    }

    private void transferOfficers() {
        policy.transfer().officers().filter(n -> n.value() < LEAST_OFFICERS)
                .ifPresent(n -> warn("transfer.officers", "执法人员 " + n.value() + " 人；法律要求不少于两人", PENALTY_LAW + "第四十二条"));
    }

    private void path(String key, List<DisputeLevel> path) {
        DisputeLevel last = path.get(path.size() - 1);
        if (last.by() != By.GOVERNMENT) {
            warn(key, "最后由“" + last.name() + "”决定；协商不成的，由共同的上一级行政机关指定管辖", PENALTY_LAW + "第二十五条");
            return;
        }
        boolean coordinated = path.stream().anyMatch(l -> l.kind() == Kind.COORDINATE && (l.by() == By.LEGAL_OFFICE || l.by() == By.JUSTICE_BUREAU));
        policy.jurisdiction().division().flatMap(code -> Optional.ofNullable(LEGAL_OFFICE_FIRST.get(code.substring(0, 2)))).filter(section -> !coordinated)
                .ifPresent(section -> warn(key, "政府决定之前没有政府法制机构（司法行政部门）协调这一级；本省要求先行协调", section));
    }

    private void procedures() {
        if (policy.rules("assistance").isEmpty()) {
            warn("procedures.assistance", "没有执法协助规程，各单位不能在系统里请求协助；被请求机关依法应当协助", PENALTY_LAW + "第二十六条");
        }
        if (policy.rules("referral").isEmpty()) {
            warn("procedures.referral", "没有行刑衔接规程；涉嫌犯罪的应当及时移送，双向衔接", PENALTY_LAW + "第二十七条");
        }
        policy.rules("referral").map(r -> r.numbers().get("officers")).filter(n -> n.value() < LEAST_OFFICERS)
                .ifPresent(n -> warn("procedures.referral.officers", "核实案情的执法人员 " + n.value() + " 人；国家规定2名以上", REFERRAL_RULES + "第五条"));
        policy.rules("enforcement").ifPresent(enforcement -> {
            if (!enforcement.texts().containsKey("certified")) {
                warn("procedures.enforcement.certified", "没有要求办案人员持证；处罚应当由具有执法资格的人员实施", PENALTY_LAW + "第四十二条");
            }
            if (!enforcement.texts().containsKey("review")) {
                warn("procedures.enforcement.review", "没有重大决定的法制审核；法律规定的情形未经审核不得作出决定", PENALTY_LAW + "第五十八条");
            }
        });
    }

    private void warn(String rule, String text, String section) {
        warnings.add(new Warning(rule, text, section));
    }
}
