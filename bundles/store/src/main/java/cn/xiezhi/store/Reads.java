package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore.Read;
import java.util.List;

/** The log of reads: written beside the matters, never changed. */
record Reads(Work work) {
    void keep(String jurisdiction, List<Read> reads) {
        if (!reads.isEmpty()) {
            List<ReadRow> rows = reads.stream().map(r -> ReadRow.of(jurisdiction, r)).toList();
            work.transact(connection -> {
                ReadRow.TABLE.insert(connection, rows);
                AuditRow.TABLE.insert(connection, reads.stream().map(r -> AuditRow.of(jurisdiction, r)).toList());
            });
        }
    }

    List<Read> of(String jurisdiction, String matter, int limit) {
        return work.read(em -> new Query<>(ReadRow.class, "select r from ReadRow r").where("r.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .where("r.matter = :matter", "matter", matter).orderBy("r.key desc").limit(limit).list(em)).stream().map(ReadRow::value).toList();
    }
}
