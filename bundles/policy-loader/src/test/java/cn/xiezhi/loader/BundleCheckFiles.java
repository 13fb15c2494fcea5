package cn.xiezhi.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bundle under check: the classes folder of the module whose build runs, and the calendar on the class path. */
final class BundleCheckFiles {
    private static final Path CLASSES = Path.of("target", "classes");

    private BundleCheckFiles() {}

    static BundleFiles ofModule() throws IOException {
        return BundleFiles.in(CLASSES.resolve(BundleFiles.FOLDER));
    }

    static Content.OfCalendar calendar() throws IOException {
        try (InputStream in = BundleCheckFiles.class.getResourceAsStream("/" + BundleFiles.FOLDER + BundleFiles.CALENDAR)) {
            Reading reading = Reading.of(new BundleFiles(Map.of(BundleFiles.CALENDAR, in.readAllBytes())));
            return (Content.OfCalendar) reading.content().orElseThrow(() -> new AssertionError(reading.problems()));
        }
    }

    static Attributes manifest() throws IOException {
        try (InputStream in = Files.newInputStream(CLASSES.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        }
    }

    static List<String> packageHeaders() {
        return List.of("Import-Package", "Export-Package", "DynamicImport-Package", "Private-Package", "Bundle-Activator", "Service-Component");
    }
}
