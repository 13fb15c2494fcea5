package cn.xiezhi.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a mistyped word was meant to be. */
public final class Nearest {
    private Nearest() {}

    /** The end of a message: the known word that comes close, and else all of them. */
    public static String hint(String word, Collection<String> known) {
        return of(word, known).map(near -> "；是否想写 " + near + "？").orElseGet(() -> "；可用：" + String.join("、", known));
    }

    public static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(k -> Math.abs(word.length() - k.length()) <= furthest(k) && distance(word, k) <= furthest(k))
                .min(Comparator.comparingInt(k -> distance(word, k)));
    }

    private static int furthest(String known) {
        return Math.max(2, known.length() / 3);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
