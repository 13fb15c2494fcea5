package cn.xiezhi.message;

import java.util.Arrays;
import java.util.Optional;

/** By which way a reminder leaves the product. */
public enum Way {
    NONE("none", "不在平台外提醒"),
    MAIL("mail", "电子邮件"),
    ROBOT("robot", "群机器人");

    private final String code;
    private final String text;

    Way(String code, String text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    public static Optional<Way> of(String code) {
        return Arrays.stream(values()).filter(w -> w.code.equals(code)).findFirst();
    }
}
