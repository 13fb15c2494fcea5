package cn.xiezhi.message;

import cn.xiezhi.message.Target.Robot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who wants to be reminded where. Implemented by the store. */
public interface Recipients {
    /** Of those who said something. */
    List<Wish> wishes(String jurisdiction);

    Optional<Wish> wish(String jurisdiction, String user);

    void save(Wish wish);

    /** The last code that was sent to a person, used or not. */
    Optional<Proof> proof(String jurisdiction, String user);

    /** In the place of the one before. */
    void save(Proof proof);

    /** Uses up one try. @return false if there was none left; of several at once each uses one of its own */
    boolean attempt(String jurisdiction, String user, Instant now);

    List<Robot> robots(String jurisdiction);

    void save(Robot robot);

    /** @return false if there was none */
    boolean removeRobot(String jurisdiction, String organ);

    /**
     * A code on its way to an address.
     *
     * @param codeHash never the code itself
     * @param tries how many are left
     */
    record Proof(String jurisdiction, String user, String mail, String codeHash, Instant sentAt, Instant expiresAt, int tries) {}
}
