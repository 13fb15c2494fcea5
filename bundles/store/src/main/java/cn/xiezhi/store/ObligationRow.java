package cn.xiezhi.store;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

@Entity
@Table(name = "obligation")
class ObligationRow {
    @Id String jurisdiction;
    @Id String id;
    String matter;
    int position;
    String duty;
    String variant;
    @Column(name = "owed_by") String owedBy;
    @Column(name = "trigger_at") long triggerAt;
    @Column(name = "limit_count") String limitCount;
    @Column(name = "limit_amount") int limitAmount;
    @Column(name = "last_day") String lastDay;
    @Column(name = "due_at") Long dueAt;
    /** What the desk is sorted by; see {@link Times}. */
    @Column(name = "due_key") String dueKey;
    boolean provisional;
    String status;
    @Column(name = "is_open") boolean open;
    @Column(name = "closed_at") Long closedAt;
    @Column(name = "policy_version") String policyVersion;
    String citation;

    static ObligationRow of(String jurisdiction, String matter, int position, Obligation o) {
        ObligationRow row = new ObligationRow();
        row.jurisdiction = jurisdiction;
        row.id = o.id();
        row.matter = matter;
        row.take(position, o);
        return row;
    }

    void take(int at, Obligation o) {
        position = at;
        duty = o.duty().id();
        variant = o.variant().code();
        owedBy = o.owedBy();
        triggerAt = o.trigger().toEpochMilli();
        limitCount = o.limit().count().code();
        limitAmount = o.limit().amount();
        lastDay = o.lastDay().map(LocalDate::toString).orElse(null);
        dueAt = Times.millis(o.dueAtExclusive());
        dueKey = Times.key(o.dueAtExclusive(), o.id());
        provisional = o.provisional();
        status = o.status().name();
        open = o.open();
        closedAt = Times.millis(o.closedAt());
        policyVersion = o.policyVersion();
        citation = o.citation();
    }

    Obligation value() {
        Count count = Arrays.stream(Count.values()).filter(c -> c.code().equals(limitCount)).findFirst().orElseThrow();
        return new Obligation(id, Duty.of(duty).orElseThrow(), Variant.of(variant).orElseThrow(), owedBy, Instant.ofEpochMilli(triggerAt),
                new Limit(count, limitAmount), Optional.ofNullable(lastDay).map(LocalDate::parse), Times.instant(dueAt), provisional,
                Obligation.Status.valueOf(status), Times.instant(closedAt), policyVersion, citation);
    }
}
