package cn.xiezhi.procedure;

import cn.xiezhi.matter.Findable;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Words;
import cn.xiezhi.matter.Words.Excerpt;
import cn.xiezhi.registry.Officer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a matter is found by: its title, its number, and what people wrote into its ledger. What is kept for the holders of some parts
 * is found by them only: nobody learns by searching what the page does not show. Where reads are logged, only title and number count, since
 * an excerpt would be a read that no log knows of.
 */
public final class Finding {
    private static final Set<Field.Type> WRITTEN = Set.of(Field.Type.TEXT, Field.Type.LONG_TEXT, Field.Type.LINES, Field.Type.ITEM);
    /** Texts that the platform writes about files and limits. */
    private static final Set<String> TECHNICAL = Set.of("sha256", "size", "slot", "pages", "due", "was", "calendar");

    private Finding() {}

    /**
     * A place in a matter where words of a search stand.
     *
     * @param entry the ledger entry; empty for title and number
     * @param field whose text it is; {@code title} or {@code number} where there is no entry
     */
    public record Place(Optional<LedgerEntry> entry, String field, Excerpt excerpt) {}

    private record Text(Optional<LedgerEntry> entry, String field, String text) {}

    /** What an entry adds to the words that its matter is found by. */
    public static Findable of(Procedure procedure, LedgerEntry entry) {
        StringBuilder open = new StringBuilder();
        StringBuilder sealed = new StringBuilder();
        written(procedure, entry).forEach(d -> (procedure.vocabulary().get(d.getKey()).onlyFor().isEmpty() ? open : sealed).append(d.getValue()).append(Findable.BETWEEN));
        return new Findable(open.toString(), sealed.toString());
    }

    /** Where the words stand in what this person sees of the matter, the first places first; none unless every one of the words does. */
    public static List<Place> places(Officer officer, Procedure procedure, Matter m, List<LedgerEntry> ledger, List<String> words, int most) {
        List<Place> places = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(words);
        Stream<Text> texts = Stream.concat(Stream.of(new Text(Optional.empty(), "number", m.id()), new Text(Optional.empty(), "title", m.title())),
                ledger.stream().flatMap(e -> written(procedure, e).filter(d -> Decisions.maySee(officer, m, procedure.vocabulary().get(d.getKey()).onlyFor()))
                        .map(d -> new Text(Optional.of(e), d.getKey(), d.getValue()))));
        texts.forEach(text -> Words.excerpt(text.text(), words).ifPresent(excerpt -> {
            String plain = Words.plain(text.text());
            // What says nothing new is left out: titles are mostly made of a field.
            if (missing.removeIf(plain::contains) || places.size() < most && places.stream().noneMatch(p -> p.excerpt().equals(excerpt))) {
                places.add(new Place(text.entry(), text.field(), excerpt));
            }
        }));
        return missing.isEmpty() ? places : List.of();
    }

    private static Stream<Map.Entry<String, String>> written(Procedure procedure, LedgerEntry entry) {
        return !procedure.readsFor().isEmpty() ? Stream.of() : entry.details().entrySet().stream().filter(d -> !TECHNICAL.contains(d.getKey()) && !d.getValue().isBlank()
                && Optional.ofNullable(procedure.vocabulary().get(d.getKey())).filter(f -> WRITTEN.contains(f.type())).isPresent());
    }
}
