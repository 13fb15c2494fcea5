package cn.xiezhi.clock;

import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.ReminderRules;
import cn.xiezhi.procedure.Meeting;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which notices are due. Pure: it says all whose time has come, sent before or not; keeping each only once is the store's. */
public final class Reminders {
    private Reminders() {}

    /** Obligations that end later than this have no notice due yet: the end of the last working day that is near enough. */
    public static Instant horizon(Situation s) {
        return Zone.endOf(s.calendar().plusWorkingDays(Zone.day(s.now()), s.policy().reminders().beforeWorkingDays()));
    }

    /**
     * The notices of an open obligation whose time has come. Of several for the same people only the last is sent, the others are
     * marked as skipped: who comes back after an outage is not told "soon" of what is overdue.
     */
    public static List<Notice> due(Situation s, Owed owed) {
        Map<Kind, Address> reached = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.YELLOW, Kind.RED, Kind.LEADER, Kind.MEETING)) {
            if (reached(s, owed.obligation(), kind)) {
                reached.put(kind, to(s, owed.obligation(), kind));
            }
        }
        List<Notice> notices = new ArrayList<>();
        reached.forEach((kind, to) -> {
            boolean overtaken = reached.entrySet().stream().anyMatch(later -> later.getKey().compareTo(kind) > 0 && later.getValue().equals(to));
            notices.add(new Notice(s.policy().jurisdiction().id(), owed.obligation().id(), kind, owed.obligation().dueAtExclusive().orElseThrow(), to,
                    Optional.of(owed.matter()), s.now(), text(s, owed, kind), overtaken));
        });
        return notices;
    }

    private static boolean reached(Situation s, Obligation o, Kind kind) {
        ReminderRules rules = s.policy().reminders();
        return switch (kind) {
            case YELLOW -> o.dueAtExclusive().filter(due -> !due.isAfter(horizon(s))).isPresent();
            case RED -> o.overdue(s.now());
            case LEADER -> after(s, o, rules.leaderAfterWorkingDays());
            case MEETING -> after(s, o, rules.meetingAfterWorkingDays());
            case EXPIRY -> false;
        };
    }

    /** Whether so many working days have wholly passed since the last day. */
    private static boolean after(Situation s, Obligation o, int workingDays) {
        return o.overdue(s.now()) && o.lastDay().filter(last -> !s.now().isBefore(Zone.endOf(s.calendar().plusWorkingDays(last, workingDays)))).isPresent();
    }

    private static Address to(Situation s, Obligation o, Kind kind) {
        return switch (kind) {
            case LEADER -> Address.leaders(o.owedBy());
            case MEETING -> s.organOf(Organ.Kind.JOINT_MEETING).or(() -> Meeting.office(s)).or(() -> s.organOf(Organ.Kind.JUSTICE_BUREAU)).map(Organ::id).map(Address::organ).orElse(Address.NOBODY);
            default -> Address.organ(o.owedBy());
        };
    }

    /** The joint meeting's office need not see the matter itself: what it is told names the duty and the number, not the case. */
    private static String text(Situation s, Owed owed, Kind kind) {
        ReminderRules rules = s.policy().reminders();
        String duty = "“" + s.procedures().text(owed.obligation().duty()) + "”";
        String end = Zone.endText(owed.obligation().dueAtExclusive().orElseThrow(), s.now());
        String title = "：" + Notice.shortened(owed.title());
        return switch (kind) {
            case YELLOW -> duty + "将于" + end + "到期" + title;
            case RED -> duty + "已于" + end + "到期，尚未办理" + title;
            case LEADER -> duty + "已于" + end + "到期，逾期已满" + rules.leaderAfterWorkingDays() + "个工作日，仍未办理，请督办" + title;
            default -> s.nameOf(owed.obligation().owedBy()) + "的" + duty + "已于" + end + "到期，逾期已满" + rules.meetingAfterWorkingDays()
                    + "个工作日，仍未办理，请协调（事项编号 " + owed.matter() + "）";
        };
    }
}
