package cn.xiezhi.code;

import java.util.Arrays;
import java.util.Optional;

/** One of a closed list, with a name for files, the database and the API that lasts whatever it is called in the code. */
public interface Coded {
    String code();

    /** @param all the whole list; no two have the same code */
    static <T extends Coded> Optional<T> find(T[] all, String code) {
        return Arrays.stream(all).filter(one -> one.code().equals(code)).findFirst();
    }
}
