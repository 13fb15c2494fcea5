package cn.xiezhi.rest;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.policy.Material;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Organ;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/** Actions with their fields and papers, as clients draw their forms from. */
final class FormJson {
    private FormJson() {}

    record ActionForm(String id, String name, Optional<String> help, List<FieldForm> fields, Optional<Deadline> deadline, List<MaterialSlot> materials,
            Optional<String> citation) {}

    record FieldForm(String id, String label, String type, boolean required, Optional<List<Field.Option>> options, int minItems, int maxItems, int maxLength,
            Optional<String> help, Optional<String> citation, @JsonProperty("default") Optional<Object> preset,
            Optional<Field.When> when, Optional<List<String>> organKinds) {}

    record Deadline(String duty, String variantField, String triggerField) {}

    record MaterialSlot(String id, String name, boolean required, boolean pages, String citation, List<String> attached) {}

    static ActionForm of(Procedure procedure, Action action, Case c) {
        return new ActionForm(action.id(), action.label(), Optional.empty(), action.fields().apply(c).stream().map(FormJson::of).toList(),
                action.deadline().map(d -> new Deadline(d.duty().id(), d.variantField(), d.triggerField())),
                action.needsMaterials() || action.equals(procedure.opening()) ? slots(procedure, c) : List.of(), action.citation().apply(c));
    }

    static List<MaterialSlot> slots(Procedure procedure, Case c) {
        return procedure.materials().apply(c).stream().map(m -> new MaterialSlot(m.id(), m.name(), m.required(), m.pages(), m.citation(), attached(c, m))).toList();
    }

    private static List<String> attached(Case c, Material material) {
        return c.matter().attachments().stream().filter(a -> a.slot().equals(material.id())).map(Attachment::id).toList();
    }

    private static FieldForm of(Field f) {
        return new FieldForm(f.id(), f.label(), type(f.type()), f.required(), f.type() == Field.Type.CHOICE ? Optional.of(f.options()) : Optional.empty(),
                f.minItems(), f.maxItems(), f.maxLength(), f.help(), f.citation(), f.preset().map(v -> FieldValues.json(Optional.of(f.type()), v)), f.when(),
                f.organKinds().isEmpty() ? Optional.empty() : Optional.of(f.organKinds().stream().map(Organ.Kind::code).toList()));
    }

    private static String type(Field.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case LONG_TEXT -> "longText";
            case DATE_TIME -> "dateTime";
            case BOOLEAN -> "boolean";
            case CHOICE -> "choice";
            case ORGAN -> "organ";
            case LINES -> "lines";
        };
    }
}
