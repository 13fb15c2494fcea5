package cn.xiezhi.code;

import java.util.Optional;

/** One of a closed list, with a name for files, the database and the API that lasts whatever it is called in the code. */
public interface Coded {
    String code();

    /** @param all the whole list; no two have the same code */
    static <T extends Coded> Optional<T> find(T[] all, String code) {
        // A plain loop: it is asked for every row that is read.
        for (T one : all) {
            if (one.code().equals(code)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
