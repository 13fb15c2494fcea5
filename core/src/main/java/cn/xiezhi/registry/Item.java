package cn.xiezhi.registry;

import java.util.List;
import java.util.Optional;

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
}
