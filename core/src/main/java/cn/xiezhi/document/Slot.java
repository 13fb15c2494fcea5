package cn.xiezhi.document;

import java.util.Optional;
import java.util.stream.Stream;

/** The fields that every template may have; written {@code {{标题}}}. Besides them a template may name the fields of its procedure by their ids. */
public enum Slot {
    /** The organ's name (a meeting's for minutes) in red, sized to fill one line at most. */
    MARK("发文机关标志"),
    ISSUER("发文机关"),
    NUMBER("文号"),
    TITLE("标题"),
    /** With its colon. */
    ADDRESSEE("主送"),
    /** All that is said, with headings and tables. */
    BODY("正文"),
    ATTACHMENTS("附件"),
    /** Who signs, and the date. */
    SIGNATURE("落款"),
    DATE("成文日期"),
    COPIES("抄送"),
    /** Who printed it and when (§7.4.2), below the copies; a letter has none (§10.1). */
    IMPRINT("印发"),
    /** Copies and imprint at the foot of the last page, with their lines (§7.4). */
    COLOPHON("版记");

    private final String text;

    Slot(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<Slot> named(String text) {
        return Stream.of(values()).filter(s -> s.text.equals(text)).findFirst();
    }
}
