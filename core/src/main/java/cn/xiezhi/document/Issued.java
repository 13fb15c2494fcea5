package cn.xiezhi.document;

import java.time.Instant;
import java.util.Optional;

/**
 * A document that was issued: its bytes are kept under their hash and never made again.
 *
 * @param kind which of the procedure's papers it is
 * @param number the place it takes in its organ's count; empty for a paper that has no number
 * @param shown the number as it stands in the document; empty for one without
 * @param template what laid it out, with its version
 * @param voided when and why it was declared void; its number stays taken
 */
public record Issued(String jurisdiction, String matter, String id, String kind, String title, String organ, Optional<Place> number, String shown, String template,
        String sha256, Instant issuedAt, String issuedBy, String issuedByName, Optional<Voided> voided) {

    /**
     * A place in an organ's count of one kind in one year.
     *
     * @param mark the word that the number has for the kind, e.g. 移
     * @param ordinal 1 for the first
     */
    public record Place(String organ, String mark, int year, int ordinal) {
        public Place next() {
            return new Place(organ, mark, year, ordinal + 1);
        }
    }

    /** @param by the user */
    public record Voided(Instant at, String by, String reason) {}

    public Issued voided(Voided how) {
        return new Issued(jurisdiction, matter, id, kind, title, organ, number, shown, template, sha256, issuedAt, issuedBy, issuedByName, Optional.of(how));
    }
}
