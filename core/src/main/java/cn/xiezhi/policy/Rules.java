package cn.xiezhi.policy;

/** Where the rule book in force is to be had. Implemented by the policy loader. */
public interface Rules {
    /** The snapshot of this moment. */
    RuleBook inForce();

    /** What this node knows of its bundles. */
    RulesHere here();

    /** Somebody decided in the archive: returns when this node goes by it. */
    void refresh();

    /** Rules that never change and came without a bundle. */
    static Rules of(RuleBook book) {
        return new Rules() {
            @Override
            public RuleBook inForce() {
                return book;
            }

            @Override
            public RulesHere here() {
                return RulesHere.NOTHING;
            }

            @Override
            public void refresh() {
                // nobody decides here
            }
        };
    }
}
