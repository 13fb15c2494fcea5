package cn.xiezhi.desk;

import cn.xiezhi.matter.Hashes;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody without an account follows a matter by: 20 random characters in groups of four, none that look alike, some
 * 99 bits. Only its hash is kept.
 */
final class QueryCode {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private QueryCode() {}

    static String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What is kept in its place, however the groups and letters were typed, also by a Chinese keyboard; empty if it can't be a code. */
    static Optional<String> fingerprint(String typed) {
        if (typed.length() > 2 * LENGTH) {
            return Optional.empty();
        }
        String code = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        boolean possible = code.length() == LENGTH && code.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
        return possible ? Optional.of(Hashes.sha256(code)) : Optional.empty();
    }
}
