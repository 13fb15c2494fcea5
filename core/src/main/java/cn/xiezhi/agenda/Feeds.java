package cn.xiezhi.agenda;

import java.time.Instant;
import java.util.Optional;

/** The personal addresses, at most one each. Implemented by the store. */
public interface Feeds {
    Optional<Feed> of(String jurisdiction, String user);

    Optional<Feed> find(String secretHash);

    /** In place of the one that the person had. */
    void put(Feed feed);

    void remove(String jurisdiction, String user);

    /** Says when it was last read from; nothing if it is gone. */
    void touch(String secretHash, Instant usedAt);
}
