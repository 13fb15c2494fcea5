package cn.xiezhi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartPageTest {
    /** As built, so that a change of the page that loses the place for the name is seen. */
    private final String built = read(Path.of("target/classes/console/index.html"));

    @Test
    void withoutAName_thePageIsAsBuilt() {
        assertEquals(built, StartPage.told(built, "", false));
    }

    @Test
    void aName_isTheTitle_andWhatTheConsoleReads() {
        String page = StartPage.told(built, "𠮷县执法协作平台", false);
        assertTrue(page.contains("<title>𠮷县执法协作平台</title>"), page);
        assertTrue(page.contains("<meta name=\"application-name\" content=\"𠮷县执法协作平台\""), page);
    }

    @Test
    void aHostileName_staysText() {
        String page = StartPage.told(built, "\"><script>alert('1')</script>", false);
        assertTrue(page.contains("content=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\""), page);
        assertEquals(built.split("<script").length, page.split("<script").length);
    }

    @Test
    void aPageWithoutAPlaceForIt_isADefect() {
        assertThrows(IllegalStateException.class, () -> StartPage.told("<html></html>", "某县", false));
    }

    @Test
    void sampleData_isTold_andNothingElseChanges() {
        String page = StartPage.told(built, "", true);
        assertTrue(page.contains("<meta name=\"xiezhi-sample\" content=\"true\""), page);
        assertEquals(built, page.replace("content=\"true\"", "content=\"\""));
        assertThrows(IllegalStateException.class, () -> StartPage.told("<html></html>", "", true));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
