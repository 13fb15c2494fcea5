package cn.xiezhi.loader;

import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleArchive.Version;
import cn.xiezhi.policy.PolicyInForce;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Records a version and gives it back with the instant that the archive has for it: a restart of the product does not make
 * a version younger than it is.
 */
record Archiving(RuleArchive archive) implements UnaryOperator<PolicyInForce> {
    @Override
    public PolicyInForce apply(PolicyInForce policy) {
        archive.record(policy);
        List<Version> versions = archive.versions(policy.policy().jurisdiction().id());
        return versions.stream()
                .filter(v -> v.version().equals(policy.policy().version()) && v.until().isEmpty())
                .findFirst()
                .map(v -> new PolicyInForce(policy.policy(), v.since(), policy.text()))
                .orElse(policy);
    }
}
