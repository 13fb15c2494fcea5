package cn.xiezhi.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.registry.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** What was in force so far stays so, with the text that matters are finished by. */
    @Test
    void versionsThatWereInForceBefore_becomeEditionsAndDecisions() throws Exception {
        Settings settings = fresh();
        Schema.migrate(new DriverSource(Drivers.find(settings.driver()), settings), settings.derby(), "5");
        try (Connection c = new DriverSource(Drivers.find(settings.driver()), settings).getConnection();
                PreparedStatement insert = c.prepareStatement("insert into policy_version (jurisdiction, seq, version, since, until, snapshot) values (?, ?, ?, ?, ?, ?)")) {
            String longer = Samples.RARE.repeat(10_000);
            List.of(List.of("here", 1, "1+a", 1_000L, 2_000L, "old text"), List.of("here", 2, "2+b", 2_000L, 3_000L, longer), List.of("here", 3, "1+a", 3_000L, Samples.RARE),
                    List.of("there", 1, "1+a", 5_000L, "another county's")).forEach(row -> {
                try {
                    insert.setNull(5, Types.BIGINT);
                    for (int i = 0; i < row.size(); i++) {
                        insert.setObject(row.size() == 5 && i == 4 ? 6 : i + 1, row.get(i));
                    }
                    insert.executeUpdate();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        try (Database database = Database.open(settings)) {
            RuleArchive archive = new RuleStore(database.work());
            assertEquals(List.of(arrived(1, "1+a", 1_000), arrived(2, "2+b", 2_000), arrived(3, "1+a", 3_000)), archive.terms("here", Subject.POLICY));
            assertEquals(List.of(arrived(1, "1+a", 5_000)), archive.terms("there", Subject.POLICY));
            assertEquals(List.of(bundle("2+b", 2_000), bundle("1+a", 1_000)), archive.editions("here", Subject.POLICY));
            assertEquals(Optional.of(Samples.RARE), archive.text("here", "1+a"), "the latest");
            assertEquals(Optional.of(Samples.RARE.repeat(10_000)), archive.text("here", "2+b"));
            assertEquals(Optional.of("another county's"), archive.text("there", "1+a"));
            assertEquals(Set.of("policy.yaml"), archive.files("here", Subject.POLICY, "2+b").orElseThrow().keySet());
            assertEquals(Set.of("here", "there"), archive.jurisdictions());
        }
    }

    private static Edition bundle(String version, long receivedAt) {
        return new Edition("here", Subject.POLICY, version, Instant.ofEpochMilli(receivedAt), Edition.DROPPED, Optional.empty(), Optional.empty());
    }

    private static Term arrived(int seq, String version, long since) {
        return new Term(seq, version, Instant.ofEpochMilli(since), Instant.ofEpochMilli(since), Edition.DROPPED, Term.Kind.ARRIVED, "", Optional.empty());
    }

    @Test
    void theNewestScript_isTheOneThatTheProductAsksFor() throws IOException {
        try (Stream<Path> sql = Files.list(Path.of("src/main/resources/db/migration")); Stream<Path> java = Files.list(Path.of("src/main/java/cn/xiezhi/store"))) {
            String newest = Stream.concat(sql, java).filter(s -> s.getFileName().toString().matches("V\\d+__.*")).map(s -> s.getFileName().toString().replaceAll("^V(\\d+)__.*$", "$1")).max(Comparator.comparingInt(Integer::parseInt)).orElseThrow();
            assertEquals(Schema.LATEST, newest);
        }
    }
}
