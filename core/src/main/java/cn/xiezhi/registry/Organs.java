package cn.xiezhi.registry;

import java.util.List;
import java.util.Optional;

/** The register of organs. Implemented by the store. */
public interface Organs {
    Optional<Organ> find(String jurisdiction, String id);

    /** A jurisdiction's organs by id. */
    List<Organ> of(String jurisdiction);

    /** @return false if the id is taken in the jurisdiction; nothing changes then */
    boolean add(Organ organ);

    /**
     * All or nothing.
     *
     * @return false if the id of an added organ is taken; nothing changes then
     */
    boolean save(List<Organ> added, List<Organ> changed);
}
