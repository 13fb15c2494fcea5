package cn.xiezhi.loader;

import cn.xiezhi.time.Zone;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words by which things of a rule file are called. */
final class Names {
    static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9-]{0,39}");
    static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,31}");

    private Names() {}

    /** A required id: letters, digits and hyphens, beginning with a small letter. */
    static Optional<String> id(Section s, String key) {
        return matching(s, key, ID, "应以小写字母开头，只含字母、数字和连字符");
    }

    /** A required version of a file's content. */
    static Optional<String> version(Section s) {
        return matching(s, "version", VERSION, "应为版本号，如 2021.1");
    }

    /** The version by which a content is known: with the first eight hexadecimal digits of the text's SHA-256, so that another content is another version. */
    static String fingerprinted(String version, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return version + "+" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Optional: the local time from which a file is to be in force. */
    static Optional<Instant> inForceFromIfAny(Section s) {
        return s.textIfAny("inForceFrom").flatMap(text -> {
            try {
                LocalDateTime from = LocalDateTime.parse(text);
                if (from.getYear() >= 2000 && from.getYear() < 2200) {
                    return Optional.of(from.atZone(Zone.SHANGHAI).toInstant());
                }
            } catch (DateTimeParseException e) {
                // said below
            }
            s.problem("inForceFrom", "应是施行的北京时间，如 2027-01-01T00:00，不是“" + text + "”");
            return Optional.empty();
        });
    }

    /** An optional GB/T 2260 code of a number of digits. */
    static Optional<String> divisionIfAny(Section s, String key, int digits) {
        return s.textIfAny(key).filter(code -> {
            boolean right = code.matches("[1-9]\\d{" + (digits - 1) + "}");
            if (!right) {
                s.problem(key, "行政区划代码应为 " + digits + " 位数字，不是“" + code + "”");
            }
            return right;
        });
    }

    private static Optional<String> matching(Section s, String key, Pattern pattern, String rule) {
        return s.text(key).filter(text -> {
            boolean right = pattern.matcher(text).matches();
            if (!right) {
                s.problem(key, "“" + text + "”不合格式；" + rule);
            }
            return right;
        });
    }
}
