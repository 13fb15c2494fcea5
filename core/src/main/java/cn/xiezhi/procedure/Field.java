package cn.xiezhi.procedure;

import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Organ;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Something that an action asks for, as a form can draw it. A value; every method that adds to it gives another field. */
public final class Field extends Stepwise<Field> {
    public enum Type {
        TEXT, LONG_TEXT, DATE_TIME, DATE, NUMBER, BOOLEAN, CHOICE, ORGAN, ITEM,
        /** Several lines of text, one thing each; the following ones are several of a kind, held as lines too. */
        LINES, CHOICES, ORGANS, PEOPLE;

        public boolean several() {
            return ordinal() >= LINES.ordinal();
        }
    }

    /** What a time may be, seen from now. */
    public enum Span { PAST, FUTURE, ANY }

    public record Option(String value, String label) {}

    public record When(String field, String equals) {}

    private final String id;
    private final Type type;
    private String label;
    private boolean required;
    private List<Option> options = List.of();
    private int minItems;
    private int maxItems = 50;
    private int maxLength;
    private int most = Integer.MAX_VALUE;
    private Span span = Span.PAST;
    private Optional<String> help = Optional.empty();
    private Optional<String> citation = Optional.empty();
    private Optional<String> preset = Optional.empty();
    private Optional<When> when = Optional.empty();
    private List<Organ.Kind> organKinds = List.of();
    private Set<String> onlyFor = Set.of();
    private Optional<Certificate.Kind> certificate = Optional.empty();

    private Field(String id, String label, Type type, int maxLength) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.maxLength = maxLength;
    }

    public static Field text(String id, String label) {
        return new Field(id, label, Type.TEXT, 200);
    }

    public static Field longText(String id, String label) {
        return new Field(id, label, Type.LONG_TEXT, 4000);
    }

    /** A past or present time, unless {@link #in another span} is said. */
    public static Field dateTime(String id, String label) {
        return new Field(id, label, Type.DATE_TIME, 40);
    }

    /** A day, past or to come, unless {@link #in a span} is said; today belongs to both. */
    public static Field date(String id, String label) {
        return new Field(id, label, Type.DATE, 10).in(Span.ANY);
    }

    /** A number of at most two decimals, from 0 to {@code most}. */
    public static Field number(String id, String label, int most) {
        return new Field(id, label, Type.NUMBER, 20).but(f -> f.most = most);
    }

    public static Field yesNo(String id, String label) {
        return new Field(id, label, Type.BOOLEAN, 5).preset("false");
    }

    public static Field choice(String id, String label, List<Option> options) {
        return new Field(id, label, Type.CHOICE, 60).options(options);
    }

    public static Field choices(String id, String label, List<Option> options) {
        return new Field(id, label, Type.CHOICES, 60).options(options);
    }

    public static Field organ(String id, String label, Organ.Kind... kinds) {
        return new Field(id, label, Type.ORGAN, 80).but(f -> {
            f.maxItems = 0;
            f.organKinds = accepted(kinds);
        });
    }

    public static Field organs(String id, String label, Organ.Kind... kinds) {
        return new Field(id, label, Type.ORGANS, 80).but(f -> {
            f.maxItems = 200;
            f.organKinds = accepted(kinds);
        });
    }

    /** The approval bureau is a department among the others. */
    private static List<Organ.Kind> accepted(Organ.Kind... kinds) {
        return Stream.of(kinds).flatMap(k -> k == Organ.Kind.DEPARTMENT ? Stream.of(k, Organ.Kind.APPROVAL) : Stream.of(k)).toList();
    }

    /** An enforcement item of the register. */
    public static Field item(String id, String label) {
        return new Field(id, label, Type.ITEM, 80);
    }

    /** Officers of the acting organ. */
    public static Field people(String id, String label) {
        return new Field(id, label, Type.PEOPLE, 80);
    }

    public static Field lines(String id, String label) {
        return new Field(id, label, Type.LINES, 200);
    }

    public Field must() {
        return but(f -> {
            f.required = true;
            f.minItems = Math.max(minItems, type.several() ? 1 : 0);
        });
    }

    public Field options(List<Option> some) {
        return but(f -> f.options = List.copyOf(some));
    }

    public Field atLeast(int items) {
        return but(f -> {
            f.required = items > 0 || required;
            f.minItems = items;
        });
    }

    public Field in(Span some) {
        return but(f -> f.span = some);
    }

    public Field help(String text) {
        return but(f -> f.help = Optional.of(text));
    }

    public Field cited(String where) {
        return but(f -> f.citation = Optional.of(where));
    }

    public Field preset(String value) {
        return but(f -> f.preset = Optional.of(value));
    }

    /** Only asked for while another field has a value. */
    public Field when(String field, String equals) {
        return but(f -> f.when = Optional.of(new When(field, equals)));
    }

    public Field labelled(String text) {
        return but(f -> f.label = text);
    }

    /** Once recorded, shown only to the organs that hold one of these parts in the matter; nobody else, whatever their role, sees it. */
    public Field onlyFor(String... parts) {
        return but(f -> f.onlyFor = Set.of(parts));
    }

    /** People are accepted only with such a certificate, valid on the day of the act. */
    public Field certified(Certificate.Kind kind) {
        return but(f -> f.certificate = Optional.of(kind));
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public Type type() {
        return type;
    }

    public boolean required() {
        return required;
    }

    public List<Option> options() {
        return options;
    }

    /** For several of a kind: how many are needed. */
    public int minItems() {
        return minItems;
    }

    public int maxItems() {
        return maxItems;
    }

    /** In characters, of a text or of each line. */
    public int maxLength() {
        return maxLength;
    }

    public int most() {
        return most;
    }

    public Span span() {
        return span;
    }

    public Optional<String> help() {
        return help;
    }

    /** The rule that asks for it. */
    public Optional<String> citation() {
        return citation;
    }

    public Optional<String> preset() {
        return preset;
    }

    public Optional<When> when() {
        return when;
    }

    /** For an organ: which kinds are accepted; empty for all that can act. */
    public List<Organ.Kind> organKinds() {
        return organKinds;
    }

    public Set<String> onlyFor() {
        return onlyFor;
    }

    public Optional<Certificate.Kind> certificate() {
        return certificate;
    }
}
