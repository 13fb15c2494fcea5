package cn.xiezhi.loader;

import cn.xiezhi.policy.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the bundles on this node offer. Of two for the same jurisdiction, or two calendars, the first counts; when it goes, the second. */
final class Offers {
    /** One bundle. What it brought last and was accepted stays while it is there, whatever comes after it. */
    static final class Entry {
        private final Offer offer;
        private Optional<Content> good = Optional.empty();
        private Instant goodSince = Instant.EPOCH;
        /** By jurisdiction, the version of this offer that was accepted there. */
        private final Map<String, String> accepted = new HashMap<>();

        private Entry(Offer offer) {
            this.offer = offer;
        }

        Offer offer() {
            return offer;
        }

        Optional<Content> good() {
            return good;
        }

        Instant goodSince() {
            return goodSince;
        }

        Optional<String> about() {
            return good.map(Offer::about).or(offer::about);
        }

        boolean isAccepted(String jurisdiction, Content content) {
            return content.version().equals(accepted.get(jurisdiction));
        }

        void accept(String jurisdiction, Content content, Instant now) {
            accepted.put(jurisdiction, content.version());
            if (good.filter(g -> g.version().equals(content.version())).isEmpty()) {
                goodSince = now;
            }
            good = Optional.of(content);
        }

        void forgetAccepted() {
            accepted.clear();
        }
    }

    private final Map<Long, Entry> entries = new LinkedHashMap<>();

    /** A bundle runs with this content, for the first time or after an update. */
    void found(long bundle, Offer offer) {
        Entry entry = new Entry(offer);
        Entry old = entries.get(bundle);
        if (old != null) {
            entry.good = old.good;
            entry.goodSince = old.goodSince;
        }
        entries.put(bundle, entry);
    }

    /** @return whether it had been found before */
    boolean gone(long bundle) {
        return entries.remove(bundle) != null;
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** Whose content counts: a bundle that has brought it before one that begins to. */
    Optional<Entry> holder(String about) {
        return entries.values().stream().filter(e -> e.about().filter(about::equals).isPresent()).findFirst()
                .or(() -> entries.values().stream().filter(e -> e.offer.about().filter(about::equals).isPresent()).findFirst());
    }

    /** The jurisdictions that a bundle is here for. */
    Set<String> jurisdictions() {
        Set<String> all = new TreeSet<>();
        entries.values().forEach(e -> {
            e.about().ifPresent(all::add);
            e.offer.about().ifPresent(all::add);
        });
        all.remove(Subject.CALENDAR.code());
        return all;
    }
}
