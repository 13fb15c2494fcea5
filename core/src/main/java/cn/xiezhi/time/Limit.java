package cn.xiezhi.time;

/**
 * How long a duty may take: an amount and what it is counted in.
 *
 * @param amount 1 or more; 0 where there is no number, and for {@link Count#CALENDAR_DAYS} where the end of the
 *     trigger's own day is meant (当日)
 */
public record Limit(Count count, int amount) {
    /** The longest limit that a document can sensibly set; a larger number is a slip of the pen. */
    public static final int MOST = 10_000;

    public Limit {
        boolean sameDay = count == Count.CALENDAR_DAYS && amount == 0;
        if (count.hasAmount() ? (amount < 1 || amount > MOST) && !sameDay : amount != 0) {
            throw new IllegalArgumentException(count.code() + " cannot have the amount " + amount);
        }
    }

    public static Limit workingDays(int amount) {
        return new Limit(Count.WORKING_DAYS, amount);
    }

    public static Limit calendarDays(int amount) {
        return new Limit(Count.CALENDAR_DAYS, amount);
    }

    public static Limit hours(int amount) {
        return new Limit(Count.HOURS, amount);
    }

    public static Limit immediately() {
        return new Limit(Count.IMMEDIATELY, 0);
    }

    public static Limit promptly() {
        return new Limit(Count.PROMPTLY, 0);
    }

    /** As people say it: 3个工作日, 24小时, 立即, 当日. */
    public String text() {
        if (count == Count.CALENDAR_DAYS && amount == 0) {
            return "当日";
        }
        return switch (count) {
            case IMMEDIATELY, PROMPTLY -> count.unit();
            case WORKING_DAYS_BEFORE, CALENDAR_DAYS_BEFORE -> "提前" + amount + count.unit().replace("前", "");
            default -> amount + count.unit();
        };
    }

    @Override
    public String toString() {
        return count.hasAmount() ? amount + " " + count.code() : count.code();
    }
}
