package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.procedure.Procedures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas, by a validator that knows nothing of this product. */
class SchemaTest {
    private static final JsonSchemaFactory DRAFT_7 = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, JsonSchema> SCHEMAS = new HashMap<>();

    /** The sample, with two duties on one line each so that they can be replaced as a whole. */
    private static final String FLOW = Samples.POLICY.replaceAll("transfer.result:\\n *normal: (.*)\\n", "transfer.result: {normal: $1}\n")
            .replaceAll("meeting.convene:\\n *(cadence: .*)\\n", "meeting.convene: {$1}\n");

    static {
        RuleSchemas.byFile(Procedures.own()).forEach((name, text) -> SCHEMAS.put(name.replace(".json", ".yaml"), DRAFT_7.getSchema(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void schemasAreDraft7Themselves(String name) {
        JsonSchema meta = DRAFT_7.getSchema(SchemaLocation.of(SchemaId.V7));
        assertEquals("", texts(meta.validate(RuleSchemas.byFile(Procedures.own()).get(name), InputFormat.JSON).stream()));
    }

    static Stream<String> names() {
        return RuleSchemas.byFile(Procedures.own()).keySet().stream();
    }

    /** The five counties' files and the calendar, as they are shipped. */
    @Test
    void shippedFilesAreValid() throws IOException {
        Map<String, String> found = new TreeMap<>();
        int files = 0;
        for (Path file : shipped()) {
            files++;
            String problems = problems(file.getFileName().toString(), Files.readString(file));
            if (!problems.isEmpty()) {
                found.put(file.toString(), problems);
            }
        }
        assertEquals(Map.of(), found);
        assertEquals(5 * 4 + 1, files);
    }

    @Test
    void theSamplesAreValid() throws IOException {
        assertEquals("", problems(BundleFiles.POLICY, Samples.POLICY));
        assertEquals("", problems(BundleFiles.EXAMPLES, Samples.EXAMPLES));
        assertEquals("", problems(BundleFiles.ORGANS, Samples.ORGANS));
        assertEquals("", problems(BundleFiles.ITEMS, Samples.ITEMS));
        assertEquals("", problems(BundleFiles.CALENDAR, Samples.CALENDAR));
        for (String file : List.of(BundleFiles.POLICY, BundleFiles.CALENDAR)) {
            String text = file.equals(BundleFiles.POLICY) ? Samples.POLICY : Samples.CALENDAR;
            assertEquals("", problems(file, text.replaceFirst("version:", "inForceFrom: 2027-01-01T00:00\nversion:")));
        }
    }

    /** What the reading refuses for its shape, the schema refuses too. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        // unknown and missing keys and words
        "amount: 5, | amuont: 5,",
        "duties: | dutys:",
        "dispute: | disputes:",
        "transfer.result: | transfer.resutl:",
        "urgent: | urgnt:",
        "count: workingDays, amount: 5 | count: workDays, amount: 5",
        "normal: {count: workingDays, amount: 5, cite: 甲规定 一} | normal: {count: workingDays, cite: 甲规定 一}",
        "every: month | every: week",
        "ongoing: {text: 立即劝阻, cite: 甲规定 五} | because: {text: 立即劝阻, cite: 甲规定 五}",
        // citations
        "count: promptly, cite: 甲规定 二 | count: promptly",
        "cite: 甲规定 二 | cite: ''",
        "cite: 甲规定 二 | cite: 甲规定",
        // types
        "amount: 5 | amount: five",
        "amount: 5 | amount: '5'",
        "amount: 5 | amount: 2.5",
        "since: 2021-09-28 | since: 28.9.2021",
        "name: 某县 | name: [某县]",
        "ongoing: {text: 立即劝阻, cite: 甲规定 五} | ongoing: 立即劝阻",
        // impossible values
        "amount: 5 | amount: 0",
        "amount: 5 | amount: 1251",
        "amount: 24 | amount: -24",
        "amount: 24 | amount: 8760",
        "count: promptly, | count: promptly, amount: 3,",
        "least: 2 | least: 0",
        "division: \"140925\" | division: \"1409\"",
        "id: test | id: 测试",
        "version: \"1.0\" | version: 一版",
        "jurisdiction: | inForceFrom: 2027-01-01\\njurisdiction:",
        "jurisdiction: | inForceFrom: 1999-01-01T00:00\\njurisdiction:",
        // days and their reading
        ", reading: calendar | ",
        "reading: calendar | reading: natural",
        "count: promptly, | count: promptly, reading: working,",
        // targets and extensions
        "count: promptly, cite: 甲规定 二 | count: promptly, target: {count: hours, cite: 甲规定 二}, cite: 甲规定 二",
        "count: workingDays, amount: 5, | count: workingDays, amount: 5, target: {count: hours, amount: 3, cite: 甲规定 二},",
        "normal: {count: workingDays, amount: 5, cite: 甲规定 一} | grave: {count: immediately, cite: 甲规定 一}",
        "kind: inAll, | kind: unbounded,",
        "kind: inAll, count: workingDays, amount: 10, | kind: further,",
        // direction and cadence
        "count: workingDays, amount: 5 | count: workingDaysBefore, amount: 5",
        "transfer.result: {normal: {count: promptly, cite: 甲规定 二}} | meeting.agenda-call: {normal: {count: workingDays, amount: 3, cite: 甲规定 二}}",
        "cadence: {every: month, cite: 甲规定 四} | cadence: {every: month, cite: 甲规定 四}, normal: {count: promptly, cite: 甲规定 四}",
        "transfer.result: {normal: {count: promptly, cite: 甲规定 二}} | transfer.result: {cadence: {every: month, cite: 甲规定 四}}",
        "transfer.result: {normal: {count: promptly, cite: 甲规定 二}} | transfer.result: {}",
        // dispute path
        "by: parties | by: government",
        "kind: decide, by: government | kind: decide, by: parties",
        "competence: | competence: []\\n  rejected:",
        // procedures
        "reminders: | procedures: {comlaint: {cite: 甲规定 一}}\\nreminders:",
        "reminders: | procedures: {complaint: {cite: 甲规定 一}}\\nreminders:",
        "reminders: | procedures: {supervision: {cite: 甲规定 一, supervisors: {number: 11, cite: 甲规定 一}}}\\nreminders:",
        "reminders: | procedures: {supervision: {cite: 甲规定 一, ladder: [{id: perform, cite: 甲规定 一}]}}\\nreminders:",
        "reminders: | procedures: {supervision: {cite: 甲规定 一, ladder: [{id: perform, name: 履行, by: town, cite: 甲规定 一}]}}\\nreminders:",
        // reminders
        "beforeWorkingDays: 2 | beforeWorkingDays: 0",
        "beforeWorkingDays: 2 | before: 2",
        "[7, 60] | [7, 7]",
        "[7, 60] | [7, 400]",
        "[7, 60] | [1, 2, 3, 4, 5, 6]",
        "[7, 60] | 7",
        // contract
        "contract: 1 | contract: 2",
    })
    void aSlipInThePolicy_isOneBySchemaToo(String piece, String by) throws IOException {
        String changed = Samples.replaced(FLOW, piece, by == null ? "" : by.replace("\\n", "\n"));
        assertFalse(Reading.of(Samples.policy(changed)).problems().isEmpty(), "the reading takes it");
        assertFalse(problems(BundleFiles.POLICY, changed).isEmpty(), "the schema takes it");
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "examples.yaml | duty: consult.reply | duty: consult.answer",
        "examples.yaml | variant: extended | variant: extnded",
        "examples.yaml | trigger: 2025-09-30T10:00, expect | trigger: 30.9.2025, expect",
        "examples.yaml | trigger: 2025-09-30T10:00, expect: promptly | expect: promptly",
        "examples.yaml | , lastDay: 2025-10-21 | ",
        "examples.yaml | expect: none | expect: none, lastDay: 2025-10-21",
        "examples.yaml | expect: none | expect: none, because: x",
        "organs.yaml | kind: township | kind: town",
        "organs.yaml | , parent: a-town | ",
        "organs.yaml | kind: township, | kind: township, parent: a-team,",
        "organs.yaml | \"140925100\" | \"140925\"",
        "items.yaml | mode: granted | mode: given",
        "items.yaml | from: 2021-09-28 | from: 2021-9-28",
        "items.yaml | [a-town] | []",
        "items.yaml | , letter: 委1 | ",
        "items.yaml | until: 2024-12-31, | ",
        "items.yaml | code: A-1 | code: A 1",
        "items.yaml | supervises: 部门 | supervise: 部门",
        "items.yaml | [《甲条例》第十四条, 《乙办法》第三条] | 《甲条例》第十四条",
        "calendar.yaml | 2025: | 25:",
        "calendar.yaml | source: 国办发明电〔2025〕7号 | ",
        "calendar.yaml | holidays: [2026-01-01] | ",
        "calendar.yaml | [2026-01-01] | [2026-1-1]",
        "calendar.yaml | [2026-01-01] | [2026-01-01, 2026-01-01]",
        "calendar.yaml | version: \"2026.1\" | ",
        "calendar.yaml | years: | inForceFrom: soon\\nyears:",
    })
    void aSlipInAnotherFile_isOneBySchemaToo(String file, String piece, String by) throws IOException {
        Map<String, String> texts = file.equals(BundleFiles.CALENDAR) ? new HashMap<>(Map.of(file, Samples.CALENDAR))
                : new HashMap<>(Map.of(BundleFiles.POLICY, Samples.POLICY, BundleFiles.EXAMPLES, Samples.EXAMPLES, BundleFiles.ORGANS, Samples.ORGANS, BundleFiles.ITEMS, Samples.ITEMS));
        texts.put(file, Samples.replaced(texts.get(file), piece, by == null ? "" : by.replace("\\n", "\n")));
        assertFalse(Reading.of(Samples.files(texts)).problems().isEmpty(), "the reading takes it");
        assertFalse(problems(file, texts.get(file)).isEmpty(), "the schema takes it");
    }

    /** Nobody learns a rule from its key alone. */
    @Test
    void everyPropertyIsDescribed() throws IOException {
        JsonNode policy = YAML.readTree(RuleSchemas.policy(Procedures.own()));
        assertTrue(policy.at("/properties/duties/properties/transfer.send/description").asText().contains("发现属对方管辖"));
        policy.findParents("properties").forEach(object -> object.get("properties").fields().forEachRemaining(property -> assertTrue(
                property.getValue().isBoolean() || property.getValue().has("$ref") || property.getValue().has("description") || !property.getValue().has("type"), property.toString())));
    }

    private static String problems(String file, String yaml) throws IOException {
        return texts(SCHEMAS.get(file).validate(YAML.readTree(yaml)).stream());
    }

    private static String texts(Stream<ValidationMessage> messages) {
        return messages.map(ValidationMessage::getMessage).collect(Collectors.joining("\n"));
    }

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> policies = Files.walk(Path.of("..", "policies")); Stream<Path> calendar = Files.walk(Path.of("..", "calendar-cn"))) {
            return Stream.concat(policies, calendar).filter(f -> f.toString().replace('\\', '/').matches(".*/src/main/resources/xiezhi/.*\\.yaml")).toList();
        }
    }
}
