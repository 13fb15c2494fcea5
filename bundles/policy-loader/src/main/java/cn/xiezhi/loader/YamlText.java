package cn.xiezhi.loader;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a rule file: bytes to characters, nothing repaired silently. */
final class YamlText {
    /** The largest file that is read, in bytes. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Pattern TAB = Pattern.compile("(?m)^[ \\t]*\\t");

    private YamlText() {}

    /** The text; empty, with the reason among the problems, if it is too large or not UTF-8. */
    static Optional<String> decode(byte[] bytes, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add("文件超过 1 MiB 上限；规则文件应只含规则，请删去无关内容");
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            problems.add(1 + (int) text.chars().filter(c -> c == '\n').count(), "", "不是 UTF-8 编码；请用 UTF-8 另存此文件");
            return Optional.empty();
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.isBlank()) {
            problems.add("文件是空的");
            return Optional.empty();
        }
        tabs(text, problems);
        return problems.none() ? Optional.of(text) : Optional.empty();
    }

    private static void tabs(String text, Problems problems) {
        Matcher tab = TAB.matcher(text);
        int line = 1;
        for (int seen = 0; tab.find(); seen = tab.start()) {
            line += (int) text.substring(seen, tab.start()).chars().filter(c -> c == '\n').count();
            problems.add(line, "", "行首有制表符（Tab）；缩进请用空格");
        }
    }
}
