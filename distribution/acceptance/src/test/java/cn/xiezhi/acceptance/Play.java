package cn.xiezhi.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays matters through HTTP from what the API says of its forms; knows no county's rules. */
final class Play {
    private final County county;

    Play(County county) {
        this.county = county;
    }

    static String now() {
        return OffsetDateTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A transfer from the township to the department with all its materials, not sent yet. */
    JsonNode opened(String title) throws Exception {
        return opened(title, Map.of());
    }

    JsonNode opened(String title, Map<String, Object> chosen) throws Exception {
        Map<String, Object> fields = new LinkedHashMap<>(chosen);
        fields.put("receiver", county.organ("dept-officer"));
        fields.put("cases", List.of(title));
        JsonNode matter = open(county.town(), "transfer", fields).expect(201);
        for (JsonNode slot : matter.get("materials")) {
            matter = attach(county.town(), matter, slot).expect(201);
        }
        return matter;
    }

    /** The same, approved where the county asks for it, and sent. */
    JsonNode sent(String title) throws Exception {
        return sent(opened(title));
    }

    JsonNode sent(JsonNode matter) throws Exception {
        if (offers(county.person("town-leader"), matter, "approve")) {
            act(county.person("town-leader"), matter, "approve", Map.of()).expect(200);
        }
        return act(county.town(), matter, "send", Map.of()).expect(200);
    }

    Client.Answer open(Client who, String procedure, Map<String, Object> chosen) throws Exception {
        JsonNode form = null;
        for (JsonNode p : who.get("/procedures").expect(200)) {
            form = p.get("id").asText().equals(procedure) ? p.get("open") : form;
        }
        return who.post("/matters", Map.of("procedure", procedure, "fields", filled(form, chosen)));
    }

    static Client.Answer attach(Client who, JsonNode matter, JsonNode slot) throws Exception {
        return who.upload("/matters/" + id(matter) + "/attachments?name=" + slot.get("id").asText() + ".txt&slot=" + slot.get("id").asText() + "&pages=2&version="
                + matter.get("version"), "text/plain", ("材料 " + slot.get("name").asText()).getBytes(StandardCharsets.UTF_8));
    }

    /** Acts on the matter as it is now, every required field filled in. */
    Client.Answer act(Client who, JsonNode matter, String action, Map<String, Object> chosen) throws Exception {
        JsonNode now = who.get("/matters/" + id(matter)).expect(200);
        return act(who, now, action, now.get("version").asLong(), chosen);
    }

    Client.Answer act(Client who, JsonNode seen, String action, long version, Map<String, Object> chosen) throws Exception {
        return who.post("/matters/" + id(seen) + "/actions/" + action, Map.of("version", version, "fields", filled(form(seen, action), chosen)));
    }

    static boolean offers(Client who, JsonNode matter, String action) throws Exception {
        return form(who.get("/matters/" + id(matter)).expect(200), action) != null;
    }

    static JsonNode form(JsonNode matter, String action) {
        for (JsonNode form : matter.get("actions")) {
            if (form.get("id").asText().equals(action)) {
                return form;
            }
        }
        return null;
    }

    /** What a form asks for at least, beside what was chosen. */
    Map<String, Object> filled(JsonNode form, Map<String, Object> chosen) throws Exception {
        Map<String, Object> fields = new LinkedHashMap<>(chosen);
        if (form == null) {
            return fields; // what the API does not offer is asked for bare, to see it refused
        }
        for (JsonNode field : form.get("fields")) {
            JsonNode when = field.get("when");
            boolean shown = when == null || when.isNull() || String.valueOf(fields.get(when.get("field").asText())).equals(when.get("equals").asText());
            if (shown && field.get("required").asBoolean() && !fields.containsKey(field.get("id").asText())) {
                fields.put(field.get("id").asText(), value(field));
            }
        }
        return fields;
    }

    private Object value(JsonNode field) throws Exception {
        return switch (field.get("type").asText()) {
            case "dateTime" -> now();
            case "boolean" -> false;
            case "date" -> (field.get("span").asText().equals("future") ? OffsetDateTime.now(ZoneOffset.ofHours(8)).plusDays(10) : OffsetDateTime.now(ZoneOffset.ofHours(8))).toLocalDate().toString();
            case "number" -> "1";
            case "lines" -> List.of("示例甲", "示例乙");
            case "choices" -> List.of(field.at("/options/0/value").asText());
            case "people" -> field.get("options").findValuesAsText("value");
            case "organs" -> List.of(organ(field));
            case "item" -> county.town().get("/items?limit=1").expect(200).at("/items/0/code").asText();
            case "choice" -> field.path("default").isTextual() ? field.get("default").asText() : field.at("/options/0/value").asText();
            case "organ" -> organ(field);
            default -> field.get("label").asText() + "（测试）";
        };
    }

    /** The sample's department, unless the field wants another kind. */
    private String organ(JsonNode field) throws Exception {
        String kinds = field.path("organKinds").toString();
        if (!field.path("organKinds").isArray() || kinds.contains("\"department\"")) {
            return county.organ("dept-officer");
        }
        for (JsonNode organ : county.town().get("/organs").expect(200)) {
            if (kinds.contains("\"" + organ.get("kind").asText() + "\"")) {
                return organ.get("id").asText();
            }
        }
        throw new AssertionError("no organ for " + field);
    }

    static String id(JsonNode matter) {
        return matter.get("id").asText();
    }
}
