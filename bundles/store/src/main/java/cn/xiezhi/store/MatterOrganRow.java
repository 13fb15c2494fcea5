package cn.xiezhi.store;

import cn.xiezhi.matter.Matter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;

/** By which organ a matter is found; follows from the matter and is written with it. */
@Entity
@Table(name = "matter_organ")
class MatterOrganRow {
    @Id String jurisdiction;
    @Id String matter;
    @Id String organ;
    @Column(name = "has_part") boolean part;
    boolean awaited;
    @Column(name = "opened_key") String openedKey;
    @Column(name = "procedure_id") String procedure;
    @Column(name = "is_open") Boolean open;

    static final RowTable<MatterOrganRow> TABLE = new RowTable<MatterOrganRow>("matter_organ")
            .key("jurisdiction", Types.VARCHAR, o -> o.jurisdiction).key("matter", Types.VARCHAR, o -> o.matter).key("organ", Types.VARCHAR, o -> o.organ)
            .fixed("opened_key", Types.VARCHAR, o -> o.openedKey).fixed("procedure_id", Types.VARCHAR, o -> o.procedure)
            .column("has_part", Types.BOOLEAN, o -> o.part).column("awaited", Types.BOOLEAN, o -> o.awaited).column("is_open", Types.BOOLEAN, o -> o.open);

    static MatterOrganRow of(Matter m, String organ, boolean part, boolean awaited) {
        MatterOrganRow row = new MatterOrganRow();
        row.jurisdiction = m.jurisdiction();
        row.matter = m.id();
        row.organ = organ;
        row.part = part;
        row.awaited = awaited;
        row.openedKey = Times.key(m.openedAt(), m.id());
        row.procedure = m.procedure();
        row.open = m.open();
        return row;
    }
}
