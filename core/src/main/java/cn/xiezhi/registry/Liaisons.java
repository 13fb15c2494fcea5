package cn.xiezhi.registry;

import java.util.List;

/** The register of liaisons. Implemented by the store. */
public interface Liaisons {
    /** A jurisdiction's liaisons by organ, kind and first day. */
    List<Liaison> of(String jurisdiction);

    void add(Liaison liaison);

    /** @return false if there is none */
    boolean remove(String jurisdiction, String id);
}
