package cn.xiezhi.message;

import cn.xiezhi.code.Coded;
import java.util.Optional;

/** By which way a reminder leaves the product. */
public enum Way implements Coded {
    NONE("none", "不在平台外提醒"),
    MAIL("mail", "电子邮件"),
    ROBOT("robot", "群机器人");

    private final String code;
    private final String text;

    Way(String code, String text) {
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

    public static Optional<Way> of(String code) {
        return Coded.find(values(), code);
    }
}
