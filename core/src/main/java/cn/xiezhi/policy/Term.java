package cn.xiezhi.policy;

import cn.xiezhi.code.Coded;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The decision that a version is in force from an instant on. Decisions are only ever added; one that has not come to pass may be withdrawn.
 *
 * @param seq 1, 2, … in a jurisdiction and subject, in the order of deciding
 * @param since from when, inclusive; may lie ahead of {@code decidedAt}, never behind it
 * @param decidedBy the administrator's user name, or {@link Edition#DROPPED}
 * @param reason why, and by which document; Chinese
 */
public record Term(int seq, String version, Instant since, Instant decidedAt, String decidedBy, Kind kind, String reason, Optional<Instant> withdrawnAt) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** From when which version, and by whose decision; for people. */
    public String text() {
        return Zone.local(since).format(MINUTES) + " 起施行 " + version + "（" + (decidedBy.equals(Edition.DROPPED) ? "随规则包装入" : "由 " + decidedBy + " 决定") + "）";
    }

    /** How a version came to be in force. */
    public enum Kind implements Coded {
        /** Its bundle was put into the product. */
        ARRIVED("arrived", "随规则包施行"),
        /** An administrator decided. */
        ADOPTED("adopted", "管理员启用"),
        /** An administrator brought a former version back. */
        BACK("back", "恢复原版本");

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
}
