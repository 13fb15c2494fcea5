package cn.xiezhi.policy;

import java.util.List;

/** Where the rule book in force is to be had. Implemented by the policy loader. */
public interface Rules {
    /** The snapshot of this moment. */
    RuleBook inForce();

    /** What is wrong with bundles that were refused, in Chinese, each naming bundle, file, line and key. */
    List<String> problems();
}
