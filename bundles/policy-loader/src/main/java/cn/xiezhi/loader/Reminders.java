package cn.xiezhi.loader;

import cn.xiezhi.policy.ReminderRules;
import java.util.ArrayList;
import java.util.List;

/** Reads the section {@code reminders}: the county's own arrangement, no rule of a document, so without citation; each key may be left out. */
final class Reminders {
    static final int MOST_WORKING_DAYS = 60;
    static final int MOST_DAYS = 365;
    static final int MOST_TIMES = 5;

    private Reminders() {}

    /** What is wrong is noted, and the default stands in for it. */
    static ReminderRules read(Section s) {
        ReminderRules otherwise = ReminderRules.DEFAULT;
        int before = s.integerIfAny("beforeWorkingDays", 1, MOST_WORKING_DAYS).orElse(otherwise.beforeWorkingDays());
        int leader = s.integerIfAny("leaderAfterWorkingDays", 1, MOST_WORKING_DAYS).orElse(otherwise.leaderAfterWorkingDays());
        int meeting = s.integerIfAny("meetingAfterWorkingDays", 1, MOST_WORKING_DAYS).orElse(Math.max(leader, otherwise.meetingAfterWorkingDays()));
        List<Integer> expiry = s.has("expiryDays") ? days(s) : otherwise.expiryDays();
        s.finish();
        if (meeting < leader) {
            s.problem("meetingAfterWorkingDays", "报联席会议（逾期满 " + meeting + " 个工作日）不能早于报负责人（满 " + leader + " 个工作日）");
            return otherwise;
        }
        return new ReminderRules(before, leader, meeting, expiry);
    }

    private static List<Integer> days(Section s) {
        List<Integer> days = new ArrayList<>(s.integers("expiryDays", 1, MOST_DAYS));
        if (days.size() > MOST_TIMES) {
            s.problem("expiryDays", "最多提醒 " + MOST_TIMES + " 次");
        }
        return days;
    }
}
