package cn.xiezhi.identity;

import cn.xiezhi.matter.Hashes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Random secrets, and what a password has to be. */
final class Secrets {
    static final int LEAST_LENGTH = 10;
    static final int MOST_LENGTH = 200;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 random bits, for a session or a token. */
    static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored in a secret's place. */
    static String fingerprint(String secret) {
        return Hashes.sha256(secret);
    }

    /** A password that is good for one sign-in: 16 characters of all kinds, none that look alike. */
    static String oneTimePassword() {
        StringBuilder text = new StringBuilder("Xz-7");
        for (int i = 0; i < 12; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** What is wrong with a password that somebody chose; empty when it will do. */
    static Optional<String> weakness(String user, String password) {
        if (password.length() < LEAST_LENGTH || password.length() > MOST_LENGTH) {
            return Optional.of("密码长度应为 " + LEAST_LENGTH + " 至 " + MOST_LENGTH + " 个字符");
        }
        if (password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT))) {
            return Optional.of("密码不能包含用户名");
        }
        long kinds = Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]").filter(kind -> password.matches("(?s).*" + kind + ".*")).count();
        return kinds < 3 ? Optional.of("密码应含大写字母、小写字母、数字、符号中的至少三种") : Optional.empty();
    }
}
