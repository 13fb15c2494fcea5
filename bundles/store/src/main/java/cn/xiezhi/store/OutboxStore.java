package cn.xiezhi.store;

import static java.util.stream.Collectors.toMap;

import cn.xiezhi.clock.Notice;
import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.message.Message;
import cn.xiezhi.message.Outbox;
import cn.xiezhi.message.Way;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every statement that changes a message says in its condition what it takes for granted, so that of two nodes only one succeeds. */
record OutboxStore(Work work) implements Outbox {
    private static final int LONGEST_REASON = 400;
    private static final RowTable<Message> TABLE = new RowTable<Message>("message")
            .key("jurisdiction", Types.VARCHAR, Message::jurisdiction).key("notice", Types.VARCHAR, Message::notice).key("recipient", Types.VARCHAR, Message::recipient)
            .fixed("state", Types.VARCHAR, m -> State.WAITING.code()).fixed("send_at", Types.BIGINT, m -> m.sendAt().toEpochMilli())
            .fixed("claimed_until", Types.BIGINT, m -> 0L).fixed("attempts", Types.INTEGER, m -> 0);

    @Override
    public List<Notice> unplanned(String jurisdiction, int limit) {
        return work.read(em -> {
            List<String> ids = new Sql("select n.listed_key from notice n", "n.jurisdiction", jurisdiction).and("n.passed_on = ?", false).first(em, limit, "n.listed_key")
                    .stream().map(Times::id).toList();
            Map<String, NoticeRow> rows = Keyed.rows(em, NoticeRow.class, "notice", "id", jurisdiction, ids).stream().collect(toMap(n -> n.id, Function.identity()));
            return ids.stream().map(rows::get).map(NoticeRow::value).toList();
        });
    }

    @Override
    public void plan(List<Notice> notices, List<Message> messages) {
        // In one order on every node, so that two never wait for each other.
        List<Notice> ordered = notices.stream().sorted(Comparator.comparing(Notice::id)).toList();
        try {
            work.transact(connection -> {
                if (changed(connection, "update notice set passed_on = true where jurisdiction = ? and id = ? and passed_on = false",
                        ordered.stream().map(n -> new Object[] {n.jurisdiction(), n.id()}).toList()) < ordered.size()) {
                    throw new Quicker();
                }
                TABLE.insert(connection, messages);
            });
        } catch (Quicker e) {
            // Another node has them all: it takes them in the same pages.
        } catch (StoreException e) {
            if (!Failures.raced(e) && !Failures.duplicate(e)) {
                throw e;
            }
        }
    }

    private static final class Quicker extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Quicker() {
            super(null, null, false, false);
        }
    }

    @Override
    public List<String> due(String jurisdiction, Instant now, int limit) {
        return work.rows("select recipient, min(send_at) as first_at from message where jurisdiction = ? and state = ? and send_at <= ? and claimed_until <= ?"
                + " group by recipient order by first_at, recipient fetch first " + limit + " rows only", row -> row.getString(1), jurisdiction, State.WAITING.code(),
                now.toEpochMilli(), now.toEpochMilli());
    }

    @Override
    public List<Claimed> claim(String jurisdiction, String recipient, String claim, Instant now, Instant until, int limit) {
        long at = now.toEpochMilli();
        List<String> free = work.rows("select m.notice, n.due_at from message m join notice n on n.jurisdiction = m.jurisdiction and n.id = m.notice"
                + " where m.jurisdiction = ? and m.recipient = ? and m.state = ? and m.send_at <= ? and m.claimed_until <= ? order by n.due_at, m.notice fetch first " + limit
                + " rows only", row -> row.getString(1), jurisdiction, recipient, State.WAITING.code(), at, at);
        work.transact(connection -> changed(connection, "update message set claim = ?, claimed_until = ? where jurisdiction = ? and notice = ? and recipient = ? and state = ?"
                + " and send_at <= ? and claimed_until <= ?", free.stream().sorted()
                .map(notice -> new Object[] {claim, until.toEpochMilli(), jurisdiction, notice, recipient, State.WAITING.code(), at, at}).toList()));
        Map<String, Integer> attempts = work.rows("select notice, attempts from message where jurisdiction = ? and recipient = ? and state = ? and claim = ?",
                row -> Map.entry(row.getString(1), row.getInt(2)), jurisdiction, recipient, State.WAITING.code(), claim).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return work.read(em -> Keyed.rows(em, NoticeRow.class, "notice", "id", jurisdiction, List.copyOf(attempts.keySet()))).stream()
                .map(n -> new Claimed(n.value(), attempts.get(n.id) + 1)).sorted(Comparator.comparing((Claimed c) -> c.notice().due()).thenComparing(c -> c.notice().id())).toList();
    }

    @Override
    public void settle(String jurisdiction, String recipient, String claim, List<String> notices, Result r) {
        String reason = r.reason().map(OutboxStore::shortened).orElse(null);
        work.transact(connection -> changed(connection, "update message set state = ?, send_at = ?, claim = null, claimed_until = 0, attempts = attempts + ?, reason = ?,"
                + " settled_at = ? where jurisdiction = ? and notice = ? and recipient = ? and claim = ?", notices.stream().sorted()
                .map(notice -> new Object[] {r.state().code(), r.next().toEpochMilli(), r.state() == State.SENT || reason != null ? 1 : 0, reason, r.at().toEpochMilli(),
                    jurisdiction, notice, recipient, claim}).toList()));
    }

    @Override
    public int retry(String jurisdiction, Instant now) {
        return work.change("update message set state = ?, send_at = ?, attempts = 0 where jurisdiction = ? and state = ?", State.WAITING.code(), now.toEpochMilli(), jurisdiction,
                State.GIVEN_UP.code());
    }

    private record Counted(Way way, String state, boolean tried, int count, long settledAt) {}

    @Override
    public List<Figures> figures(String jurisdiction) {
        Map<Way, List<Counted>> counted = new EnumMap<>(Way.class);
        work.rows("select substr(recipient, 1, 1) as way, state, case when reason is null then 0 else 1 end as tried, count(*), max(settled_at) from message where jurisdiction = ?"
                + " group by substr(recipient, 1, 1), state, case when reason is null then 0 else 1 end",
                row -> new Counted(Message.way(row.getString(1)), row.getString(2), row.getInt(3) == 1, row.getInt(4), row.getLong(5)), jurisdiction)
                .forEach(c -> counted.computeIfAbsent(c.way(), w -> new ArrayList<>()).add(c));
        return List.of(Way.MAIL, Way.ROBOT).stream().map(way -> figures(jurisdiction, way, counted.getOrDefault(way, List.of()))).toList();
    }

    private Figures figures(String jurisdiction, Way way, List<Counted> counted) {
        int waiting = sum(counted, State.WAITING, true) + sum(counted, State.WAITING, false);
        Optional<Instant> lastSent = counted.stream().filter(c -> c.state().equals(State.SENT.code())).map(c -> Instant.ofEpochMilli(c.settledAt())).max(Comparator.naturalOrder());
        Optional<String> reason = sum(counted, State.WAITING, true) == 0 ? Optional.empty()
                : work.row("select reason from message where jurisdiction = ? and state = ? and reason is not null and recipient like ? order by settled_at desc fetch first 1 rows only",
                        row -> row.getString(1), jurisdiction, State.WAITING.code(), way == Way.ROBOT ? "#%" : "@%");
        return new Figures(way, waiting, sum(counted, State.WAITING, false), sum(counted, State.GIVEN_UP, true) + sum(counted, State.GIVEN_UP, false), lastSent, reason);
    }

    private static int sum(List<Counted> counted, State state, boolean tried) {
        return counted.stream().filter(c -> c.state().equals(state.code()) && c.tried() == tried).mapToInt(Counted::count).sum();
    }

    @Override
    public List<GivenUp> givenUp(String jurisdiction, int limit) {
        return work.rows("select recipient, notice, attempts, reason, settled_at from message where jurisdiction = ? and state = ? order by settled_at desc, notice, recipient fetch first "
                + limit + " rows only", row -> new GivenUp(row.getString(1), row.getString(2), row.getInt(3), String.valueOf(row.getString(4)), Instant.ofEpochMilli(row.getLong(5))),
                jurisdiction, State.GIVEN_UP.code());
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, reason.offsetByCodePoints(0, reason.codePointCount(0, LONGEST_REASON) - 1));
    }

    /** @return how many rows */
    private static int changed(Connection connection, String sql, List<Object[]> each) throws SQLException {
        int count = 0;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Object[] values : each) {
                for (int i = 0; i < values.length; i++) {
                    if (values[i] == null) {
                        update.setNull(i + 1, Types.VARCHAR);
                    } else {
                        update.setObject(i + 1, values[i]);
                    }
                }
                count += update.executeUpdate();
            }
        }
        return count;
    }
}
