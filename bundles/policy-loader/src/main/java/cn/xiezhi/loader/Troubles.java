package cn.xiezhi.loader;

import cn.xiezhi.loader.Outcome.Fault;
import cn.xiezhi.policy.RulesHere.Trouble;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Since when each thing has been wrong. */
final class Troubles {
    private final AtomicReference<Map<Fault, Instant>> known = new AtomicReference<>(Map.of());

    /**
     * What is wrong now, the rest is forgotten.
     *
     * @return what was not known to be wrong before
     */
    List<Fault> update(Collection<Fault> faults, Instant now) {
        Map<Fault, Instant> before = known.get();
        Map<Fault, Instant> after = new LinkedHashMap<>();
        faults.forEach(f -> after.put(f, before.getOrDefault(f, now)));
        known.set(after);
        return after.keySet().stream().filter(f -> !before.containsKey(f)).toList();
    }

    /** @param otherwise for what is wrong and was not noticed yet */
    List<Trouble> of(Collection<Fault> faults, Instant otherwise) {
        Map<Fault, Instant> since = known.get();
        return faults.stream().distinct()
                .map(f -> new Trouble(Optional.of(f.jurisdiction()).filter(j -> !j.isEmpty()), f.text(), since.getOrDefault(f, otherwise))).toList();
    }
}
