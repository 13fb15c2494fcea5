package cn.xiezhi.store;

import cn.xiezhi.matter.Matter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

    static Map<String, MatterOrganRow> of(Matter m) {
        Set<String> organs = new LinkedHashSet<>(m.parties().values());
        organs.addAll(m.awaiting());
        Map<String, MatterOrganRow> rows = new TreeMap<>();
        for (String organ : organs) {
            MatterOrganRow row = new MatterOrganRow();
            row.jurisdiction = m.jurisdiction();
            row.matter = m.id();
            row.organ = organ;
            row.part = m.parties().containsValue(organ);
            row.awaited = m.awaiting().contains(organ);
            row.openedKey = Times.key(m.openedAt(), m.id());
            rows.put(organ, row);
        }
        return rows;
    }

    void take(MatterOrganRow other) {
        part = other.part;
        awaited = other.awaited;
    }
}
