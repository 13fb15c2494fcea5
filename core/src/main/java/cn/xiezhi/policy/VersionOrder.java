package cn.xiezhi.policy;

import java.math.BigInteger;
import java.util.Comparator;

/** Which of two versions is the later, by the number that their author gave: part by part, numbers as numbers. Of two with the same number neither is. */
public final class VersionOrder implements Comparator<String> {
    public static final VersionOrder INSTANCE = new VersionOrder();

    private VersionOrder() {}

    @Override
    public int compare(String a, String b) {
        String[] left = parts(a);
        String[] right = parts(b);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = part(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    /** Without the fingerprint of the content. */
    private static String[] parts(String version) {
        return version.replaceAll("\\+.*", "").split("[.-]");
    }

    /** A word is before a number: rc is before 1. */
    private static int part(String a, String b) {
        boolean first = a.matches("\\d+");
        boolean second = b.matches("\\d+");
        return first && second ? new BigInteger(a).compareTo(new BigInteger(b)) : first == second ? a.compareTo(b) : first ? 1 : -1;
    }
}
