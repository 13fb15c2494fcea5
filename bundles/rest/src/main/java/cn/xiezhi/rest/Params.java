package cn.xiezhi.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads query parameters and JSON properties strictly: what can't be read is a 400 that names it, never a default. */
final class Params {
    private static final int MOST = 100;
    private static final Pattern HOSTILE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");

    private Params() {}

    /** A text parameter; blank is the same as none. */
    static Optional<String> text(String name, String value) {
        Optional<String> text = Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
        text.filter(t -> t.length() > 200 || HOSTILE.matcher(t).find()).ifPresent(t -> {
            throw Problem.bad("bad-parameter", name, "“" + name + "”过长或含有不可用的字符");
        });
        return text;
    }

    static Optional<Boolean> bool(String name, String value) {
        return text(name, value).map(v -> switch (v) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.bad("bad-parameter", name, "“" + name + "”应为 true 或 false");
        });
    }

    static int limit(String value, int fallback) {
        return text("limit", value).map(v -> (int) number("limit", v, 1, MOST)).orElse(fallback);
    }

    static long number(String name, String value, long least, long most) {
        if (value != null && value.matches("\\d{1,15}")) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Problem.bad("bad-parameter", name, "“" + name + "”应为 " + least + " 至 " + most + " 的整数");
    }

    /** A day between 2000 and 2100. */
    static Optional<LocalDate> day(String name, String value) {
        return text(name, value).map(v -> {
            try {
                LocalDate day = LocalDate.parse(v);
                if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // said below
            }
            throw Problem.bad("bad-parameter", name, "“" + name + "”应为 2000 至 2100 年的日期，如 2026-11-21");
        });
    }

    /** A property that must be there, as one line of text for people or a name. */
    static String needed(String name, String value) {
        return text(name, value).orElseThrow(() -> Problem.bad("missing-property", name, "缺少“" + name + "”"));
    }

    /** A secret: taken as it is, only bounded. */
    static String secret(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw Problem.bad("missing-property", name, "缺少“" + name + "”");
        }
        if (value.length() > 1000) {
            throw Problem.bad("bad-parameter", name, "“" + name + "”过长");
        }
        return value;
    }
}
