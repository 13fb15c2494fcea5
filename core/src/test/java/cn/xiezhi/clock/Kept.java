package cn.xiezhi.clock;

import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.desk.FormDraftStore;
import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What outlives a restart: matters and notices, as much of the ports as the clock needs. */
final class Kept implements Notices {
    final Map<String, Matter> matters = new LinkedHashMap<>();
    final Map<String, Notice> notices = new LinkedHashMap<>();
    final Map<String, String> openedUnder = new LinkedHashMap<>();
    final Map<String, Instant> draftsKeptFrom = new LinkedHashMap<>();
    boolean down;
    /** Somebody else commits to the same matter just before the next commit. */
    boolean raced;

    MatterStore store() {
        return (MatterStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {MatterStore.class}, (proxy, method, args) -> {
            up();
            return switch (method.getName()) {
                case "find" -> Optional.ofNullable(matters.get((String) args[1]));
                case "waking" -> matters.values().stream().filter(m -> m.wakesAt().filter(at -> !at.isAfter((Instant) args[1])).isPresent()).map(Matter::id).toList();
                case "openedUnder" -> Optional.ofNullable(openedUnder.get((String) args[2]));
                case "list" -> List.of();
                case "commit" -> commit((Commit) args[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            };
        });
    }

    /** Of drafts the clock only takes the old ones out. */
    FormDraftStore drafts() {
        return (FormDraftStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {FormDraftStore.class}, (proxy, method, args) -> {
            up();
            draftsKeptFrom.put((String) args[0], (Instant) args[1]);
            return null;
        });
    }

    private Object commit(Commit commit) {
        if (raced) {
            raced = false;
            throw new StaleMatterException(commit.changes().get(0).after().id());
        }
        for (MatterChange change : commit.changes()) {
            if (Optional.ofNullable(matters.get(change.after().id())).map(Matter::version).orElse(0L) != change.expectedVersion()) {
                throw new StaleMatterException(change.after().id());
            }
        }
        commit.idempotencyKey().ifPresent(key -> {
            if (openedUnder.putIfAbsent(key, commit.changes().get(0).after().id()) != null) {
                throw new StaleMatterException(key);
            }
        });
        commit.changes().forEach(c -> matters.put(c.after().id(), c.after()));
        return null;
    }

    @Override
    public List<Owed> unsettled(String jurisdiction, Instant horizon, Optional<ObligationQuery.After> after, int limit) {
        up();
        Comparator<Owed> next = Comparator.<Owed, Instant>comparing(o -> o.obligation().dueAtExclusive().orElseThrow()).thenComparing(o -> o.obligation().id());
        return matters.values().stream().flatMap(m -> m.obligations().stream().filter(o -> o.open() && near(o, horizon))
                        .map(o -> new Owed(o, m.id(), m.title(), m.procedure(), m.state())))
                .filter(o -> after.isEmpty() || o.obligation().dueAtExclusive().orElseThrow().isAfter(after.get().dueAt().orElseThrow())
                        || o.obligation().dueAtExclusive().equals(after.get().dueAt()) && o.obligation().id().compareTo(after.get().id()) > 0)
                .filter(o -> notices.values().stream().noneMatch(n -> n.kind() == Kind.MEETING && n.subject().equals(o.obligation().id())
                        && Optional.of(n.due()).equals(o.obligation().dueAtExclusive()))).sorted(next).limit(limit).toList();
    }

    private static boolean near(Obligation o, Instant horizon) {
        return o.dueAtExclusive().filter(due -> !due.isAfter(horizon)).isPresent();
    }

    @Override
    public int add(List<Notice> some) {
        up();
        int before = notices.size();
        some.forEach(n -> notices.putIfAbsent(n.id(), n));
        return notices.size() - before;
    }

    @Override
    public List<Seen> list(NoticeQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Reached> reached(String jurisdiction, Instant since) {
        return List.of();
    }

    @Override
    public int unread(String jurisdiction, List<Address> to, String user, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean read(String jurisdiction, List<Address> to, String user, String id, Instant at) {
        throw new UnsupportedOperationException();
    }

    List<Kind> sent() {
        return sorted().filter(n -> !n.skipped()).map(Notice::kind).toList();
    }

    Stream<Notice> sorted() {
        return new ArrayList<>(notices.values()).stream().sorted(Comparator.comparing(Notice::at).thenComparing(Notice::kind));
    }

    private void up() {
        if (down) {
            throw new StoreException("数据库不可用", null);
        }
    }
}
