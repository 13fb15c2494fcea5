package cn.xiezhi.registry;

import cn.xiezhi.code.Coded;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What entitles an officer to act; at most one of a kind.
 *
 * @param until the last day on which it is valid, that day included; empty for one without an end
 */
public record Certificate(Kind kind, String number, Optional<LocalDate> until) {
    /** What it entitles to. */
    public enum Kind implements Coded {
        ENFORCEMENT("enforcement", "行政执法证"),
        SUPERVISION("supervision", "行政执法监督证"),
        REVIEW("review", "法制审核资格");

        private final String code;
        private final String text;

        Kind(String code, String text) {
            this.code = code;
            this.text = text;
        }

        @Override
        public String code() {
            return code;
        }

        public String text() {
            return text;
        }

        public static Optional<Kind> of(String code) {
            return Coded.find(values(), code);
        }
    }

    public boolean valid(LocalDate day) {
        return until.filter(day::isAfter).isEmpty();
    }
}
