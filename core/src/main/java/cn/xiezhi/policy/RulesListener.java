package cn.xiezhi.policy;

/** Is told when another rule book has come into force. OSGi whiteboard: the policy loader calls every service of this type. */
public interface RulesListener {
    void changed(RuleBook book);
}
