package cn.xiezhi.policy;

import cn.xiezhi.time.Limit;
import java.util.Optional;

/**
 * How a limit may be extended, always before it ends.
 *
 * @param limit the bound; empty exactly for {@link Kind#UNBOUNDED}
 * @param notice whether the other side must be told beforehand
 */
public record Extension(Kind kind, Optional<Limit> limit, boolean notice, String citation) {
    public enum Kind {
        /** The bound is the whole limit, from the first trigger. */
        IN_ALL,
        /** The bound comes on top, from the last day of the first limit. */
        FURTHER,
        /** The document allows it and names no bound; nothing can be computed. */
        UNBOUNDED
    }

    public Extension {
        if (limit.isPresent() == (kind == Kind.UNBOUNDED)) {
            throw new IllegalArgumentException("an extension has a limit unless it is unbounded");
        }
    }
}
