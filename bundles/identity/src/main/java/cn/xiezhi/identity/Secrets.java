package cn.xiezhi.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets, and the hash under which they are known. */
record Secrets(SecureRandom random) {
    private static final int BYTES = 32;
    /** Without what is easily mistaken on paper: 0 O, 1 l I. */
    private static final String[] KINDS = {"ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789"};

    /** 256 bits, fit for a cookie. */
    String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Four groups of four to be typed once, e.g. {@code Kq7m-Xw3T-…}; some 85 bits. Meets the password rules. */
    String oneTimePassword() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            // The first three places make sure of one of each kind.
            String letters = i < KINDS.length ? KINDS[i] : String.join("", KINDS);
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
