package cn.xiezhi.policy;

import cn.xiezhi.code.Coded;
import java.util.Optional;

/** Under which circumstances a limit holds. */
public enum Variant implements Coded {
    NORMAL("normal", "一般"),
    URGENT("urgent", "情况紧急"),
    GRAVE("grave", "重大违法"),
    EXTENDED("extended", "延长");

    private final String code;
    private final String text;

    Variant(String code, String text) {
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

    public static Optional<Variant> of(String code) {
        return Coded.find(values(), code);
    }
}
