package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import cn.xiezhi.registry.Officer;

/**
 * What a decision may look up of its own jurisdiction besides the matter itself, as it stands at the decision. Given by
 * whoever asks for the decision, so that the decision stays a function of what it is given.
 */
public interface Lookup {
    /** Nothing to be found. */
    Lookup NONE = new Lookup() {
        @Override
        public Optional<Matter> matter(String id) {
            return Optional.empty();
        }

        @Override
        public List<Matter> matters(String procedure, Instant openedFrom) {
            return List.of();
        }

        @Override
        public List<Matter> matters(String procedure, String organ, Instant openedFrom) {
            return List.of();
        }

        @Override
        public List<Matter> linked(String origin) {
            return List.of();
        }

        @Override
        public Map<String, Officer> people(String organ) {
            return Map.of();
        }

        @Override
        public Optional<String> item(String code) {
            return Optional.empty();
        }

        @Override
        public List<Matter> owing(String organ, Predicate<Matter> which) {
            return List.of();
        }
    };

    /** How many {@link #owing} gives at most. */
    int MOST_OWING = 100;

    Optional<Matter> matter(String id);

    /** Matters of a procedure that were opened since, newest first; at most 1,000. */
    List<Matter> matters(String procedure, Instant openedFrom);

    /** The same, of those in which an organ holds a part; at most 1,000. */
    List<Matter> matters(String procedure, String organ, Instant openedFrom);

    /** The matters that came from one, oldest first. */
    List<Matter> linked(String origin);

    /** An organ's people who can act now, by user. */
    Map<String, Officer> people(String organ);

    /** Open matters of a kind on which an organ still owes something, the next due first; at most {@value #MOST_OWING}. */
    List<Matter> owing(String organ, Predicate<Matter> which);

    /** The name of an enforcement item. */
    Optional<String> item(String code);
}
