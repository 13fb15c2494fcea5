package cn.xiezhi.policy;

import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import java.util.Optional;

/**
 * A limit as a document sets it.
 *
 * @param reading how days without the word 工作日 are read here; empty where the document itself says it
 * @param target a local aim for a duty that the document only wants done promptly; shown as such, never as the document's rule
 */
public record LimitRule(Limit limit, Optional<Reading> reading, String citation, Optional<Cited<Limit>> target) {
    public LimitRule {
        if (target.isPresent() && limit.count() != Count.PROMPTLY) {
            throw new IllegalArgumentException("a local target is for a duty without a number");
        }
    }

    public LimitRule(Limit limit, Optional<Reading> reading, String citation) {
        this(limit, reading, citation, Optional.empty());
    }

    /** Days whose kind the document leaves open: read as calendar days or as working days. */
    public enum Reading { CALENDAR, WORKING }
}
