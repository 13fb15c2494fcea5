package cn.xiezhi.store;

import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "term")
class TermRow {
    @Id String jurisdiction;
    @Id String subject;
    @Id int seq;
    String version;
    long since;
    @Column(name = "decided_at") long decidedAt;
    @Column(name = "decided_by") String decidedBy;
    String kind;
    String reason;
    @Column(name = "withdrawn_at") Long withdrawnAt;

    static TermRow of(String jurisdiction, Subject subject, Term t) {
        TermRow row = new TermRow();
        row.jurisdiction = jurisdiction;
        row.subject = subject.code();
        row.seq = t.seq();
        row.version = t.version();
        row.since = t.since().toEpochMilli();
        row.decidedAt = t.decidedAt().toEpochMilli();
        row.decidedBy = t.decidedBy();
        row.kind = t.kind().code();
        row.reason = t.reason();
        row.withdrawnAt = Times.millis(t.withdrawnAt());
        return row;
    }

    Term value() {
        return new Term(seq, version, Instant.ofEpochMilli(since), Instant.ofEpochMilli(decidedAt), decidedBy, Term.Kind.of(kind).orElseThrow(), reason,
                Times.instant(withdrawnAt));
    }
}
