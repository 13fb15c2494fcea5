package cn.xiezhi.loader;

import java.util.List;
import java.util.Map;

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

    boolean has(String name) {
        return byName.containsKey(name);
    }
}
