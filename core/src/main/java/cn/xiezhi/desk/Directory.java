package cn.xiezhi.desk;

import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The register of organs as decisions need it: by id, read again after a few seconds, since other nodes may add to it. */
final class Directory {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Page(Instant readAt, Map<String, Organ> organs) {}

    private final Organs organs;
    private final Clock clock;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    Directory(Organs organs, Clock clock) {
        this.organs = organs;
        this.clock = clock;
    }

    Map<String, Organ> of(String jurisdiction) {
        Page page = pages.get(jurisdiction);
        Instant now = clock.instant();
        if (page == null || page.readAt().plus(FRESH).isBefore(now) || page.readAt().isAfter(now)) {
            page = read(jurisdiction, now);
        }
        return page.organs();
    }

    boolean add(Organ organ) {
        boolean added = organs.add(organ);
        pages.remove(organ.jurisdiction());
        return added;
    }

    boolean save(String jurisdiction, List<Organ> added, List<Organ> changed) {
        boolean saved = organs.save(added, changed);
        pages.remove(jurisdiction);
        return saved;
    }

    private Page read(String jurisdiction, Instant now) {
        Map<String, Organ> byId = new LinkedHashMap<>();
        organs.of(jurisdiction).forEach(o -> byId.put(o.id(), o));
        Page page = new Page(now, Collections.unmodifiableMap(byId));
        pages.put(jurisdiction, page);
        return page;
    }
}
