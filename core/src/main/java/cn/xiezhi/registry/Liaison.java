package cn.xiezhi.registry;

import cn.xiezhi.code.Coded;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whom other organs turn to. Not an account: a deputy head need not use the platform.
 *
 * @param since the first day
 * @param until the last day, that day included
 */
public record Liaison(String id, String jurisdiction, String organ, Kind kind, String name, String phone, LocalDate since, Optional<LocalDate> until) {
    /** What for. */
    public enum Kind implements Coded {
        LIAISON("liaison", "联络员"),
        DEPUTY_HEAD("deputyHead", "分管负责人"),
        APPROVAL_CONTACT("approvalContact", "审批联系人");

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
