package cn.xiezhi.registry;

import java.util.List;
import java.util.Optional;

/** The list of enforcement items. Implemented by the store. */
public interface Items {
    Optional<Item> find(String jurisdiction, String code);

    /** A jurisdiction's items by code. */
    List<Item> of(String jurisdiction);

    /**
     * Items by code.
     *
     * @param text occurs in the code, the name or the articles; empty for all
     * @param after only codes behind this one; empty for the beginning
     */
    List<Item> search(String jurisdiction, String text, String after, int limit);

    /**
     * All or nothing.
     *
     * @return false if the code of an added item is taken; nothing changes then
     */
    boolean save(List<Item> added, List<Item> changed);
}
