package cn.xiezhi.registry;

import java.util.List;

/** The classes of items that a jurisdiction's document knows. Implemented by the policy loader. */
public interface ItemClasses {
    /** None where the document does not sort items. */
    List<ItemClass> itemClasses(String jurisdiction);
}
