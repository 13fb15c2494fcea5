package cn.xiezhi.store;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Lately;
import java.time.Instant;
import java.util.List;

/** Reads along the indexes by time; asked once a second by every node at which somebody listens. */
record LatelyReader(Work work) implements Lately {
    @Override
    public List<Moved> moved(String jurisdiction, Instant from, int most) {
        return work.rows("select id, version from matter where jurisdiction = ? and updated_at >= ? order by updated_at desc fetch first " + most + " rows only",
                row -> new Moved(row.getString(1), row.getLong(2)), jurisdiction, from.toEpochMilli());
    }

    @Override
    public List<Told> told(String jurisdiction, Instant from, int most) {
        return work.rows("select id, address from notice where jurisdiction = ? and listed_key >= ? and skipped = false order by listed_key desc fetch first " + most
                + " rows only", row -> new Told(row.getString(1), new Address(row.getString(2))), jurisdiction, Times.key(from));
    }
}
