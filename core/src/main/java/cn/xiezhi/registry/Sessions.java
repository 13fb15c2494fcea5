package cn.xiezhi.registry;

import java.time.Instant;
import java.util.Optional;

/** The sign-ins that last. Implemented by the store, so that every node knows them. */
public interface Sessions {
    void add(Session session);

    Optional<Session> find(String tokenHash);

    void touch(String tokenHash, Instant usedAt);

    void remove(String tokenHash);

    /** Ends all sign-ins of a user but one. */
    void removeOthers(String user, String keptTokenHash);

    void removeExpired(Instant now);
}
