package cn.xiezhi.revision;

import java.util.List;
import java.util.Optional;

/** What was asked for, or why it can't be done; exactly one of the two. */
public record Answer<T>(Optional<T> value, Optional<Objection> objection) {
    /**
     * Why not.
     *
     * @param message for people: what is wrong and what to do
     * @param errors one line each, where there are several
     */
    public record Objection(Reason reason, String message, List<String> errors) {}

    /** Stable, for programs. */
    public enum Reason {
        UNKNOWN_VERSION("unknown-version"), UNKNOWN_TERM("unknown-term"), RULES_REFUSED("rules-refused"), ALREADY_IN_FORCE("already-in-force"),
        SINCE_IN_THE_PAST("since-in-the-past"), SOMEBODY_DECIDED("somebody-decided"), HAS_BEGUN("has-begun"),
        /** The jurisdiction has no rules in force. */
        NOT_IN_FORCE("rules-not-in-force"),
        /** Other rules came into force while it was under way; what was done stays. */
        RULES_CHANGED("rules-changed"),
        STOPPED("stopped");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static <T> Answer<T> of(T value) {
        return new Answer<>(Optional.of(value), Optional.empty());
    }

    public static <T> Answer<T> not(Reason reason, String message) {
        return not(reason, message, List.of());
    }

    static <T> Answer<T> not(Reason reason, String message, List<String> errors) {
        return new Answer<>(Optional.empty(), Optional.of(new Objection(reason, message, List.copyOf(errors))));
    }
}
