package cn.xiezhi.policy;

/** One level of a dispute path: who handles it there and what that one can do. */
public record DisputeLevel(String id, String name, Kind kind, By by, String citation) {
    public enum Kind {
        /** The parties agree, or one of them passes it up. */
        NEGOTIATE,
        /** A third brings the parties to agree, or passes it up with its opinion. */
        COORDINATE,
        /** The last word. */
        DECIDE
    }

    /** The organ that handles a level, by its kind in the register. */
    public enum By { PARTIES, JUSTICE_BUREAU, LEGAL_OFFICE, JOINT_MEETING, GOVERNMENT }

    public DisputeLevel {
        if ((kind == Kind.NEGOTIATE) != (by == By.PARTIES)) {
            throw new IllegalArgumentException("parties negotiate, others don't");
        }
    }
}
