package cn.xiezhi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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

    @Test
    void theNewestScript_isTheOneThatTheProductAsksFor() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            String newest = scripts.map(s -> s.getFileName().toString().replaceAll("^V(\\d+)__.*$", "$1")).max(Comparator.comparingInt(Integer::parseInt)).orElseThrow();
            assertEquals(Schema.LATEST, newest);
        }
    }
}
