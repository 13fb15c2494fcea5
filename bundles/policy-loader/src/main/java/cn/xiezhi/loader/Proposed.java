package cn.xiezhi.loader;

import cn.xiezhi.registry.Item;
import cn.xiezhi.registry.ItemClass;
import cn.xiezhi.registry.Organ;
import java.util.List;

/**
 * What a jurisdiction's bundle brings for the registers.
 *
 * @param organs sample data
 * @param items sample data
 * @param classes the classes of items that its document knows: rules, not samples
 */
record Proposed(List<Organ> organs, List<Item> items, List<ItemClass> classes) {
    static final Proposed NOTHING = new Proposed(List.of(), List.of(), List.of());

    Proposed {
        organs = List.copyOf(organs);
        items = List.copyOf(items);
        classes = List.copyOf(classes);
    }
}
