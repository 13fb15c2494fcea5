package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditCheck;
import cn.xiezhi.audit.AuditEntry;
import cn.xiezhi.audit.AuditEntry.Head;
import cn.xiezhi.audit.AuditQuery;
import cn.xiezhi.audit.AuditStore;
import cn.xiezhi.desk.MatterStore.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The record in memory. */
final class MemoryAudit implements AuditStore {
    final List<AuditEntry> entries = new ArrayList<>();
    final Map<String, AuditCheck> checks = new TreeMap<>(Comparator.reverseOrder());
    private final Memory matters;
    boolean down;
    /** What happens each time that it was kept how far a verification is. */
    Runnable kept = () -> {};

    MemoryAudit(Memory matters) {
        this.matters = matters;
    }

    @Override
    public void add(AuditEntry entry) {
        if (down) {
            throw new StoreException("磁盘已满", new IllegalStateException());
        }
        entries.add(entry);
    }

    @Override
    public List<AuditEntry> find(AuditQuery q) {
        return entries.stream().filter(e -> e.jurisdiction().equals(q.jurisdiction()) && q.user().filter(u -> !u.equals(e.user())).isEmpty() && q.kind().filter(k -> k != e.kind()).isEmpty()
                && q.ok().filter(o -> o != e.ok()).isEmpty() && q.from().filter(e.at()::isBefore).isEmpty() && q.before().filter(b -> !e.at().isBefore(b)).isEmpty()
                && q.address().filter(a -> !a.equals(e.address())).isEmpty() && q.subject().filter(s -> !s.equals(e.subject())).isEmpty() && q.organ().filter(o -> !o.equals(e.organ())).isEmpty()
                && q.after().filter(a -> e.id().compareTo(a) >= 0).isEmpty()).sorted(Comparator.comparing(AuditEntry::id).reversed()).limit(q.limit()).toList();
    }

    @Override
    public Set<String> unsealed() {
        return entries.stream().filter(e -> e.seq() == 0).map(AuditEntry::jurisdiction).collect(Collectors.toSet());
    }

    @Override
    public int seal(String jurisdiction, int most) {
        int sealed = 0;
        for (int i = 0; i < entries.size() && sealed < most; i++) {
            if (entries.get(i).jurisdiction().equals(jurisdiction) && entries.get(i).seq() == 0) {
                entries.set(i, entries.get(i).sealed(head(jurisdiction)));
                sealed++;
            }
        }
        return sealed;
    }

    @Override
    public Head head(String jurisdiction) {
        return entries.stream().filter(e -> e.jurisdiction().equals(jurisdiction)).max(Comparator.comparing(AuditEntry::seq)).filter(e -> e.seq() > 0).map(AuditEntry::head).orElse(Head.BEGINNING);
    }

    @Override
    public List<AuditEntry> chain(String jurisdiction, long after, int limit) {
        return entries.stream().filter(e -> e.jurisdiction().equals(jurisdiction) && e.seq() > after).sorted(Comparator.comparing(AuditEntry::seq)).limit(limit).toList();
    }

    @Override
    public List<String> matters(String jurisdiction, String after, int limit) {
        return matters.matters.values().stream().filter(m -> m.jurisdiction().equals(jurisdiction) && m.id().compareTo(after) > 0).map(m -> m.id()).sorted().limit(limit).toList();
    }

    @Override
    public long countMatters(String jurisdiction) {
        return matters(jurisdiction, "", Integer.MAX_VALUE).size();
    }

    @Override
    public void keep(AuditCheck check) {
        checks.put(check.jurisdiction() + "/" + check.id(), check);
        kept.run();
    }

    @Override
    public List<AuditCheck> checks(String jurisdiction, int limit) {
        return checks.values().stream().filter(c -> c.jurisdiction().equals(jurisdiction)).limit(limit).toList();
    }
}
