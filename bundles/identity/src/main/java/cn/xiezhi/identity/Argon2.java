package cn.xiezhi.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hashes as PHC strings, at the cost that OWASP names (19 MiB, 2 passes, 1 lane). Bouncy Castle is loaded with the
 * first hash. Only a few are computed at once: each takes its memory.
 */
final class Argon2 {
    /** What a hash costs. */
    record Cost(int kibibytes, int passes, int lanes) {
        static final Cost STANDARD = new Cost(19_456, 2, 1);
    }

    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Cost cost;
    private final SecureRandom random;
    private final Semaphore atOnce = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    Argon2(Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.kibibytes + ",t=" + cost.passes + ",p=" + cost.lanes + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(compute(password, salt, cost, HASH_BYTES));
    }

    /** @throws IllegalStateException if what is stored is no Argon2id hash */
    boolean matches(String password, String phc) {
        Matcher parts = parsed(phc);
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(expected, compute(password, Base64.getDecoder().decode(parts.group(4)), cost(parts), expected.length));
    }

    /** As much work as {@link #matches}, for a user who doesn't exist. */
    void pretend(String password) {
        compute(password, new byte[SALT_BYTES], cost, HASH_BYTES);
    }

    /** Whether a hash was made at another cost than the one that holds now. */
    boolean outdated(String phc) {
        return !cost(parsed(phc)).equals(cost);
    }

    private byte[] compute(String password, byte[] salt, Cost at, int length) {
        atOnce.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(at.kibibytes).withIterations(at.passes).withParallelism(at.lanes).withSalt(salt).build());
            byte[] hash = new byte[length];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            atOnce.release();
        }
    }

    private static Matcher parsed(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalStateException("the stored password hash is no argon2id hash");
        }
        return parts;
    }

    private static Cost cost(Matcher parts) {
        return new Cost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }
}
