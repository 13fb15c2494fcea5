package cn.xiezhi.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Organs in spreadsheets: written by name where the name is one organ's alone, else by id; read by either. */
final class OrganNames {
    private final Map<String, Organ> byWord = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    OrganNames(Collection<Organ> organs) {
        Map<String, Long> uses = new HashMap<>();
        organs.forEach(o -> uses.merge(o.name(), 1L, Long::sum));
        for (Organ o : organs) {
            String word = uses.get(o.name()) == 1 ? o.name() : o.id();
            words.put(o.id(), word);
            byWord.put(word, o);
        }
        // An id counts even if some other organ is called like it.
        organs.forEach(o -> byWord.put(o.id(), o));
    }

    String word(String id) {
        return words.getOrDefault(id, id);
    }

    Optional<Organ> find(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    /** An organ named in a cell that must be filled. */
    Optional<Organ> read(Cells cells, String column) {
        return cells.text(column, 200).flatMap(word -> {
            Optional<Organ> organ = find(word);
            if (organ.isEmpty()) {
                cells.fault(column, "机关名录中没有“" + cells.shown(column) + "”，请填机关的全称或编号，或先导入机关");
            }
            return organ;
        });
    }
}
