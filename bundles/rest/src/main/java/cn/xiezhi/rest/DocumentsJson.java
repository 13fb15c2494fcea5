package cn.xiezhi.rest;

import cn.xiezhi.desk.Documents;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.document.Issued;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Paper;
import cn.xiezhi.procedure.Papers;
import cn.xiezhi.rest.MatterJson.Assignee;
import cn.xiezhi.rest.OrganJson.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A matter's documents, as one person sees them. */
record DocumentsJson(long version, List<OfferedDocument> offered, List<IssuedDocument> issued) {
    record OfferedDocument(String kind, String name, boolean numbered, List<FormJson.FieldForm> fields) {}

    record IssuedDocument(String id, String kind, String title, Optional<String> number, Named organ, Instant issuedAt, Assignee issuedBy, String sha256, String template,
            Optional<VoidedDocument> voided, boolean mayVoid) {}

    record VoidedDocument(Instant at, Assignee by, String reason) {}

    static DocumentsJson of(Documents.Listed listed, Reading reading) {
        Case c = listed.matter().seen();
        Wording words = new Wording(listed.matter().procedure(), c, reading);
        return new DocumentsJson(c.matter().version(), listed.offered().stream().map(p -> offered(p, c)).toList(), listed.issued().stream().map(d -> issued(d, words, c)).toList());
    }

    private static OfferedDocument offered(Paper p, Case c) {
        return new OfferedDocument(p.id(), p.name(c.policy()), p.mark().isPresent(), p.fields().stream().map(f -> FormJson.of(f, c)).toList());
    }

    private static IssuedDocument issued(Issued d, Wording words, Case c) {
        return new IssuedDocument(d.id(), d.kind(), d.title(), Optional.of(d.shown()).filter(n -> !n.isEmpty()), new Named(d.organ(), words.organ(d.organ())), d.issuedAt(),
                new Assignee(d.issuedBy(), d.issuedByName()), d.sha256(), d.template(),
                d.voided().map(v -> new VoidedDocument(v.at(), new Assignee(v.by(), words.person(v.by())), v.reason())), Papers.mayVoid(c, d));
    }
}
