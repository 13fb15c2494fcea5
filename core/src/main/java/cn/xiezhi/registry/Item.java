package cn.xiezhi.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of the list of enforcement items.
 *
 * @param code unique in the jurisdiction
 * @param basis the articles of statutes that it rests on
 * @param itemClass the id of one of the jurisdiction's {@link ItemClass classes}
 * @param holdings who held the power when, by first day; at least one, none at the same time and place as another
 */
public record Item(String jurisdiction, String code, String name, List<String> basis, Optional<String> itemClass, List<Holding> holdings) {
    public Item {
        basis = List.copyOf(basis);
        holdings = holdings.stream().sorted().toList();
    }

    /**
     * The item with what letters of entrustment give of it. A letter that was drawn up here speaks for itself: what the list says
     * under its number gives way, so that a letter that was revoked or has run out gives no power.
     */
    public Item with(List<Entrusted> letters) {
        List<Entrusted> mine = letters.stream().filter(e -> e.item().equals(code)).toList();
        Stream<Holding> listed = holdings.stream().filter(h -> mine.stream().noneMatch(e -> h.letter().filter(e.matter()::equals).isPresent()));
        Stream<Holding> given = mine.stream().filter(e -> !e.untilInclusive().isBefore(e.fromInclusive())).map(e -> new Holding(Holding.Mode.ENTRUSTED, e.fromInclusive(),
                Optional.of(e.untilInclusive()), e.department(), List.of(e.township()), Optional.of(e.matter()), "行政执法委托书 " + e.matter()));
        return mine.isEmpty() ? this : new Item(jurisdiction, code, name, basis, itemClass, Stream.concat(listed, given).toList());
    }
}
