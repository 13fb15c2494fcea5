package cn.xiezhi.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Small maps and sets in one column, as JSON that a person can read; order is kept. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String of(Map<String, String> map) {
        return written(out -> {
            out.writeStartObject();
            for (Map.Entry<String, String> e : map.entrySet()) {
                out.writeStringField(e.getKey(), e.getValue());
            }
            out.writeEndObject();
        });
    }

    static String of(Collection<String> values) {
        return written(out -> {
            out.writeStartArray();
            for (String value : values) {
                out.writeString(value);
            }
            out.writeEndArray();
        });
    }

    static Map<String, String> map(String json) {
        Map<String, String> map = new LinkedHashMap<>();
        try (JsonParser in = FACTORY.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                map.put(in.currentName(), in.nextTextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return map;
    }

    static Set<String> set(String json) {
        Set<String> set = new LinkedHashSet<>();
        try (JsonParser in = FACTORY.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.VALUE_STRING) {
                set.add(in.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set;
    }

    /** Sets by name; one value stands as a text, several as a list. */
    static String ofSets(Map<String, Set<String>> sets) {
        return written(out -> {
            out.writeStartObject();
            for (Map.Entry<String, Set<String>> e : sets.entrySet()) {
                out.writeFieldName(e.getKey());
                if (e.getValue().size() == 1) {
                    out.writeString(e.getValue().iterator().next());
                } else {
                    out.writeArray(e.getValue().toArray(String[]::new), 0, e.getValue().size());
                }
            }
            out.writeEndObject();
        });
    }

    static Map<String, Set<String>> sets(String json) {
        Map<String, Set<String>> sets = new LinkedHashMap<>();
        try (JsonParser in = FACTORY.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                Set<String> values = new LinkedHashSet<>();
                sets.put(in.currentName(), values);
                if (in.nextToken() == JsonToken.VALUE_STRING) {
                    values.add(in.getText());
                } else {
                    while (in.nextToken() == JsonToken.VALUE_STRING) {
                        values.add(in.getText());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sets;
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
