package cn.xiezhi.assessment;

import java.util.Optional;

/**
 * What became of a number of obligations in a period; see {@link Period} for which belong to it and {@link Reckoning} for how they are counted.
 *
 * @param arose all that belong to the period: the sum of those below except {@code extended}
 * @param late met after the end of its limit
 * @param extended those of the counted ones whose limit was extended, whatever became of them: one met within the longer
 *     limit is on time as well
 * @param refused declined with a reason by the organ that owed it, with a number or without
 * @param unanswered open at the end of the period with the limit run out
 * @param running open, the limit still running; 0 once the period is over
 * @param metWithoutNumber where the document only says promptly, so that nothing can be on time or late
 * @param cancelled no longer owed because the matter ended; not in the rate, nor is {@code passedOn}
 * @param medianHours from trigger to answer (met or refused), to a tenth
 * @param medianWorkingDays the same, counted as limits are: the trigger's day is 0
 */
public record Figures(int arose, int onTime, int late, int extended, int refused, int unanswered, int running, int metWithoutNumber, int openWithoutNumber,
        int cancelled, int passedOn, Optional<Double> medianHours, Optional<Double> medianWorkingDays) {
    /** The share that was on time of all whose time was up, 0 to 1; empty if there is none. */
    public Optional<Double> rate() {
        int judged = onTime + late + unanswered + refused;
        return judged == 0 ? Optional.empty() : Optional.of((double) onTime / judged);
    }
}
