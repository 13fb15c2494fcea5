package cn.xiezhi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.House;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organs;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the store remembers saves a question, and is never believed against the store itself. */
class RememberedTest {
    private final House house = new House();
    private final Officer town = house.officer("town");
    private final Map<String, Matter> stored = new HashMap<>();
    /** Another node's view: what it saw of a matter, however old. */
    private final Map<String, Matter> remembered = new HashMap<>();
    private int asked;
    private final Desk desk = desk();

    @Test
    void what_is_remembered_is_acted_on_without_asking() {
        Matter m = opened();
        remembered.put(m.id(), m);
        assertInstanceOf(Result.Done.class, withdraw(m));
        assertEquals(0, asked);
    }

    @Test
    void whoever_was_faster_is_noticed_by_the_commit() {
        Matter m = opened();
        remembered.put(m.id(), m);
        Result.Done extended = assertInstanceOf(Result.Done.class, desk.act(town, m.id(), "extend", m.version(), Map.of("extensionReason", "调查", "extensionNotice", "true")));
        Result.Stale stale = assertInstanceOf(Result.Stale.class, withdraw(m));
        assertEquals(extended.matter().matter(), stale.current().matter());
    }

    @Test
    void a_refusal_is_not_based_on_what_is_remembered() {
        Matter m = opened();
        remembered.put(m.id(), m);
        assertInstanceOf(Result.Done.class, withdraw(m));
        assertInstanceOf(Result.Stale.class, desk.act(house.officer("bureau"), m.id(), "accept", m.version(), Map.of()));
    }

    private Matter opened() {
        return assertInstanceOf(Result.Done.class, desk.open(town, "transfer", house.transferInput(), Optional.empty(), Optional.empty())).matter().matter();
    }

    private Result withdraw(Matter m) {
        return desk.act(town, m.id(), "withdraw", m.version(), Map.of("withdrawReason", "重复"));
    }

    private Desk desk() {
        MatterStore store = fake(MatterStore.class, (name, args) -> switch (name) {
            case "find" -> {
                asked++;
                yield Optional.ofNullable(stored.get(args[1]));
            }
            case "remembered" -> Optional.ofNullable(remembered.get(args[1])).filter(m -> m.version() == (Long) args[2]);
            case "commit" -> {
                ((Commit) args[0]).changes().forEach(this::keep);
                yield null;
            }
            default -> throw new AssertionError(name);
        });
        RuleBook book = new RuleBook(new TreeMap<>(Map.of("test", new PolicyInForce(house.policy, house.now, ""))), House.calendar2025());
        Rules rules = fake(Rules.class, (name, args) -> book);
        return new Desk(store, null, rules, null, fake(Organs.class, (name, args) -> List.copyOf(house.organs.values())),
                fake(Accounts.class, (name, args) -> List.of()), fake(Items.class, (name, args) -> Optional.empty()), Clock.fixed(house.now, ZoneOffset.UTC));
    }

    private void keep(MatterChange change) {
        Matter before = stored.get(change.after().id());
        if (change.expectedVersion() != (before == null ? 0 : before.version())) {
            throw new StaleMatterException(change.after().id());
        }
        stored.put(change.after().id(), change.after());
    }

    private interface Answer {
        Object to(String name, Object[] args);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answer.to(method.getName(), args)));
    }
}
