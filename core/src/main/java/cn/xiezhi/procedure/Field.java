package cn.xiezhi.procedure;

import cn.xiezhi.registry.Organ;
import java.util.List;
import java.util.Optional;

/**
 * A value that an action asks for; clients draw their form from it. Values travel as text: a boolean is {@code true} or
 * {@code false}, lines are parted by line feeds, an organ is its id, a time is ISO-8601 with an offset.
 *
 * @param minItems for lines: how many are needed
 * @param maxItems for lines: how many are allowed
 * @param maxLength in characters, of a text or of each line
 * @param citation the rule that asks for it
 * @param when only asked for while another field has a value
 * @param organKinds for an organ: which kinds are accepted; empty for all that can act
 */
public record Field(
        String id,
        String label,
        Type type,
        boolean required,
        List<Option> options,
        int minItems,
        int maxItems,
        int maxLength,
        Optional<String> help,
        Optional<String> citation,
        Optional<String> preset,
        Optional<When> when,
        List<Organ.Kind> organKinds) {

    public enum Type { TEXT, LONG_TEXT, DATE_TIME, BOOLEAN, CHOICE, ORGAN, LINES }

    public record Option(String value, String label) {}

    public record When(String field, String equals) {}

    private static Field of(String id, String label, Type type, int maxLength) {
        return new Field(id, label, type, false, List.of(), 0, 50, maxLength, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public static Field text(String id, String label) {
        return of(id, label, Type.TEXT, 200);
    }

    public static Field longText(String id, String label) {
        return of(id, label, Type.LONG_TEXT, 4000);
    }

    /** A past or present time. */
    public static Field dateTime(String id, String label) {
        return of(id, label, Type.DATE_TIME, 40);
    }

    public static Field yesNo(String id, String label) {
        return of(id, label, Type.BOOLEAN, 5).preset("false");
    }

    public static Field choice(String id, String label, List<Option> options) {
        return of(id, label, Type.CHOICE, 60).options(options);
    }

    public static Field organ(String id, String label, Organ.Kind... kinds) {
        Field f = of(id, label, Type.ORGAN, 80);
        return new Field(f.id, f.label, f.type, false, f.options, 0, 0, f.maxLength, f.help, f.citation, f.preset, f.when, List.of(kinds));
    }

    public static Field lines(String id, String label) {
        return of(id, label, Type.LINES, 200);
    }

    public Field must() {
        return new Field(id, label, type, true, options, Math.max(minItems, type == Type.LINES ? 1 : 0), maxItems, maxLength, help, citation, preset, when, organKinds);
    }

    public Field options(List<Option> some) {
        return new Field(id, label, type, required, List.copyOf(some), minItems, maxItems, maxLength, help, citation, preset, when, organKinds);
    }

    public Field atLeast(int items) {
        return new Field(id, label, type, items > 0 || required, options, items, maxItems, maxLength, help, citation, preset, when, organKinds);
    }

    public Field help(String text) {
        return new Field(id, label, type, required, options, minItems, maxItems, maxLength, Optional.of(text), citation, preset, when, organKinds);
    }

    public Field cited(String where) {
        return new Field(id, label, type, required, options, minItems, maxItems, maxLength, help, Optional.of(where), preset, when, organKinds);
    }

    public Field preset(String value) {
        return new Field(id, label, type, required, options, minItems, maxItems, maxLength, help, citation, Optional.of(value), when, organKinds);
    }

    public Field when(String field, String equals) {
        return new Field(id, label, type, required, options, minItems, maxItems, maxLength, help, citation, preset, Optional.of(new When(field, equals)), organKinds);
    }

    public Field labelled(String text) {
        return new Field(id, text, type, required, options, minItems, maxItems, maxLength, help, citation, preset, when, organKinds);
    }
}
