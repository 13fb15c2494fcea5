package cn.xiezhi.procedure;

import cn.xiezhi.matter.MatterChange;
import java.util.List;
import java.util.Optional;

/** What {@code decide} answers: a decision, or a refusal that names its rule. */
public sealed interface Outcome {
    /** What has to be written, all or nothing; the matter acted on comes first. */
    record Decision(List<MatterChange> changes) implements Outcome {
        public Decision {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param code stable, for programs
     * @param message for people: what is refused and what to do
     * @param citation the rule that refuses it, where it is one of the policy
     * @param errors by field, where the input is at fault
     */
    record Refusal(Kind kind, String code, String message, Optional<String> citation, List<FieldError> errors) implements Outcome {
        public Refusal {
            errors = List.copyOf(errors);
        }

        /** This person may not. */
        public static Refusal forbidden(String code, String message) {
            return new Refusal(Kind.FORBIDDEN, code, message, Optional.empty(), List.of());
        }

        /** Not in this state. */
        public static Refusal conflict(String code, String message) {
            return new Refusal(Kind.CONFLICT, code, message, Optional.empty(), List.of());
        }

        /** A rule of the policy stands against it. */
        public static Refusal rule(String code, String message, String citation) {
            return new Refusal(Kind.RULE, code, message, Optional.of(citation), List.of());
        }

        /** The input is incomplete or wrong. */
        public static Refusal input(List<FieldError> errors) {
            return new Refusal(Kind.INPUT, "invalid-fields", "填写的内容有 " + errors.size() + " 处需要改正", Optional.empty(), errors);
        }
    }

    enum Kind { FORBIDDEN, CONFLICT, RULE, INPUT }

    record FieldError(String field, String message, Optional<String> citation) {}
}
