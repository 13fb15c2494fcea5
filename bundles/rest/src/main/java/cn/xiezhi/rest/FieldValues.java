package cn.xiezhi.rest;

import cn.xiezhi.procedure.Field;
import cn.xiezhi.rest.Problem.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of fields between JSON and the core's text: a boolean is {@code true} or {@code false}, lines are parted by line feeds. */
final class FieldValues {
    private FieldValues() {}

    /** What was sent, as the core takes it; whether each field exists and its value will do is checked there. */
    static Map<String, String> text(Map<String, JsonNode> sent) {
        Map<String, String> input = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        Optional.ofNullable(sent).orElse(Map.of()).forEach((field, value) -> {
            // Too large for a number of JSON's readers is none.
            boolean number = value.isNumber() && Double.isFinite(value.asDouble());
            if (value.isTextual() || value.isBoolean() || number) {
                input.put(field, number ? value.decimalValue().toPlainString() : value.asText());
            } else if (value.isNumber()) {
                faults.add(new Fault(field, "数太大", Optional.empty()));
            } else if (value.isArray()) {
                lines(field, value, input, faults);
            } else if (!value.isNull()) {
                faults.add(new Fault(field, "应为文本、数、true/false 或文本的数组", Optional.empty()));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.invalidFields(faults);
        }
        return input;
    }

    private static void lines(String field, JsonNode array, Map<String, String> input, List<Fault> faults) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : array) {
            if (!line.isTextual() || line.asText().lines().count() > 1) {
                faults.add(new Fault(field, "每一项应为一行文本", Optional.empty()));
                return;
            }
            lines.add(line.asText());
        }
        input.put(field, String.join("\n", lines));
    }

    /** A recorded value as JSON. */
    static Object json(Optional<Field.Type> type, String value) {
        Field.Type known = type.orElse(Field.Type.TEXT);
        if (known.several()) {
            return value.lines().toList();
        }
        return known == Field.Type.BOOLEAN ? value.equals("true") : value;
    }
}
