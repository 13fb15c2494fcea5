package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.audit.Auditing;
import cn.xiezhi.registry.Identity;
import cn.xiezhi.registry.Identity.Denied;

/** Why the identity service says no, as problems. The words are its own. */
final class Denials {
    private Denials() {}

    static <T> T value(Identity.Answer<T> answer) {
        return answer.value().orElseThrow(() -> problem(answer.denied().orElseThrow(), answer.message()));
    }

    /** The same, once it is recorded whether it came about: nobody is let in, and nobody learns that a password was wrong, without. */
    static <T> T recorded(Auditing auditing, AuditKind kind, String user, Identity.Answer<T> answer, String address) {
        auditing.signIn(user, kind, answer.value().isPresent(), answer.denied().map(d -> problem(d, "").code()).orElse(""), address);
        return value(answer);
    }

    private static Problem problem(Denied why, String message) {
        return switch (why) {
            case BAD_CREDENTIALS -> new Problem(401, "bad-credentials", message);
            case LOCKED -> new Problem(423, "account-locked", message);
            case NOT_SIGNED_IN -> new Problem(401, "not-signed-in", message);
            case EXPIRED -> new Problem(401, "session-expired", message);
            case WRONG_PASSWORD -> new Problem(422, "wrong-password", message).field("old");
            case WEAK_PASSWORD -> new Problem(422, "weak-password", message).field("new");
            case NOT_ADMINISTRATOR -> new Problem(403, "not-yours-to-do", message);
            case UNKNOWN_USER -> new Problem(404, "unknown-account", message);
            case USER_TAKEN -> new Problem(409, "user-exists", message).field("user");
            case UNKNOWN_ORGAN -> new Problem(422, "unknown-organ", message).field("organ");
            case BAD_ACCOUNT -> new Problem(422, "bad-account", message);
        };
    }
}
