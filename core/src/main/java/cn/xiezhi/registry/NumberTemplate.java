package cn.xiezhi.registry;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How an organ numbers its documents: its own mark around three fields, each of which stands in it once, e.g.
 * {@code 凤{文种}〔{年}〕{号}号}. Numbers carry no leading zeros (GB/T 9704-2012 §7.2.5).
 */
public record NumberTemplate(String text) {
    public static final int LONGEST = 60;
    private static final String KIND = "{文种}";
    private static final String YEAR = "{年}";
    private static final String ORDINAL = "{号}";
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** @throws IllegalArgumentException in Chinese, if it can't number documents */
    public NumberTemplate {
        if (text.codePointCount(0, text.length()) > LONGEST || UNFIT.matcher(text).find()) {
            throw new IllegalArgumentException("文号格式不能超过 " + LONGEST + " 个字，也不能含有控制字符");
        }
        String rest = text;
        for (String field : List.of(KIND, YEAR, ORDINAL)) {
            int at = rest.indexOf(field);
            if (at < 0 || rest.indexOf(field, at + 1) >= 0) {
                throw new IllegalArgumentException("文号格式中“" + field + "”应当出现且只出现一次，例如：凤{文种}〔{年}〕{号}号");
            }
            rest = rest.replace(field, "");
        }
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new IllegalArgumentException("文号格式中只能有{文种}、{年}、{号}三个字段");
        }
    }

    /** @param mark the word for the kind of document, e.g. 移 */
    public String number(String mark, int year, int ordinal) {
        return filled(mark, year, Integer.toString(ordinal));
    }

    /** A number that is not given yet. */
    public String blank(String mark, int year) {
        return filled(mark, year, "　");
    }

    private String filled(String mark, int year, String ordinal) {
        return text.replace(YEAR, Integer.toString(year)).replace(ORDINAL, ordinal).replace(KIND, mark);
    }
}
