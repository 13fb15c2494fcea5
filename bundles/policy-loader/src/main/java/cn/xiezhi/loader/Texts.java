package cn.xiezhi.loader;

/** Words from outside in the product's own lines. */
final class Texts {
    private Texts() {}

    /** On one line, without what can't be seen, and not longer than a number of characters. */
    static String line(String text, int most) {
        String plain = text.codePoints().map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        return plain.codePointCount(0, plain.length()) <= most ? plain : plain.substring(0, plain.offsetByCodePoints(0, most)) + "…";
    }
}
