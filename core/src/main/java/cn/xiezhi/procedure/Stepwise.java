package cn.xiezhi.procedure;

import java.util.function.Consumer;

/** A value that is put together from left to right: each step gives another one, and none that was given ever changes. */
abstract class Stepwise<T extends Stepwise<T>> implements Cloneable {

    /** The same, but for what this does to it. */
    @SuppressWarnings("unchecked") // T is the class that extends this one
    final T but(Consumer<T> change) {
        try {
            T copy = (T) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
