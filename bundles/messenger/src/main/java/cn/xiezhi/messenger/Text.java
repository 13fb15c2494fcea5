package cn.xiezhi.messenger;

import cn.xiezhi.message.Letter;
import cn.xiezhi.message.Letter.Line;
import java.nio.charset.StandardCharsets;

/** A letter in words: as a plain mail, and as what group robots call markdown. */
final class Text {
    private Text() {}

    /** @param publicAddress where people open the product; empty: no links */
    static String mail(Letter letter, String publicAddress) {
        StringBuilder text = new StringBuilder();
        for (Line line : letter.lines()) {
            text.append(plain(line.text())).append("\r\n");
            line.path().filter(p -> !publicAddress.isEmpty()).ifPresent(p -> text.append("  ").append(link(publicAddress, p)).append("\r\n"));
            text.append("\r\n");
        }
        return text.append("这是平台自动发出的提醒，请勿回复。收不收、什么时候收，可在平台的“提醒设置”中改变。\r\n").toString();
    }

    /** As many lines as there is room for; the others are counted. */
    static String markdown(Letter letter, String publicAddress, int mostBytes) {
        StringBuilder text = new StringBuilder("**").append(escaped(letter.subject())).append("**\n\n");
        int left = letter.lines().size();
        for (Line line : letter.lines()) {
            String item = "- " + escaped(line.text()) + line.path().filter(p -> !publicAddress.isEmpty()).map(p -> " [打开](" + link(publicAddress, p) + ")").orElse("") + "\n";
            String rest = "- 另有 " + left + " 项，请在平台中查看\n";
            if (bytes(text) + bytes(item) + bytes(rest) > mostBytes) {
                return text.append(rest).toString();
            }
            text.append(item);
            left--;
        }
        return text.toString();
    }

    private static String link(String publicAddress, String path) {
        return publicAddress.replaceAll("/+$", "") + path;
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cc}+", " ");
    }

    /** Nobody's words become a link, a heading or a call to somebody in the group. */
    private static String escaped(String text) {
        return plain(text).replace('[', '［').replace(']', '］').replace('<', '＜').replace('>', '＞').replace('@', '＠').replace('*', '＊').replace('`', '｀').replace('#', '＃');
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
