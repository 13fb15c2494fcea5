package cn.xiezhi.store;

import static java.util.stream.Collectors.groupingBy;

import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.Items;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

record ItemStore(Work work) implements Items {
    @Override
    public Optional<Item> find(String jurisdiction, String code) {
        return rows(jurisdiction, List.of(code)).stream().findFirst();
    }

    @Override
    public List<Item> of(String jurisdiction) {
        return work.read(em -> whole(new Query<>(ItemRow.class, "select i from ItemRow i").where("i.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction).list(em),
                new Query<>(HoldingRow.class, "select h from HoldingRow h").where("h.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction).list(em)));
    }

    @Override
    public List<Item> search(String jurisdiction, String text, String after, int limit) {
        List<String> codes = work.read(em -> new Sql("select i.code from item i", "i.jurisdiction", jurisdiction)
                .and("i.search like ? escape '!'", Optional.of(text).filter(t -> !t.isBlank()).map(ItemRow::searched).map(MatterPage::pattern))
                .and("i.code > ?", Optional.of(after).filter(a -> !a.isEmpty())).first(em, limit, "i.code"));
        return codes.isEmpty() ? List.of() : rows(jurisdiction, codes);
    }

    @Override
    public boolean save(List<Item> added, List<Item> changed) {
        return Work.added(() -> work.transact(connection -> {
            ItemRow.TABLE.insert(connection, added.stream().map(ItemRow::of).toList());
            ItemRow.TABLE.update(connection, changed.stream().map(ItemRow::of).toList());
            HoldingRow.OF_ITEM.delete(connection, changed);
            HoldingRow.TABLE.insert(connection, Stream.of(added, changed).flatMap(List::stream).flatMap(i -> HoldingRow.of(i).stream()).toList());
        }));
    }

    private List<Item> rows(String jurisdiction, List<String> codes) {
        return work.read(em -> whole(Keyed.rows(em, ItemRow.class, "item", "code", jurisdiction, codes), Keyed.rows(em, HoldingRow.class, "holding", "item", jurisdiction, codes)));
    }

    private static List<Item> whole(List<ItemRow> items, List<HoldingRow> holdings) {
        Map<String, List<HoldingRow>> byItem = holdings.stream().collect(groupingBy(h -> h.item));
        return items.stream().map(i -> i.value(byItem.getOrDefault(i.code, List.of()))).sorted(Comparator.comparing(Item::code)).toList();
    }
}
