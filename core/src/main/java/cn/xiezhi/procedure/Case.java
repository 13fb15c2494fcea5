package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.procedure.Field.Span;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt: who wants to do something to which matter, with what input.
 *
 * @param matter before the action; when it is being opened, an empty one
 * @param origin the matter it came from
 * @param input by field id; checked before guards and effects see it
 */
public record Case(Situation situation, Officer actor, Matter matter, Optional<Matter> origin, Map<String, String> input) {
    private static final ProcedureRules NO_RULES = new ProcedureRules("", Map.of(), Map.of(), Map.of());

    public Policy policy() {
        return situation.policy();
    }

    /** What the policy says of the matter's procedure besides limits; empty where its documents do not have it. */
    public ProcedureRules rules() {
        return policy().rules(matter.procedure()).orElse(NO_RULES);
    }

    public Instant now() {
        return situation.now();
    }

    /** What was put in; blank, or nothing that could be seen, is the same as nothing. */
    public Optional<String> in(String field) {
        return Optional.ofNullable(input.get(field)).filter(Case::seen);
    }

    private static boolean seen(String text) {
        return text.codePoints().anyMatch(p -> !Character.isWhitespace(p) && !Character.isSpaceChar(p) && Character.getType(p) != Character.FORMAT);
    }

    public boolean yes(String field) {
        return in(field).filter("true"::equals).isPresent();
    }

    public List<String> lines(String field) {
        return in(field).map(v -> v.lines().map(String::strip).filter(Case::seen).toList()).orElse(List.of());
    }

    public Optional<LocalDate> day(String field) {
        return in(field).map(LocalDate::parse);
    }

    /** A time that was put in; now if there is none. */
    public Instant time(String field) {
        return in(field).map(Case::instant).orElse(now());
    }

    /** A time as it is put in and recorded. */
    public static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Fields with what the matter holds of them: who changes one of them need not type the others once more. */
    public List<Field> again(List<Field> fields) {
        return fields.stream().map(f -> proposed(f, f.id())).toList();
    }

    /** A field with what the matter holds under this name, to be taken or changed; no time that lies on the wrong side of now. */
    public Field proposed(Field field, String recorded) {
        return matter.field(recorded).filter(value -> fits(field, value)).map(field::preset).orElse(field);
    }

    private boolean fits(Field field, String value) {
        int fromNow = switch (field.type()) {
            case DATE -> LocalDate.parse(value).compareTo(Zone.day(now()));
            case DATE_TIME -> instant(value).compareTo(now());
            default -> 0;
        };
        return field.span() == Span.ANY || fromNow == 0 || field.span() == Span.FUTURE == fromNow > 0;
    }

    /** Whether the acting organ holds a part in the matter. */
    public boolean holds(String part) {
        return matter.organs(part).contains(actor.organ().id());
    }
}
