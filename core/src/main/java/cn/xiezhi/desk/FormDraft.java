package cn.xiezhi.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody has typed into a form and not sent yet; nobody else ever gets it.
 *
 * @param values as the form gave them, JSON; nothing here reads them
 */
public record FormDraft(String jurisdiction, String user, Form form, String values, Instant savedAt) {
    /** Never shows what was typed. */
    @Override
    public String toString() {
        return "draft of " + form.key() + " by " + user;
    }

    /** Which form. Its key is unique for a person. */
    public sealed interface Form {
        String key();

        /** @return empty for a text that is no key */
        static Optional<Form> of(String key) {
            String[] parts = key.split(":", -1);
            if (parts.length < 2 || parts.length > 3 || !key.matches("[\\w.:-]{3,200}") || key.matches(".*::.*|.*:$|^:.*")) {
                return Optional.empty();
            }
            if (parts[0].equals(Opening.NEW)) {
                return Optional.of(new Opening(parts[1], parts.length == 3 ? Optional.of(parts[2]) : Optional.empty()));
            }
            return parts.length == 2 ? Optional.of(new Acting(parts[0], parts[1])) : Optional.empty();
        }
    }

    /** The form by which a matter is opened, from another one if that is named. */
    public record Opening(String procedure, Optional<String> origin) implements Form {
        private static final String NEW = "new";

        @Override
        public String key() {
            return NEW + ":" + procedure + origin.map(o -> ":" + o).orElse("");
        }
    }

    /** The form of an action on a matter. */
    public record Acting(String matter, String action) implements Form {
        @Override
        public String key() {
            return matter + ":" + action;
        }
    }
}
