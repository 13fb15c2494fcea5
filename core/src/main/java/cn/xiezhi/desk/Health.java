package cn.xiezhi.desk;

import java.util.Optional;

/** A part of the product that can be well or not. OSGi whiteboard: readiness asks every service of this type. */
public interface Health {
    /** The part, in Chinese. */
    String name();

    /** What is wrong with it; empty when it is well. */
    Optional<String> problem();

    /** Whether the product is down while it is not well; else it works all the same, and only says so. */
    default boolean vital() {
        return true;
    }
}
