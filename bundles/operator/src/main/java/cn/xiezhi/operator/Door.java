package cn.xiezhi.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Who comes in: only somebody on this machine, directly, with the password. */
final class Door {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** @param status of HTTP; 200: let in */
    enum Answer {
        IN(200, "准入"), ELSEWHERE(404, "不是直接从本机来的"), FOREIGN(403, "来自别的网站"), WHO(401, "没有口令"), WRONG(401, "用户名或口令不对"), LATER(429, "口令连续不对，一分钟后再试");

        final int status;
        /** For the log. */
        final String text;

        Answer(int status, String text) {
            this.status = status;
            this.text = text;
        }
    }

    /**
     * What counts of a request.
     *
     * @param port          on which it came in
     * @param forwarded     a proxy handed it on
     * @param origin        the page that sent it, as browsers say of whatever changes something
     * @param authorization the header, as it came
     */
    record Request(String method, int port, String host, boolean forwarded, Optional<String> origin, Optional<String> authorization) {}

    private final int port;
    private final String user;
    private final Supplier<Optional<String>> password;
    private final Clock clock;
    private final Attempts attempts = new Attempts();

    /** @param password as it is now; empty: nobody comes in */
    Door(int port, String user, Supplier<Optional<String>> password, Clock clock) {
        this.port = port;
        this.user = user;
        this.password = password;
        this.clock = clock;
    }

    Answer ask(Request request) {
        String name = request.host().replaceFirst(":\\d+$", "");
        // Another name for this machine means that somebody else's page leads here.
        if (request.port() != port || request.forwarded() || !HERE.contains(name)) {
            return Answer.ELSEWHERE;
        }
        if (!READING.contains(request.method()) && request.origin().filter(o -> !o.equals("http://" + request.host())).isPresent()) {
            return Answer.FOREIGN;
        }
        if (request.authorization().isEmpty()) {
            return Answer.WHO;
        }
        if (attempts.isClosed(clock.instant())) {
            return Answer.LATER;
        }
        boolean right = password.get().filter(p -> !p.isEmpty()).map(p -> same(request.authorization().get(), user + ":" + p)).orElse(false);
        if (!right) {
            attempts.wrong(clock.instant());
            return Answer.WRONG;
        }
        attempts.right();
        return Answer.IN;
    }

    /** Takes as long for a wrong password as for the right one, whatever their lengths. */
    private static boolean same(String authorization, String wanted) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            return MessageDigest.isEqual(hash(Base64.getDecoder().decode(authorization.substring(6).strip())), hash(wanted.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
