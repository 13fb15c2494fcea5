package cn.xiezhi.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps every version that was ever in force. Implemented by the store. */
public interface PolicyArchive {
    /**
     * @param until when another version took its place; empty while it is in force or since its bundle was stopped
     */
    record Version(String version, Instant since, Optional<Instant> until) {}

    /** Records that a version has come into force. The same version again, with nothing between, changes nothing. */
    void record(PolicyInForce policy);

    /** The versions of a jurisdiction, newest first. */
    List<Version> versions(String jurisdiction);

    /** The source text of a version. */
    Optional<String> text(String jurisdiction, String version);
}
