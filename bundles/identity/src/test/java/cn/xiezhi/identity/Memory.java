package cn.xiezhi.identity;

import cn.xiezhi.agenda.Feed;
import cn.xiezhi.agenda.Feeds;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Session;
import cn.xiezhi.registry.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Accounts, sessions and organs in memory, and a clock that stands until it is moved. */
final class Memory extends Clock {
    final Map<String, Account> byUser = new TreeMap<>();
    final Map<String, Session> byHash = new TreeMap<>();
    final Map<String, Feed> feedOf = new TreeMap<>();
    final List<Organ> register = new ArrayList<>();
    Instant now = Instant.parse("2026-11-20T01:00:00Z");

    final Feeds feeds = new Feeds() {
        @Override
        public Optional<Feed> of(String jurisdiction, String user) {
            return Optional.ofNullable(feedOf.get(user));
        }

        @Override
        public Optional<Feed> find(String secretHash) {
            throw new UnsupportedOperationException("nobody reads a calendar here");
        }

        @Override
        public void put(Feed feed) {
            feedOf.put(feed.user(), feed);
        }

        @Override
        public void remove(String jurisdiction, String user) {
            feedOf.remove(user);
        }

        @Override
        public void touch(String secretHash, Instant usedAt) {
            throw new UnsupportedOperationException("nobody reads a calendar here");
        }
    };

    final Accounts accounts = new Accounts() {
        @Override
        public Optional<Account> find(String user) {
            return Optional.ofNullable(byUser.get(user));
        }

        @Override
        public List<Account> of(String jurisdiction) {
            return byUser.values().stream().filter(a -> a.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public boolean add(Account account) {
            return byUser.putIfAbsent(account.user(), account) == null;
        }

        @Override
        public Set<String> takenElsewhere(String jurisdiction) {
            throw new UnsupportedOperationException("nothing is imported here");
        }

        @Override
        public boolean save(List<Account> added, List<Account> changed) {
            throw new UnsupportedOperationException("nothing is imported here");
        }

        @Override
        public Optional<Account> change(String user, UnaryOperator<Account> change) {
            return Optional.ofNullable(byUser.computeIfPresent(user, (u, a) -> change.apply(a)));
        }
    };

    final Sessions sessions = new Sessions() {
        @Override
        public void add(Session session) {
            byHash.put(session.tokenHash(), session);
        }

        @Override
        public Optional<Session> find(String hash) {
            return Optional.ofNullable(byHash.get(hash));
        }

        @Override
        public void touch(String hash, Instant at) {
            byHash.computeIfPresent(hash, (h, s) -> new Session(h, s.user(), s.bearer(), s.csrf(), at, s.expiresAt()));
        }

        @Override
        public void remove(String hash) {
            byHash.remove(hash);
        }

        @Override
        public void removeOthers(String user, String kept) {
            byHash.values().removeIf(s -> s.user().equals(user) && !s.tokenHash().equals(kept));
        }

        @Override
        public void removeExpired(Instant at) {
            byHash.values().removeIf(s -> !at.isBefore(s.expiresAt()));
        }
    };

    final Organs organs = new Organs() {
        @Override
        public Optional<Organ> find(String jurisdiction, String id) {
            return of(jurisdiction).stream().filter(o -> o.id().equals(id)).findFirst();
        }

        @Override
        public List<Organ> of(String jurisdiction) {
            return register.stream().filter(o -> o.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public boolean add(Organ organ) {
            return find(organ.jurisdiction(), organ.id()).isEmpty() && register.add(organ);
        }

        @Override
        public boolean save(List<Organ> added, List<Organ> changed) {
            throw new UnsupportedOperationException("nothing is imported here");
        }
    };

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
