package cn.xiezhi.policy;

/**
 * A rule that a procedure knows besides its limits: what a policy file may say under the procedure's name.
 *
 * @param key in the policy file
 * @param meaning in a few Chinese words, for whoever reads or compares policies
 * @param least for a number: the smallest possible
 * @param most for a number: the largest possible
 */
public record Rule(String key, Kind kind, String meaning, boolean required, int least, int most) {
    public enum Kind {
        /** The document says something, in short words of one's own. */
        TEXT,
        NUMBER,
        /** Named entries, e.g. the papers that go along or the kinds of a decision. */
        LIST
    }

    public static Rule text(String key, String meaning) {
        return new Rule(key, Kind.TEXT, meaning, false, 0, 0);
    }

    public static Rule number(String key, String meaning, int least, int most) {
        return new Rule(key, Kind.NUMBER, meaning, false, least, most);
    }

    public static Rule list(String key, String meaning) {
        return new Rule(key, Kind.LIST, meaning, false, 0, 0);
    }

    /** Every policy that has the procedure has to say it. */
    public Rule must() {
        return new Rule(key, kind, meaning, true, least, most);
    }
}
