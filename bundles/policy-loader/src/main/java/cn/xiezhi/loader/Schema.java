package cn.xiezhi.loader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON Schema in the making, draft-07: the newest that editors' YAML support understands as a whole. Each part says in Chinese what it is
 * for; editors show that while somebody writes.
 */
final class Schema {
    private final Map<String, Object> json = new LinkedHashMap<>();

    private Schema() {}

    static Schema object(String description) {
        return typed("object", description).with("additionalProperties", false);
    }

    /** A text; a plain number is one too, where the file asks for a text. */
    static Schema text(String description) {
        return of("type", List.of("string", "number")).with("minLength", 1).with("description", description);
    }

    static Schema matching(String pattern, String description) {
        return text(description).with("pattern", pattern);
    }

    static Schema day(String description) {
        return typed("string", description).with("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
    }

    static Schema integer(int least, int most, String description) {
        return typed("integer", description).with("minimum", least).with("maximum", most);
    }

    static Schema flag(boolean otherwise, String description) {
        return typed("boolean", description).with("default", otherwise);
    }

    /** One of some words; the map says what each means. */
    static Schema oneOf(Map<String, String> words, String description) {
        return typed("string", description).with("enum", List.copyOf(words.keySet())).with("enumDescriptions", List.copyOf(words.values()));
    }

    static Schema list(Schema item, String description) {
        return typed("array", description).with("items", item).with("minItems", 1);
    }

    static Schema ref(String definition, String description) {
        return of("allOf", List.of(Map.of("$ref", "#/definitions/" + definition))).with("description", description);
    }

    static Schema of(String keyword, Object value) {
        return new Schema().with(keyword, value);
    }

    /** That these keys are there. */
    static Schema required(String... keys) {
        return of("required", List.of(keys));
    }

    /** That none of these keys is there. */
    static Schema without(Collection<String> keys) {
        Map<String, Object> never = new LinkedHashMap<>();
        keys.forEach(key -> never.put(key, false));
        return of("properties", never);
    }

    /** That a key has one of these words. */
    static Schema where(String key, Collection<String> words) {
        return of("properties", Map.of(key, of("enum", List.copyOf(words)))).with("required", List.of(key));
    }

    static Schema when(Schema condition, Schema then) {
        return of("if", condition).with("then", then);
    }

    Schema may(String key, Schema value) {
        properties().put(key, value);
        return this;
    }

    Schema must(String key, Schema value) {
        all("required").add(key);
        return may(key, value);
    }

    /** A further condition, which may look at several keys. */
    Schema and(Schema condition) {
        all("allOf").add(condition);
        return this;
    }

    Schema define(String name, Schema definition) {
        definitions().put(name, definition);
        return this;
    }

    Schema with(String keyword, Object value) {
        json.put(keyword, value);
        return this;
    }

    private static Schema typed(String type, String description) {
        return of("type", type).with("description", description);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> properties() {
        return (Map<String, Object>) json.computeIfAbsent("properties", k -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> definitions() {
        return (Map<String, Object>) json.computeIfAbsent("definitions", k -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private List<Object> all(String keyword) {
        return (List<Object>) json.computeIfAbsent(keyword, k -> new ArrayList<>());
    }

    /** The schema as JSON, indented. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(this, "\n", out);
        return out.append('\n').toString();
    }

    private static void write(Object value, String indent, StringBuilder out) {
        if (value instanceof Schema schema) {
            write(schema.json, indent, out);
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator).append(indent).append("  ").append(quoted(entry.getKey().toString())).append(": ");
                write(entry.getValue(), indent + "  ", out);
                separator = ",";
            }
            out.append(map.isEmpty() ? "{" : indent).append('}');
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                out.append(separator);
                write(item, indent, out);
                separator = ", ";
            }
            out.append(list.isEmpty() ? "[" : "").append(']');
        } else {
            out.append(value instanceof String text ? quoted(text) : value.toString());
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
