package cn.xiezhi.store;

import cn.xiezhi.registry.Liaison;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

@Entity
@Table(name = "liaison")
class LiaisonRow {
    @Id String jurisdiction;
    @Id String id;
    String organ;
    String kind;
    String name;
    String phone;
    @Column(name = "since_day") String since;
    @Column(name = "until_day") String until;

    static LiaisonRow of(Liaison l) {
        LiaisonRow row = new LiaisonRow();
        row.jurisdiction = l.jurisdiction();
        row.id = l.id();
        row.organ = l.organ();
        row.kind = l.kind().code();
        row.name = l.name();
        row.phone = l.phone();
        row.since = l.since().toString();
        row.until = l.until().map(LocalDate::toString).orElse(null);
        return row;
    }

    Liaison value() {
        return new Liaison(id, jurisdiction, organ, Liaison.Kind.of(kind).orElseThrow(), name, phone, LocalDate.parse(since), Optional.ofNullable(until).map(LocalDate::parse));
    }
}
