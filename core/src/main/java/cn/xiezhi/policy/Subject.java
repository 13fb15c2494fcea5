package cn.xiezhi.policy;

import cn.xiezhi.code.Coded;
import java.util.Optional;

/** What a rule file lays down. Each has versions of its own in every jurisdiction. */
public enum Subject implements Coded {
    POLICY("policy", "规则"),
    CALENDAR("calendar", "工作日历");

    private final String code;
    private final String text;

    Subject(String code, String text) {
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

    public static Optional<Subject> of(String code) {
        return Coded.find(values(), code);
    }
}
