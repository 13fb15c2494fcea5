package cn.xiezhi.loader;

import cn.xiezhi.document.Template;
import cn.xiezhi.document.TemplateCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rule files of a bundle, copied out of it: by their names in the folder {@code xiezhi/}. */
record BundleFiles(Map<String, byte[]> byName) {
    static final String FOLDER = "xiezhi/";
    static final String POLICY = "policy.yaml";
    static final String EXAMPLES = "examples.yaml";
    static final String ORGANS = "organs.yaml";
    static final String ITEMS = "items.yaml";
    static final String CALENDAR = "calendar.yaml";
    static final List<String> NAMES = List.of(POLICY, EXAMPLES, ORGANS, ITEMS, CALENDAR);

    BundleFiles {
        byName = Map.copyOf(byName);
    }

    /** Whether a file in {@code xiezhi/} is one of them. */
    static boolean is(String name) {
        return NAMES.contains(name) || TemplateFiles.is(name);
    }

    /** Those of a folder, each read so far that a longer one is refused. */
    static BundleFiles in(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<String> names = new ArrayList<>(NAMES);
        if (Files.isDirectory(folder.resolve(Template.FOLDER))) {
            try (Stream<Path> templates = Files.list(folder.resolve(Template.FOLDER))) {
                // What a word processor leaves beside a file that it has open is not meant.
                templates.map(t -> t.getFileName().toString()).filter(n -> !n.startsWith(".") && !n.startsWith("~$")).forEach(n -> names.add(Template.FOLDER + n));
            }
        }
        for (String name : names) {
            if (Files.isRegularFile(folder.resolve(name))) {
                files.put(name, bounded(Files.newInputStream(folder.resolve(name))));
            }
        }
        return new BundleFiles(files);
    }

    /** One byte more than is allowed is enough to be refused by the reading. */
    static byte[] bounded(InputStream from) throws IOException {
        try (from) {
            return from.readNBytes(Math.max(YamlText.MOST_BYTES, TemplateCheck.MOST) + 1);
        }
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }
}
