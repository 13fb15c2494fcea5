package cn.xiezhi.clock;

import cn.xiezhi.code.Coded;
import cn.xiezhi.matter.Light;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody is told when its time has come. There is one for a subject, kind and due time at most, whatever restarts or runs
 * beside; another due time (extended, counted anew) is another notice.
 *
 * @param subject what it is about: an obligation's id, or what runs out
 * @param due the end that it is about, exclusive
 * @param at when it was written
 * @param skipped its time had passed before it could be sent, and the same people are told of something later: kept, never shown
 */
public record Notice(String jurisdiction, String subject, Kind kind, Instant due, Address to, Optional<String> matter, Instant at, String text, boolean skipped) {
    /** In characters as people see them. */
    private static final int TITLE = 60;

    /** Why somebody is told. */
    public enum Kind implements Coded {
        YELLOW("yellow", "即将到期", Light.SOON),
        RED("red", "已逾期", Light.OVERDUE),
        LEADER("leader", "逾期，报负责人", Light.OVERDUE),
        MEETING("meeting", "逾期，报联席会议", Light.OVERDUE),
        EXPIRY("expiry", "有效期提醒", Light.SOON);

        private final String code;
        private final String text;
        private final Light light;

        Kind(String code, String text, Light light) {
            this.code = code;
            this.text = text;
            this.light = light;
        }

        @Override
        public String code() {
            return code;
        }

        public String text() {
            return text;
        }

        public Light light() {
            return light;
        }
    }

    /** The same for whoever writes it, which is what makes it one. */
    public String id() {
        return subject + "~" + kind.code() + "~" + due.toEpochMilli();
    }

    Notice withoutMatter() {
        return new Notice(jurisdiction, subject, kind, due, to, Optional.empty(), at, text, skipped);
    }

    /** As much of a matter's title as a notice has room for. */
    static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= TITLE ? title : title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…";
    }
}
