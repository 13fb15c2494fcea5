package cn.xiezhi.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a jurisdiction's policy or calendar, as it came. It never changes; whether it is in force is what {@link Term}s say.
 *
 * @param version names the content: another content has another version
 * @param receivedBy the administrator's user name, or {@link #DROPPED} where a bundle was put into the product
 * @param sha256 of the jar it came in, in hex; empty where it did not come as a file
 * @param signer whose key signed the jar; empty where it is not signed
 */
public record Edition(String jurisdiction, Subject subject, String version, Instant receivedAt, String receivedBy, Optional<String> sha256, Optional<String> signer) {
    /** Who put a bundle into the drop folder is known to the operating system only. */
    public static final String DROPPED = "bundle";
}
