package cn.xiezhi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From an empty database to the newest tables, and no further. */
abstract class SchemaContractTest {
    abstract Settings fresh() throws Exception;

    @Test
    void anEmptyDatabase_isMigratedOnceAndKeepsItsDataOverARestart() throws Exception {
        Settings settings = fresh();
        try (Database first = Database.open(settings)) {
            assertTrue(first.migrated());
            assertEquals(Optional.empty(), first.problem());
            new Matters(first.work()).commit(Samples.commit(Samples.change(Samples.full("here", "m"), 3)));
        }
        try (Database second = Database.open(settings)) {
            assertFalse(second.migrated());
            assertEquals(Samples.change(Samples.full("here", "m"), 3).after(), new Matters(second.work()).find("here", "m").orElseThrow());
        }
    }

    @Test
    void tablesOfANewerProduct_areNotTouched() throws Exception {
        Settings settings = fresh();
        try (Database database = Database.open(settings)) {
            database.work().run(em -> em.createNativeQuery("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", "
                    + "\"checksum\", \"installed_by\", \"execution_time\", \"success\") values (99, '99', 'later', 'SQL', 'V99__later.sql', 0, 'x', 0, true)").executeUpdate());
        }
        RuntimeException refused = assertThrows(RuntimeException.class, () -> Database.open(settings).close());
        assertEquals("数据库由另一版本的程序建立（结构版本 99，本程序为 " + Schema.LATEST + "），请使用相同或更新的版本", refused.getMessage());
    }

    /** A county that ran the first version keeps its officers' certificate numbers. */
    @Test
    void numbersOfCertificatesOfTheFirstVersion_areKeptAsEnforcementCertificates() throws Exception {
        Settings settings = fresh();
        Schema.migrate(new DriverSource(Drivers.find(settings.driver()), settings), settings.derby(), "1");
        try (Connection c = new DriverSource(Drivers.find(settings.driver()), settings).getConnection(); Statement s = c.createStatement()) {
            s.executeUpdate("insert into account (jurisdiction, user_name, organ, name, roles, certificate, password_hash, must_change, enabled, failures) values "
                    + "('here', 'wang', 'town', '王', 'officer', '证-1', 'hash', false, true, 0), ('here', 'li', 'town', '李', 'officer', null, 'hash', false, true, 0)");
        }
        try (Database database = Database.open(settings)) {
            AccountStore accounts = new AccountStore(database.work());
            assertEquals(List.of(new Certificate(Certificate.Kind.ENFORCEMENT, "证-1", Optional.empty())), accounts.find("wang").orElseThrow().certificates());
            assertEquals(List.of(), accounts.find("li").orElseThrow().certificates());
        }
    }

    @Test
    void theNewestScript_isTheOneThatTheProductAsksFor() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            String newest = scripts.map(s -> s.getFileName().toString().replaceAll("^V(\\d+)__.*$", "$1")).max(Comparator.comparingInt(Integer::parseInt)).orElseThrow();
            assertEquals(Schema.LATEST, newest);
        }
    }
}
