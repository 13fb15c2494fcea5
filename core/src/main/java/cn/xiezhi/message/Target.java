package cn.xiezhi.message;

import cn.xiezhi.code.Coded;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a letter goes. */
public sealed interface Target {
    Way way();

    /** A person's mailbox. */
    record Mailbox(String address) implements Target {
        private static final int LONGEST = 254;
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

        /** @throws IllegalArgumentException if it is no plain address; says so in Chinese */
        public Mailbox {
            if (address.length() > LONGEST || !FORM.matcher(address).matches() || address.indexOf('@') > 64) {
                throw new IllegalArgumentException("邮箱地址应形如 name@example.com，不超过 " + LONGEST + " 个字符");
            }
        }

        @Override
        public Way way() {
            return Way.MAIL;
        }
    }

    /**
     * The robot of an organ's chat group.
     *
     * @param organ the organ's id, or {@link #COUNTY}
     * @param address with the group's key: a secret
     * @param secret what requests are signed with; empty where the group doesn't ask for it
     */
    record Robot(String jurisdiction, String organ, Kind kind, String address, Optional<String> secret, String setBy, Instant setAt) implements Target {
        /** For every organ that has none of its own. */
        public static final String COUNTY = "*";

        @Override
        public Way way() {
            return Way.ROBOT;
        }

        /** Never shows the secrets. */
        @Override
        public String toString() {
            return "robot of " + organ;
        }

        /** Whose robots they are. */
        public enum Kind implements Coded {
            WECOM("wecom", "企业微信"),
            DINGTALK("dingtalk", "钉钉");

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
}
