package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lies in the drop folder is rules only: replacing it can't disturb any other bundle. */
@ExtendWith(SharedProduct.class)
class JurisdictionJarsTest {

    @Test
    void shippedRules_haveNoProgramAndShareNoPackage(Product product) throws Exception {
        List<Path> jars;
        try (Stream<Path> files = Files.list(product.install().resolve("jurisdictions"))) {
            jars = files.filter(f -> f.toString().endsWith(".jar")).toList();
        }
        assertEquals(County.ALL.size() + 1, jars.size(), "five counties and the calendar");
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Attributes manifest = file.getManifest().getMainAttributes();
                for (String header : List.of("Import-Package", "Export-Package", "DynamicImport-Package", "Require-Bundle", "Bundle-Activator", "Service-Component")) {
                    assertNull(manifest.getValue(header), jar + " " + header);
                }
                assertEquals(List.of(), file.stream().map(e -> e.getName()).filter(n -> n.endsWith(".class")).toList(), jar.toString());
            }
        }
    }
}
