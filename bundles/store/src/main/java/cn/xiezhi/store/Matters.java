package cn.xiezhi.store;

import cn.xiezhi.desk.DeskPart;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port, handed on to those who read and write. */
final class Matters implements MatterStore {
    private final MatterReader matters;
    private final DeskReader desk;
    private final MatterWriter writer;
    private final Reads reads;

    Matters(Work work) {
        matters = new MatterReader(work, new Remembered());
        desk = new DeskReader(work);
        writer = new MatterWriter(work, matters);
        reads = new Reads(work);
    }

    @Override
    public Optional<Matter> find(String jurisdiction, String id) {
        return matters.find(jurisdiction, id);
    }

    @Override
    public Optional<Matter> remembered(String jurisdiction, String id, long version) {
        return matters.remembered().at(jurisdiction, id, version);
    }

    @Override
    public List<Matter> find(String jurisdiction, List<String> ids) {
        return matters.all(jurisdiction, ids);
    }

    @Override
    public List<LedgerEntry> ledger(String jurisdiction, String id) {
        return matters.ledger(jurisdiction, id);
    }

    @Override
    public List<Matter> linked(String jurisdiction, String origin) {
        return matters.linked(jurisdiction, origin);
    }

    @Override
    public List<Matter> list(MatterQuery query) {
        return matters.list(query);
    }

    @Override
    public List<Owed> obligations(ObligationQuery query) {
        return desk.obligations(query);
    }

    @Override
    public Counts counts(String jurisdiction, DeskPart part, Instant now, Instant soonUntil) {
        return desk.counts(jurisdiction, part, now, soonUntil);
    }

    @Override
    public Map<String, Tally> tallies(String jurisdiction, String organ, List<String> procedures) {
        return desk.tallies(jurisdiction, organ, procedures);
    }

    @Override
    public List<Running> running(String jurisdiction, Optional<ObligationQuery.After> after, int limit) {
        return desk.running(jurisdiction, after, limit);
    }

    @Override
    public List<String> waking(String jurisdiction, Instant until, int limit) {
        return matters.waking(jurisdiction, until, limit);
    }

    @Override
    public Optional<String> openedUnder(String jurisdiction, String user, String key) {
        return matters.openedUnder(jurisdiction, user, key);
    }

    @Override
    public Optional<byte[]> content(String jurisdiction, String sha256) {
        return desk.content(jurisdiction, sha256);
    }

    @Override
    public void keepReads(String jurisdiction, List<Read> some) {
        reads.keep(jurisdiction, some);
    }

    @Override
    public List<Read> reads(String jurisdiction, String matter, int limit) {
        return reads.of(jurisdiction, matter, limit);
    }

    @Override
    public void commit(Commit commit) {
        writer.commit(commit);
    }
}
