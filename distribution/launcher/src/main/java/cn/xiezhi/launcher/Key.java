package cn.xiezhi.launcher;

import java.util.List;

/**
 * A key of {@code config/xiezhi.properties}.
 *
 * @param variable the environment variable that overrides it, or null
 * @param pid      the configuration that its value goes to as {@code property}, or null: only the launcher uses it
 * @param fallback what counts when neither is set
 * @param min      least value of a number
 * @param max      greatest value of a number, greatest length of a text in characters
 * @param choices  the only possible values; empty for a number or any text
 */
record Key(String name, String variable, String pid, String property, String fallback, boolean isNumber, long min, long max, List<String> choices) {
    private static final int LONGEST = 1000;

    static Key number(String name, String variable, String pid, String property, String fallback, long min, long max) {
        return new Key(name, variable, pid, property, fallback, true, min, max, List.of());
    }

    static Key text(String name, String variable, String pid, String property, String fallback) {
        return text(name, variable, pid, property, fallback, LONGEST);
    }

    static Key text(String name, String variable, String pid, String property, String fallback, int longest) {
        return new Key(name, variable, pid, property, fallback, false, 0, longest, List.of());
    }

    static Key choice(String name, String variable, String pid, String property, String... choices) {
        return new Key(name, variable, pid, property, choices[0], false, 0, LONGEST, List.of(choices));
    }

    /** @param where the file and key, or the variable, that an error names */
    void check(String value, String where) {
        String wanted = wanted(value);
        if (wanted != null) {
            throw new Failure(Failure.CONFIGURATION, "配置有误：" + where + " 应为" + wanted + "，当前为「" + value.replaceAll("\\p{Cntrl}", "？") + "」。");
        }
    }

    private String wanted(String value) {
        if (isNumber) {
            return isWithin(value) ? null : " " + min + " 至 " + max + " 的整数";
        }
        if (!choices.isEmpty()) {
            return choices.contains(value) ? null : " " + String.join(" 或 ", choices);
        }
        boolean plain = value.codePoints().noneMatch(Character::isISOControl) && value.codePointCount(0, value.length()) <= max;
        return plain ? null : "不超过 " + max + " 个字、不含控制字符的文字";
    }

    private boolean isWithin(String value) {
        try {
            long number = Long.parseLong(value);
            return number >= min && number <= max;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
