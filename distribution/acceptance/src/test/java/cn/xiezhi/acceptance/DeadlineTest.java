package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The public calculator: dates counted by hand come out, and what cannot be asked is said so. */
@ExtendWith(SharedProduct.class)
class DeadlineTest {
    private static final TreeSet<String> FIELDS = new TreeSet<>(List.of("duty", "variant", "trigger", "count", "amount", "lastDay", "dueAt", "provisional",
            "policyVersion", "citation", "steps"));

    private Product product;
    private Client nobody;

    @BeforeEach
    void nobody(Product shared) {
        product = shared;
        nobody = Client.nobody(shared);
    }

    @ParameterizedTest
    @CsvSource({
        "ningwu,          transfer.send, normal, 2025-09-30T10:00, 2025-10-11, 2025-10-12T00:00:00+08:00",
        "ningwu,          transfer.send, urgent, 2025-12-31T23:59, 2026-01-01, 2026-01-01T23:59:00+08:00",
        "ningwu,          transfer.send, normal, 2026-02-13T17:40, 2026-02-25, 2026-02-26T00:00:00+08:00",
        "ningwu,          transfer.send, grave,  2025-10-03T02:20, 2025-10-03, 2025-10-03T02:20:00+08:00"})
    void dateOfTheDocument(String jurisdiction, String duty, String variant, String trigger, String lastDay, String dueAt) throws Exception {
        JsonNode answer = ask(jurisdiction, duty, variant, trigger).expect(200);
        TreeSet<String> names = new TreeSet<>();
        answer.fieldNames().forEachRemaining(names::add);
        assertEquals(FIELDS, names);
        assertEquals(lastDay, answer.get("lastDay").asText());
        assertEquals(dueAt, answer.get("dueAt").asText());
        assertTrue(answer.get("citation").asText().startsWith("宁武"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ningwu", "shanting", "jinjiang", "hualong", "shanxi-district"})
    void everyExampleOfTheShippedRulesComesOutOverHttp(String jurisdiction) throws Exception {
        int dates = 0;
        for (Map<String, String> example : examples(jurisdiction)) {
            String variant = example.getOrDefault("variant", "normal");
            Client.Answer answer = ask(jurisdiction, example.get("duty"), variant, example.getOrDefault("trigger", "2025-09-30T10:00"));
            String said = example + " gave " + answer.text();
            if (example.containsKey("lastDay")) {
                dates++;
                assertEquals(example.get("lastDay"), answer.expect(200).get("lastDay").asText(), said);
                assertEquals(example.get("dueAt") + ":00+08:00", answer.body().get("dueAt").asText(), said);
                assertEquals(example.containsKey("provisional"), answer.body().get("provisional").asBoolean(), said);
            } else if (example.get("expect").equals("promptly")) {
                assertTrue(answer.expect(200).get("dueAt").isNull(), said);
            } else {
                answer.refused(404, "duty-not-in-policy");
            }
        }
        assertTrue(dates >= 10, dates + " dates");
    }

    @Test
    void malformedTrigger_isABadRequest() throws Exception {
        for (String trigger : List.of("gestern", "2025-13-01T10:00", "2025-02-30T10:00", "", "2025-09-30T10:00%00")) {
            assertEquals(400, ask("ningwu", "transfer.send", "normal", trigger).status(), trigger);
        }
    }

    @Test
    void dutyOrVariantThatTheDocumentHasNot_isNotFound() throws Exception {
        ask("ningwu", "criminal.supervise", "normal", "2025-09-30T10:00").refused(404, "duty-not-in-policy");
        ask("ningwu", "transfer.acknowledge", "grave", "2025-09-30T10:00").refused(404, "duty-not-in-policy");
        ask("ningwu", "no.such.duty", "normal", "2025-09-30T10:00").refused(404, "duty-not-in-policy");
        ask("nowhere", "transfer.send", "normal", "2025-09-30T10:00").refused(404, "unknown-jurisdiction");
    }

    private Client.Answer ask(String jurisdiction, String duty, String variant, String trigger) throws Exception {
        String zone = trigger.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d") ? ":00%2B08:00" : "";
        return nobody.get("/jurisdictions/" + jurisdiction + "/deadline?duty=" + duty + "&variant=" + variant + "&trigger=" + trigger + zone);
    }

    /** The examples file as texts: a date stays what is written. */
    @SuppressWarnings("unchecked")
    private List<Map<String, String>> examples(String jurisdiction) throws Exception {
        Path jar = product.install().resolve("jurisdictions/xiezhi.policy." + jurisdiction + ".jar");
        Resolver texts = new Resolver() {
            @Override
            public Tag resolve(NodeId kind, String value, boolean implicit) {
                return kind == NodeId.scalar ? Tag.STR : super.resolve(kind, value, implicit);
            }
        };
        DumperOptions unused = new DumperOptions();
        LoaderOptions options = new LoaderOptions();
        Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, texts);
        try (ZipFile zip = new ZipFile(jar.toFile()); InputStream in = zip.getInputStream(zip.getEntry("xiezhi/examples.yaml"))) {
            return (List<Map<String, String>>) ((Map<String, Object>) yaml.load(in)).get("examples");
        }
    }
}
