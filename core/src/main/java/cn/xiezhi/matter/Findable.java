package cn.xiezhi.matter;

/**
 * What an act adds to the words that a matter is found by.
 *
 * @param open what everybody reads who sees the matter
 * @param sealed what only the holders of some parts read
 */
public record Findable(String open, String sealed) {
    public static final Findable NOTHING = new Findable("", "");

    /** Parts one value from the next, so that no word is found across both. */
    public static final String BETWEEN = "\n";
}
