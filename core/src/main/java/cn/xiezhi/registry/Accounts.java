package cn.xiezhi.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The accounts. Implemented by the store. */
public interface Accounts {
    Optional<Account> find(String user);

    /** A jurisdiction's accounts by user name. */
    List<Account> of(String jurisdiction);

    /** @return false if the user name is taken; nothing changes then */
    boolean add(Account account);

    /** The user names that are taken in other jurisdictions. */
    Set<String> takenElsewhere(String jurisdiction);

    /**
     * All or nothing: adds accounts, and takes over name, organ, roles and certificates of others; passwords and locks stay as they are.
     *
     * @return false if a user name of an added account is taken; nothing changes then
     */
    boolean save(List<Account> added, List<Account> changed);

    /**
     * Changes an account in one transaction; concurrent changes are put one after the other, so that no failed sign-in is
     * left uncounted.
     *
     * @return the account after the change; empty if there is none
     */
    Optional<Account> change(String user, UnaryOperator<Account> change);
}
