package cn.xiezhi.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The accounts. Implemented by the store. */
public interface Accounts {
    Optional<Account> find(String user);

    /** A jurisdiction's accounts by user name. */
    List<Account> of(String jurisdiction);

    /** @return false if the user name is taken; nothing changes then */
    boolean add(Account account);

    /**
     * Changes an account in one transaction; concurrent changes are put one after the other, so that no failed sign-in is
     * left uncounted.
     *
     * @return the account after the change; empty if there is none
     */
    Optional<Account> change(String user, UnaryOperator<Account> change);
}
