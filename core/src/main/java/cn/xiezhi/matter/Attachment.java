package cn.xiezhi.matter;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that belongs to a matter; its bytes are kept once, under their hash.
 *
 * @param slot the material it is, by the policy's id; {@code other} where it is none
 * @param pages how many pages the paper has, for the hand-over list
 * @param size in bytes
 */
public record Attachment(String id, String name, String type, long size, String sha256, String slot, Optional<Integer> pages, Instant addedAt, String addedBy) {
    public static final String OTHER = "other";
    private static final String DOCUMENT = "document-";

    /** The file of a document that was issued here. */
    public static Attachment ofDocument(String document, String name, String type, long size, String sha256, String slot, Instant at, String by) {
        return new Attachment(DOCUMENT + document, name, type, size, sha256, slot, Optional.empty(), at, by);
    }

    /** Whether it was issued here, and was not handed in. */
    public boolean issued() {
        return id.startsWith(DOCUMENT);
    }

    public boolean isDocument(String document) {
        return id.equals(DOCUMENT + document);
    }
}
