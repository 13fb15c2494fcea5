package cn.xiezhi.policy;

import java.util.List;

/**
 * Whom the platform tells of a limit, and when. No document sets these: they are the county's own arrangement, have no citation
 * and are shown as such; they neither lengthen nor shorten any limit.
 *
 * @param beforeWorkingDays how many working days before its end those who owe a duty are reminded
 * @param leaderAfterWorkingDays how many full working days after the end the organ's leaders are told
 * @param meetingAfterWorkingDays how many full working days after the end the joint meeting's office is told; not fewer than the leaders'
 * @param expiryDays how many calendar days before something runs out (a certificate, an entrustment) it is said; the longest first
 */
public record ReminderRules(int beforeWorkingDays, int leaderAfterWorkingDays, int meetingAfterWorkingDays, List<Integer> expiryDays) {
    public static final ReminderRules DEFAULT = new ReminderRules(1, 1, 5, List.of(30, 7));

    public ReminderRules {
        expiryDays = expiryDays.stream().sorted((a, b) -> b - a).toList();
        if (beforeWorkingDays < 1 || leaderAfterWorkingDays < 1 || meetingAfterWorkingDays < leaderAfterWorkingDays) {
            throw new IllegalArgumentException("reminders come before the limit, then to the leaders, then to the joint meeting");
        }
    }
}
