package cn.xiezhi.identity;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import cn.xiezhi.registry.Session;
import cn.xiezhi.registry.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The three registers without a database. */
final class InMemory {
    final Map<String, Organ> organTable = new TreeMap<>();
    final Map<String, Account> accountTable = new TreeMap<>();
    final Map<String, Session> sessionTable = new TreeMap<>();

    final Organs organs = new Organs() {
        @Override
        public Optional<Organ> find(String jurisdiction, String id) {
            return Optional.ofNullable(organTable.get(jurisdiction + " " + id));
        }

        @Override
        public List<Organ> of(String jurisdiction) {
            return organTable.values().stream().filter(o -> o.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public boolean add(Organ organ) {
            return organTable.putIfAbsent(organ.jurisdiction() + " " + organ.id(), organ) == null;
        }
    };

    final Accounts accounts = new Accounts() {
        @Override
        public Optional<Account> find(String user) {
            return Optional.ofNullable(accountTable.get(user));
        }

        @Override
        public List<Account> of(String jurisdiction) {
            return accountTable.values().stream().filter(a -> a.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public boolean add(Account account) {
            return accountTable.putIfAbsent(account.user(), account) == null;
        }

        @Override
        public synchronized Optional<Account> change(String user, UnaryOperator<Account> change) {
            return Optional.ofNullable(accountTable.computeIfPresent(user, (u, a) -> change.apply(a)));
        }
    };

    final Sessions sessions = new Sessions() {
        @Override
        public void add(Session session) {
            sessionTable.put(session.tokenHash(), session);
        }

        @Override
        public Optional<Session> find(String tokenHash) {
            return Optional.ofNullable(sessionTable.get(tokenHash));
        }

        @Override
        public void touch(String tokenHash, Instant usedAt) {
            sessionTable.computeIfPresent(tokenHash, (t, s) -> new Session(t, s.user(), s.bearer(), s.csrf(), usedAt, s.expiresAt()));
        }

        @Override
        public void remove(String tokenHash) {
            sessionTable.remove(tokenHash);
        }

        @Override
        public void removeOthers(String user, String keptTokenHash) {
            sessionTable.values().removeIf(s -> s.user().equals(user) && !s.tokenHash().equals(keptTokenHash));
        }

        @Override
        public void removeExpired(Instant now) {
            sessionTable.values().removeIf(s -> !now.isBefore(s.expiresAt()));
        }
    };
}
