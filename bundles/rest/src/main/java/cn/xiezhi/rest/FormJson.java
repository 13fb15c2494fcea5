package cn.xiezhi.rest;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.policy.Material;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Transfer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Zone;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Actions with their fields and papers, as clients draw their forms from. */
final class FormJson {
    private FormJson() {}

    /** @param expected whether the procedure waits for it */
    record ActionForm(String id, String name, Optional<String> help, List<FieldForm> fields, Optional<Deadline> deadline, List<MaterialSlot> materials,
            Optional<String> citation, boolean expected) {}

    record FieldForm(String id, String label, String type, boolean required, Optional<List<Field.Option>> options, int minItems, int maxItems, int maxLength,
            int most, String span, Optional<String> help, Optional<String> citation, @JsonProperty("default") Optional<Object> preset,
            Optional<Field.When> when, Optional<List<String>> organKinds, boolean confidential) {}

    record Deadline(String duty, String variantField, String triggerField) {}

    /**
     * @param when only needed while a field has a value
     * @param neededFor what can't be done without it
     */
    record MaterialSlot(String id, String name, boolean required, boolean pages, String citation, List<String> attached, Optional<Field.When> when,
            Optional<String> neededFor) {}

    static ActionForm of(Procedure procedure, Action action, Case c) {
        return new ActionForm(action.id(), action.label(), Optional.empty(), action.fields(c).stream().map(f -> of(f, c)).toList(),
                action.deadline().map(d -> new Deadline(d.duty().id(), d.variantField(), d.triggerField())),
                action.needsMaterials() || action == procedure.opening() ? slots(procedure, c) : List.of(), action.citation(c), action.expected());
    }

    static List<MaterialSlot> slots(Procedure procedure, Case c) {
        Optional<String> action = procedure.actions().stream().filter(Action::needsMaterials).map(Action::label).findFirst();
        return procedure.materials().apply(c).stream().map(m -> new MaterialSlot(m.id(), m.name(), m.required(), m.pages(), m.citation(), attached(c, m), Transfer.when(m),
                action.filter(a -> m.required()))).toList();
    }

    private static List<String> attached(Case c, Material material) {
        return c.matter().attachments().stream().filter(a -> a.slot().equals(material.id())).map(Attachment::id).toList();
    }

    static FieldForm of(Field f, Case c) {
        return new FieldForm(f.id(), f.label(), type(f.type()), f.required(), options(f, c), f.minItems(), f.maxItems(), f.maxLength(), f.most(),
                f.span().name().toLowerCase(Locale.ROOT), f.help(), f.citation(), f.preset().or(() -> only(f, c)).map(v -> FieldValues.json(Optional.of(f.type()), v)), f.when(),
                f.organKinds().isEmpty() ? Optional.empty() : Optional.of(f.organKinds().stream().map(Organ.Kind::code).toList()), !f.onlyFor().isEmpty());
    }

    /** Where only one answer will do (the police, say), nobody needs to look for it. */
    private static Optional<String> only(Field f, Case c) {
        if (f.required() && (f.type() == Field.Type.CHOICE || f.type() == Field.Type.PEOPLE)) {
            return options(f, c).filter(o -> o.size() == Math.max(1, f.minItems())).map(o -> o.stream().map(Field.Option::value).collect(Collectors.joining("\n")));
        }
        if (f.type() != Field.Type.ORGAN || !f.required() || f.organKinds().isEmpty()) {
            return Optional.empty();
        }
        List<String> fit = c.situation().organs().values().stream().filter(o -> f.organKinds().contains(o.kind()) && !o.id().equals(c.actor().organ().id())).map(Organ::id).toList();
        return fit.size() == 1 ? Optional.of(fit.get(0)) : Optional.empty();
    }

    private static Optional<List<Field.Option>> options(Field f, Case c) {
        return switch (f.type()) {
            case CHOICE, CHOICES -> Optional.of(f.options());
            case ORGAN -> Optional.of(f.options()).filter(o -> !o.isEmpty());
            case PEOPLE -> Optional.of(c.situation().lookup().people(c.actor().organ().id()).values().stream()
                    .filter(o -> f.certificate().map(kind -> o.certified(kind, Zone.day(c.now()))).orElse(true)).map(o -> new Field.Option(o.user(), o.name())).toList());
            default -> Optional.empty();
        };
    }

    private static String type(Field.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case LONG_TEXT -> "longText";
            case DATE_TIME -> "dateTime";
            case DATE -> "date";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case CHOICE -> "choice";
            case CHOICES -> "choices";
            case ORGAN -> "organ";
            case ORGANS -> "organs";
            case PEOPLE -> "people";
            case ITEM -> "item";
            case LINES -> "lines";
        };
    }
}
