package cn.xiezhi.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What a password chosen by a person has to be (GB/T 22239-2019, 8.1.4.1: complexity). */
final class PasswordRules {
    static final int LEAST = 10;
    /** Longer ones only cost time. */
    static final int MOST = 128;

    private PasswordRules() {}

    /** What is wrong with a password, in Chinese; empty if it will do. */
    static Optional<String> problem(String user, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST) {
            return Optional.of("密码至少" + LEAST + "个字符");
        }
        if (length > MOST) {
            return Optional.of("密码最多" + MOST + "个字符");
        }
        IntPredicate other = c -> !Character.isUpperCase(c) && !Character.isLowerCase(c) && !Character.isDigit(c);
        long kinds = Stream.<IntPredicate>of(Character::isUpperCase, Character::isLowerCase, Character::isDigit, other).filter(kind -> password.codePoints().anyMatch(kind)).count();
        if (kinds < 3) {
            return Optional.of("密码应包含大写字母、小写字母、数字、其他字符中的至少三种");
        }
        if (password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT))) {
            return Optional.of("密码不能包含用户名");
        }
        return Optional.empty();
    }
}
