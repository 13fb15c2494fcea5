package cn.xiezhi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesTest {
    private static final Set<String> BUILT = Set.of(
            "/console/index.html", "/console/assets/index-Ab1_x.js", "/console/assets/index-Ab1_x.js.gz", "/console/assets/emblem-x.svg");

    private final ConsoleFiles files = new ConsoleFiles(name -> BUILT.contains(name) ? url(name) : null);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/desk", "/matters/m-1", "/matters/new", "/apiary", "/../../etc/passwd", "/%2e%2e/secret"})
    void everyPageOfTheRouter_isTheIndex_andNeverKept(String path) {
        ConsoleFiles.Found found = files.find(path, true).orElseThrow();
        assertTrue(found.url().getPath().endsWith("/console/index.html"));
        assertFalse(found.immutable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1/nothing", "/health", "/health/ready"})
    void thePathsOfTheApi_areNotTheConsoles(String path) {
        assertTrue(files.find(path, true).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"/api, true", "/api/v1/nothing, true", "/health/ready, true", "/health, false", "/health/x, false", "/apiary, false", "/assets/x.js, false"})
    void whatTheApiWouldAnswer_isKnown(String path, boolean ofTheApi) {
        assertEquals(ofTheApi, ConsoleFiles.isOfTheApi(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets", "/assets/", "/assets/gone-1.js", "/assets/../index.html", "/assets/..\\index.js", "/assets/a/../../x.js",
        "/assets/.hidden.js", "/assets/index-Ab1_x.js.gz", "/assets/%2e%2e/x.js"})
    void anAssetThatIsNotThere_isNotFound(String path) {
        assertTrue(files.find(path, true).isEmpty());
    }

    @Test
    void anAsset_isKeptForever_andPackedForWhoTakesIt() {
        ConsoleFiles.Found packed = files.find("/assets/index-Ab1_x.js", true).orElseThrow();
        assertTrue(packed.immutable());
        assertTrue(packed.gzip());
        assertEquals("text/javascript; charset=utf-8", packed.type());
        assertFalse(files.find("/assets/index-Ab1_x.js", false).orElseThrow().gzip());
        assertFalse(files.find("/assets/emblem-x.svg", true).orElseThrow().gzip());
    }

    private static URL url(String name) {
        try {
            return URI.create("file:" + name).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
