package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's tables are those that rules and tests make; {@code -Dxiezhi.readme=write} writes them. */
class DutyTablesTest {
    private static final Path README = Path.of("..", "README.md");

    private final DutyTables tables = new DutyTables(DutyTables.classes());

    DutyTablesTest() throws IOException {}

    @Test
    void everyDutyOfEveryCounty_isShownByATest() {
        assertEquals(List.of(), tables.unshown());
        assertEquals(List.of(), tables.unfounded());
    }

    @Test
    void readme_hasTheTablesThatRulesAndTestsMake() throws IOException {
        String text = Files.readString(README);
        String made = text;
        for (String procedure : tables.procedures()) {
            Matcher place = Pattern.compile("(<!-- duties:" + procedure + " -->\n).*?(<!-- /duties:" + procedure + " -->)", Pattern.DOTALL).matcher(made);
            assertEquals(true, place.find(), "the README has no place for the table of " + procedure);
            made = place.replaceFirst("$1" + Matcher.quoteReplacement("\n" + tables.of(procedure) + "\n") + "$2");
        }
        if ("write".equals(System.getProperty("xiezhi.readme"))) {
            Files.writeString(README, made);
        }
        assertEquals(made, Files.readString(README), "write the tables anew: mvn -pl bundles/policies/tests -am verify -Dxiezhi.readme=write");
    }
}
