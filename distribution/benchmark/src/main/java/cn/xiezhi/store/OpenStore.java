package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Organs;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** The product's own store on a database of the benchmark's, with the pool that plain JDBC is measured on too. */
public final class OpenStore implements AutoCloseable {
    private final Database database;
    private final boolean derby;

    public OpenStore(String url, String user, String password) {
        Settings settings = new Settings(url, url.startsWith("jdbc:derby:") ? "org.apache.derby.jdbc.EmbeddedDriver" : "org.postgresql.Driver", user, password, 10);
        derby = settings.derby();
        database = Database.open(settings);
    }

    /** What the desk needs of a store. */
    public record Ports(MatterStore matters, RuleArchive archive, Organs organs, Accounts accounts, Items items) {}

    public Ports ports() {
        return ports(database.work());
    }

    /** The same on a pool that somebody looks over the shoulder of. */
    public Ports ports(UnaryOperator<DataSource> watched) {
        DataSource source = watched.apply(pool());
        return ports(new Work(Unit.open(source, derby), source));
    }

    public DataSource pool() {
        return database.work().source();
    }

    /** How a due time is kept in the column that desks are sorted by. */
    public static String dueKey(java.time.Instant due, String id) {
        return Times.key(due, id);
    }

    @Override
    public void close() {
        database.close();
    }

    private static Ports ports(Work work) {
        return new Ports(new Matters(work), new RuleStore(work), new OrganStore(work), new AccountStore(work), new ItemStore(work));
    }
}
