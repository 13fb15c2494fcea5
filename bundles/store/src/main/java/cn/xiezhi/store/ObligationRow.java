package cn.xiezhi.store;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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

    static final RowTable<ObligationRow> TABLE = new RowTable<ObligationRow>("obligation")
            .key("jurisdiction", Types.VARCHAR, o -> o.jurisdiction).key("id", Types.VARCHAR, o -> o.id).fixed("matter", Types.VARCHAR, o -> o.matter)
            .column("position", Types.INTEGER, o -> o.position).column("duty", Types.VARCHAR, o -> o.duty).column("variant", Types.VARCHAR, o -> o.variant)
            .column("owed_by", Types.VARCHAR, o -> o.owedBy).column("trigger_at", Types.BIGINT, o -> o.triggerAt)
            .column("limit_count", Types.VARCHAR, o -> o.limitCount).column("limit_amount", Types.INTEGER, o -> o.limitAmount)
            .column("last_day", Types.VARCHAR, o -> o.lastDay).column("due_at", Types.BIGINT, o -> o.dueAt).column("due_key", Types.VARCHAR, o -> o.dueKey)
            .column("provisional", Types.BOOLEAN, o -> o.provisional).column("status", Types.VARCHAR, o -> o.status)
            .column("is_open", Types.BOOLEAN, o -> o.open).column("closed_at", Types.BIGINT, o -> o.closedAt)
            .column("policy_version", Types.VARCHAR, o -> o.policyVersion).column("citation", Types.VARCHAR, o -> o.citation);

    static ObligationRow of(Matter m, int position) {
        Obligation o = m.obligations().get(position);
        ObligationRow row = new ObligationRow();
        row.jurisdiction = m.jurisdiction();
        row.id = o.id();
        row.matter = m.id();
        row.position = position;
        row.duty = o.duty().id();
        row.variant = o.variant().code();
        row.owedBy = o.owedBy();
        row.triggerAt = o.trigger().toEpochMilli();
        row.limitCount = o.limit().count().code();
        row.limitAmount = o.limit().amount();
        row.lastDay = o.lastDay().map(LocalDate::toString).orElse(null);
        row.dueAt = Times.millis(o.dueAtExclusive());
        row.dueKey = Times.key(o.dueAtExclusive(), o.id());
        row.provisional = o.provisional();
        row.status = o.status().name();
        row.open = o.open();
        row.closedAt = Times.millis(o.closedAt());
        row.policyVersion = o.policyVersion();
        row.citation = o.citation();
        return row;
    }

    /** What {@link #of(ResultSet)} reads, in its order. */
    static final String COLUMNS = "id, duty, variant, owed_by, trigger_at, limit_count, limit_amount, last_day, due_at, provisional, status, closed_at, policy_version, citation";

    /** As much of a row as makes an obligation. */
    static ObligationRow of(ResultSet row) throws SQLException {
        ObligationRow o = new ObligationRow();
        o.id = row.getString(1);
        o.duty = row.getString(2);
        o.variant = row.getString(3);
        o.owedBy = row.getString(4);
        o.triggerAt = row.getLong(5);
        o.limitCount = row.getString(6);
        o.limitAmount = row.getInt(7);
        o.lastDay = row.getString(8);
        o.dueAt = row.getObject(9, Long.class);
        o.provisional = row.getBoolean(10);
        o.status = row.getString(11);
        o.closedAt = row.getObject(12, Long.class);
        o.policyVersion = row.getString(13);
        o.citation = row.getString(14);
        return o;
    }

    Obligation value() {
        Count count = Arrays.stream(Count.values()).filter(c -> c.code().equals(limitCount)).findFirst().orElseThrow();
        return new Obligation(id, Duty.named(duty), Variant.of(variant).orElseThrow(), owedBy, Instant.ofEpochMilli(triggerAt),
                new Limit(count, limitAmount), Optional.ofNullable(lastDay).map(LocalDate::parse), Times.instant(dueAt), provisional,
                Obligation.Status.valueOf(status), Times.instant(closedAt), policyVersion, citation);
    }
}
