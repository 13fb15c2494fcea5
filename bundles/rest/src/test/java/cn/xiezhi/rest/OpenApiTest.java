package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The description says what the resources do: every address and method, every property of every answer, and who may call. */
class OpenApiTest {
    private static final Set<String> NOT_RECORDS = Set.of("Light", "OrganKind", "Problem");

    private final JsonNode document = read();

    private static JsonNode read() {
        try {
            return JsonProvider.MAPPER.readTree(OpenApiResource.read());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String address(Method m) {
        Path inner = m.getAnnotation(Path.class);
        return "/api/" + m.getDeclaringClass().getAnnotation(Path.class).value() + (inner == null ? "" : "/" + inner.value());
    }

    private static String verb(Method m) {
        return Arrays.stream(m.getAnnotations()).map(a -> a.annotationType().getAnnotation(HttpMethod.class)).filter(h -> h != null).findFirst().orElseThrow()
                .value().toLowerCase(Locale.ROOT);
    }

    @Test
    void everyResourceMethodIsDescribedAndNothingElse() {
        Set<String> served = new TreeSet<>();
        AccessTest.methods(new Services()).forEach(m -> served.add(address(m) + " " + verb(m)));
        // A servlet beside Jersey.
        served.add("/api" + EventsServlet.PATH + " get");
        Set<String> described = new TreeSet<>();
        document.get("paths").properties().forEach(p -> p.getValue().fieldNames().forEachRemaining(verb -> described.add(p.getKey() + " " + verb)));
        assertEquals(served, described);
    }

    @Test
    void whatIsPublicIsDescribedAsPublic() {
        for (Method m : AccessTest.methods(new Services())) {
            JsonNode security = document.get("paths").get(address(m)).get(verb(m)).path("security");
            assertEquals(m.getAnnotation(Access.class).value() == Access.Level.PUBLIC, security.isArray() && security.isEmpty(), m.toString());
        }
    }

    @Test
    void everySchemaIsWhatTheRecordAmountsTo() {
        Set<String> described = new HashSet<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(described::add);
        described.removeAll(NOT_RECORDS);
        assertEquals(new HashSet<>(Schemas.NAMES.values()), described);
        Schemas.NAMES.forEach((type, name) -> assertEquals(Schemas.of(type), bare(document.at("/components/schemas/" + name).deepCopy()), name));
    }

    /** Without the words and the lists of values that only the description has. */
    private static JsonNode bare(ObjectNode schema) {
        schema.path("properties").forEach(p -> ((ObjectNode) p).remove(List.of("description", "enum")));
        return schema;
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryPathParameterIsDeclared() {
        document.findValues("$ref").forEach(r -> assertTrue(!document.at(r.asText().substring(1)).isMissingNode(), r.asText()));
        document.get("paths").properties().forEach(p -> p.getValue().forEach(operation -> {
            Set<String> declared = new TreeSet<>();
            operation.path("parameters").forEach(q -> {
                if (q.get("in").asText().equals("path")) {
                    declared.add("{" + q.get("name").asText() + "}");
                }
            });
            Set<String> inPath = new TreeSet<>(Pattern.compile("\\{[^}]+}").matcher(p.getKey()).results().map(MatchResult::group).toList());
            assertEquals(inPath, declared, p.getKey());
        }));
    }

    @Test
    void everyOperationHasItsOwnNameAndAnAnswer() {
        List<String> names = document.findValuesAsText("operationId");
        assertEquals(names.size(), new HashSet<>(names).size());
        document.get("paths").forEach(p -> p.forEach(o -> assertTrue(o.get("responses").size() >= 2 && o.has("summary"), o.toString())));
    }
}
