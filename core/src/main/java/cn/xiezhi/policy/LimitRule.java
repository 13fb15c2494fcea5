package cn.xiezhi.policy;

import cn.xiezhi.time.Limit;
import java.util.Optional;

/**
 * A limit as a document sets it.
 *
 * @param reading how days without the word 工作日 are read here; empty where the document itself says it
 */
public record LimitRule(Limit limit, Optional<Reading> reading, String citation) {
    /** Days whose kind the document leaves open: read as calendar days or as working days. */
    public enum Reading { CALENDAR, WORKING }
}
