package cn.xiezhi.rest;

import cn.xiezhi.agenda.Feed;
import cn.xiezhi.agenda.Feeds;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Liaison;
import cn.xiezhi.registry.Liaisons;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Organs in memory; accounts, items and liaisons beside them. */
final class Register implements Organs {
    private final Map<String, Organ> organs = new TreeMap<>();
    final People people = new People();
    final ItemList items = new ItemList();
    final LiaisonList liaisons = new LiaisonList();
    final FeedList feeds = new FeedList();

    @Override
    public Optional<Organ> find(String jurisdiction, String id) {
        return Optional.ofNullable(organs.get(jurisdiction + "/" + id));
    }

    @Override
    public List<Organ> of(String jurisdiction) {
        return organs.values().stream().filter(o -> o.jurisdiction().equals(jurisdiction)).toList();
    }

    @Override
    public boolean add(Organ organ) {
        return organs.putIfAbsent(organ.jurisdiction() + "/" + organ.id(), organ) == null;
    }

    @Override
    public boolean save(List<Organ> added, List<Organ> changed) {
        if (added.stream().anyMatch(o -> organs.containsKey(o.jurisdiction() + "/" + o.id()))) {
            return false;
        }
        Stream.of(added, changed).flatMap(List::stream).forEach(o -> organs.put(o.jurisdiction() + "/" + o.id(), o));
        return true;
    }

    static final class People implements Accounts {
        private final Map<String, Account> accounts = new TreeMap<>();

        @Override
        public Optional<Account> find(String user) {
            return Optional.ofNullable(accounts.get(user));
        }

        @Override
        public List<Account> of(String jurisdiction) {
            return accounts.values().stream().filter(a -> a.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public boolean add(Account account) {
            return accounts.putIfAbsent(account.user(), account) == null;
        }

        @Override
        public Set<String> takenElsewhere(String jurisdiction) {
            return accounts.values().stream().filter(a -> !a.jurisdiction().equals(jurisdiction)).map(Account::user).collect(Collectors.toSet());
        }

        @Override
        public boolean save(List<Account> added, List<Account> changed) {
            if (added.stream().anyMatch(a -> accounts.containsKey(a.user()))) {
                return false;
            }
            Stream.of(added, changed).flatMap(List::stream).forEach(a -> accounts.put(a.user(), a));
            return true;
        }

        @Override
        public Optional<Account> change(String user, UnaryOperator<Account> change) {
            return Optional.ofNullable(accounts.computeIfPresent(user, (u, a) -> change.apply(a)));
        }
    }

    static final class ItemList implements Items {
        private final Map<String, Item> items = new TreeMap<>();

        @Override
        public Optional<Item> find(String jurisdiction, String code) {
            return Optional.ofNullable(items.get(jurisdiction + "/" + code));
        }

        @Override
        public List<Item> of(String jurisdiction) {
            return items.values().stream().filter(i -> i.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public List<Item> search(String jurisdiction, String text, String after, int limit) {
            return of(jurisdiction).stream().filter(i -> (i.code() + i.name()).contains(text) && i.code().compareTo(after) > 0).limit(limit).toList();
        }

        @Override
        public boolean save(List<Item> added, List<Item> changed) {
            Stream.of(added, changed).flatMap(List::stream).forEach(i -> items.put(i.jurisdiction() + "/" + i.code(), i));
            return true;
        }
    }

    static final class LiaisonList implements Liaisons {
        private final List<Liaison> liaisons = new ArrayList<>();

        @Override
        public List<Liaison> of(String jurisdiction) {
            return liaisons.stream().filter(l -> l.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public void add(Liaison liaison) {
            liaisons.add(liaison);
        }

        @Override
        public boolean remove(String jurisdiction, String id) {
            return liaisons.removeIf(l -> l.jurisdiction().equals(jurisdiction) && l.id().equals(id));
        }
    }

    static final class FeedList implements Feeds {
        private final Map<String, Feed> feeds = new TreeMap<>();

        @Override
        public Optional<Feed> of(String jurisdiction, String user) {
            return Optional.ofNullable(feeds.get(jurisdiction + "/" + user));
        }

        @Override
        public Optional<Feed> find(String secretHash) {
            return feeds.values().stream().filter(f -> f.secretHash().equals(secretHash)).findFirst();
        }

        @Override
        public void put(Feed feed) {
            feeds.put(feed.jurisdiction() + "/" + feed.user(), feed);
        }

        @Override
        public void remove(String jurisdiction, String user) {
            feeds.remove(jurisdiction + "/" + user);
        }

        @Override
        public void touch(String secretHash, Instant usedAt) {
            find(secretHash).ifPresent(f -> put(new Feed(f.jurisdiction(), f.user(), f.secretHash(), f.organ(), f.madeAt(), Optional.of(usedAt))));
        }
    }
}
