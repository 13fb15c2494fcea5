package cn.xiezhi.store;

import cn.xiezhi.registry.Item;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

@Entity
@Table(name = "item")
class ItemRow {
    static final RowTable<ItemRow> TABLE = new RowTable<ItemRow>("item").key("jurisdiction", Types.VARCHAR, i -> i.jurisdiction).key("code", Types.VARCHAR, i -> i.code)
            .column("name", Types.VARCHAR, i -> i.name).column("basis", Types.VARCHAR, i -> i.basis).column("item_class", Types.VARCHAR, i -> i.itemClass)
            .column("search", Types.VARCHAR, i -> i.search);

    @Id String jurisdiction;
    @Id String code;
    String name;
    String basis;
    @Column(name = "item_class") String itemClass;
    /** What a search by text looks at, in small letters. */
    String search;

    static ItemRow of(Item i) {
        ItemRow row = new ItemRow();
        row.jurisdiction = i.jurisdiction();
        row.code = i.code();
        row.name = i.name();
        row.basis = Json.of(i.basis());
        row.itemClass = i.itemClass().orElse(null);
        row.search = searched(i.code() + "\n" + i.name() + "\n" + String.join("\n", i.basis()));
        return row;
    }

    static String searched(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    Item value(List<HoldingRow> holdings) {
        return new Item(jurisdiction, code, name, List.copyOf(Json.set(basis)), Optional.ofNullable(itemClass), holdings.stream().map(HoldingRow::value).toList());
    }
}
