package cn.xiezhi.desk;

import java.util.Optional;

/** A part of the product that can say whether it is well. Each part registers one; readiness asks them all. */
public interface Health {
    /** What the part is called, in Chinese. */
    String name();

    /** What keeps the part from working, in Chinese; empty when it is well. */
    Optional<String> problem();
}
