package cn.xiezhi.store;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Accounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

record AccountStore(Work work) implements Accounts {
    @Override
    public Optional<Account> find(String user) {
        return work.read(em -> account(user).first(em)).map(AccountRow::value);
    }

    @Override
    public List<Account> of(String jurisdiction) {
        return work.read(em -> new Query<>(AccountRow.class, "select a from AccountRow a").where("a.jurisdiction = :jurisdiction", "jurisdiction", jurisdiction)
                .orderBy("a.user").list(em)).stream().map(AccountRow::value).toList();
    }

    @Override
    public boolean add(Account account) {
        return Work.added(() -> work.run(em -> em.persist(AccountRow.of(account))));
    }

    @Override
    public Set<String> takenElsewhere(String jurisdiction) {
        return Set.copyOf(work.read(em -> new Query<>(String.class, "select a.user from AccountRow a").where("a.jurisdiction <> :jurisdiction", "jurisdiction", jurisdiction)
                .list(em)));
    }

    @Override
    public boolean save(List<Account> added, List<Account> changed) {
        return Work.added(() -> work.transact(connection -> {
            AccountRow.TABLE.insert(connection, added.stream().map(AccountRow::of).toList());
            AccountRow.TABLE.update(connection, changed.stream().map(AccountRow::of).toList());
        }));
    }

    @Override
    public Optional<Account> change(String user, UnaryOperator<Account> change) {
        return work.write(em -> account(user).locked(em).map(row -> {
            Account before = row.value();
            Account after = change.apply(before);
            if (!after.user().equals(before.user()) || !after.jurisdiction().equals(before.jurisdiction())) {
                throw new IllegalArgumentException("an account keeps its user name and its jurisdiction");
            }
            row.take(after);
            return row.value();
        }));
    }

    private static Query<AccountRow> account(String user) {
        return new Query<>(AccountRow.class, "select a from AccountRow a").where("a.user = :user", "user", user);
    }
}
