package cn.xiezhi.policy;

/**
 * Is told what is in force: once when the policy loader learns of the listener, and after every change. Registered by whoever
 * wants to know; called by the policy loader, one call at a time, in the order of the changes.
 */
public interface RulesListener {
    /** Has to return at once; what takes time is done in a thread of one's own. */
    void changed(RuleBook book);
}
