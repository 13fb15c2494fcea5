package cn.xiezhi.assessment;

import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Duty;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds the obligations that an assessment is made of. Implemented by the store. */
public interface PastObligations {
    /**
     * Hands over, one by one and in any order, with their matters' ids, at least those obligations that the period has; of one organ or duty if one is named. Holds
     * none of them in memory.
     */
    void each(String jurisdiction, Period period, Optional<String> organ, Optional<Duty> duty, BiConsumer<String, Obligation> to);
}
