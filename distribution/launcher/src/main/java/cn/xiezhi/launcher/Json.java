package cn.xiezhi.launcher;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes the little JSON that the launcher needs; the framework's own writer is not on its class path. */
final class Json {
    private Json() {}

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** A Configurator document; the values are JSON already. One that is in no bundle is only read if it has a name and a version. */
    static String configurator(Map<String, Map<String, String>> pids) {
        return pids.entrySet().stream()
                .map(pid -> quote(pid.getKey()) + ":" + pid.getValue().entrySet().stream()
                        .map(p -> quote(p.getKey()) + ":" + p.getValue())
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(",", "{\":configurator:resource-version\":1,\":configurator:symbolic-name\":\"xiezhi\",\":configurator:version\":\"1.0.0\",", "}"));
    }
}
