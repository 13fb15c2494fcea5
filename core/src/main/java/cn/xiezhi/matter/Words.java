package cn.xiezhi.matter;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text in the form in which it is compared when somebody searches: letters of any case, of full and of half width are the same (NFKD, small letters), and
 * so are all blanks. Chinese is not cut into words: any part of a text is found.
 */
public final class Words {
    /** A query has so many words at most; what follows is not looked at. */
    public static final int MOST = 8;
    private static final int BEFORE = 16;
    private static final int SHOWN = 80;

    private Words() {}

    /** A part of a text with the places in it that a search found, from inclusive and to exclusive in UTF-16 units. */
    public record Excerpt(String text, List<Mark> marks) {}

    public record Mark(int from, int to) {}

    public static String plain(String text) {
        return new Plain(text).plain.toString();
    }

    /** The words of a query, all of which are to be found; each once. */
    public static List<String> of(String query) {
        return Stream.of(plain(query).split(" ")).filter(w -> !w.isEmpty()).distinct().limit(MOST).toList();
    }

    /** Where the first of the words stands, with what is around it and every word in that marked; empty if none of them does. */
    public static Optional<Excerpt> excerpt(String text, List<String> words) {
        Plain p = new Plain(text);
        List<Mark> found = new ArrayList<>();
        for (String word : words) {
            for (int at = p.plain.indexOf(word); at >= 0; at = p.plain.indexOf(word, at + word.length())) {
                found.add(new Mark(p.origin[at], p.origin[at + word.length()]));
            }
        }
        return found.stream().mapToInt(Mark::from).min().stream().mapToObj(first -> cut(text, found, first)).findFirst();
    }

    private static Excerpt cut(String text, List<Mark> found, int first) {
        int from = whole(text, Math.max(0, first - BEFORE));
        int to = whole(text, Math.min(text.length(), Math.max(from + SHOWN, found.stream().filter(m -> m.from() == first).mapToInt(Mark::to).max().orElse(0))));
        int shift = from > 0 ? 1 : 0;
        List<Mark> marks = new ArrayList<>();
        int reached = from;
        for (Mark m : found.stream().filter(m -> m.to() <= to).sorted((a, b) -> a.from() != b.from() ? a.from() - b.from() : b.to() - a.to()).toList()) {
            if (m.from() >= reached && m.to() > m.from()) {
                marks.add(new Mark(m.from() - from + shift, m.to() - from + shift));
                reached = m.to();
            }
        }
        return new Excerpt((from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : ""), List.copyOf(marks));
    }

    /** Not in the middle of a character outside the basic plane. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** The plain form, and where in the original each of its units comes from. */
    private static final class Plain {
        final StringBuilder plain = new StringBuilder();
        int[] origin;

        Plain(String text) {
            origin = new int[text.length() + 1];
            for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                int c = text.codePointAt(at);
                String form = Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c) ? " " : form(c);
                for (int i = 0; i < form.length(); i++) {
                    put(at);
                    plain.append(form.charAt(i));
                }
            }
            put(text.length());
        }

        private void put(int from) {
            if (plain.length() >= origin.length) {
                origin = Arrays.copyOf(origin, 2 * origin.length);
            }
            origin[plain.length()] = from;
        }

        private static String form(int c) {
            boolean asItIs = c >= 0x4e00 && c <= 0x9fff || c >= 0x20000 && c <= 0x2a6df || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            String one = Character.toString(c);
            return asItIs ? one : Normalizer.normalize(one, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        }
    }
}
