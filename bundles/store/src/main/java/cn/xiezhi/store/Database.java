package cn.xiezhi.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** An open, migrated database with its pool and persistence unit. Whoever opens it closes it. */
final class Database implements AutoCloseable {
    /** Derby takes these from the system only, and an operator's own are left as they are. */
    private static final Map<String, String> DERBY = Map.of("derby.stream.error.file", "{folder}/derby.log", "derby.locks.waitTimeout", "10",
            "derby.locks.deadlockTimeout", "1");

    private final Settings settings;
    private final Driver driver;
    private final HikariDataSource pool;
    private final EntityManagerFactory factory;
    private final boolean migrated;

    private Database(Settings settings, Driver driver, HikariDataSource pool, EntityManagerFactory factory, boolean migrated) {
        this.settings = settings;
        this.driver = driver;
        this.pool = pool;
        this.factory = factory;
        this.migrated = migrated;
    }

    /** @throws RuntimeException if it can't be reached or brought up to date; {@link Failures#text} says why */
    static Database open(Settings settings) {
        if (settings.derby()) {
            DERBY.forEach((key, value) -> System.getProperties().putIfAbsent(key, value.replace("{folder}", settings.derbyFolder())));
        }
        Driver driver = Drivers.find(settings.driver());
        HikariDataSource pool = null;
        try {
            pool = pool(settings, driver);
            boolean migrated = Schema.migrate(pool, settings.derby());
            TextFill.run(pool);
            return new Database(settings, driver, pool, Unit.open(pool, settings.derby()), migrated);
        } catch (SQLException | RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            if (settings.derby()) {
                shutDown(settings, driver);
            }
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
    }

    Work work() {
        return new Work(factory, pool);
    }

    /** Whether this start changed the tables. */
    boolean migrated() {
        return migrated;
    }

    /** What keeps the database from answering; empty when it does. */
    Optional<String> problem() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2) ? Optional.empty() : Optional.of("数据库无应答");
        } catch (SQLException e) {
            return Optional.of(Failures.text(e));
        }
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
        if (settings.derby()) {
            shutDown(settings, driver);
        }
    }

    private static HikariDataSource pool(Settings settings, Driver driver) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("xiezhi-store");
        config.setDataSource(new DriverSource(driver, settings));
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(5_000);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    /** Derby reports a clean end as an exception. */
    private static void shutDown(Settings settings, Driver driver) {
        try {
            driver.connect(settings.derbyDatabase() + ";shutdown=true", new Properties()).close();
        } catch (SQLException e) {
            // 08006: shut down, as it was asked to; anything else: it was not running.
        }
    }
}
