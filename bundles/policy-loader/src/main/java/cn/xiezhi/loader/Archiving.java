package cn.xiezhi.loader;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Records a version and gives it back with the instant that the archive has for it: a restart of the product does not make
 * a version younger than it is.
 */
record Archiving(RuleArchive archive) implements UnaryOperator<PolicyInForce> {
    @Override
    public PolicyInForce apply(PolicyInForce policy) {
        String jurisdiction = policy.policy().jurisdiction().id();
        String version = policy.policy().version();
        archive.keep(new Edition(jurisdiction, Subject.POLICY, version, policy.since(), Edition.DROPPED, Optional.empty(), Optional.empty()),
                Map.of(BundleFiles.POLICY, policy.text().getBytes(StandardCharsets.UTF_8)));
        List<Term> terms = archive.terms(jurisdiction, Subject.POLICY);
        Optional<Term> held = Timeline.of(terms).at(policy.since()).filter(t -> t.version().equals(version));
        if (held.isPresent()) {
            return new PolicyInForce(policy.policy(), held.get().since(), policy.text());
        }
        Term arrived = new Term(terms.size() + 1, version, policy.since(), policy.since(), Edition.DROPPED, Term.Kind.ARRIVED, "规则包装入", Optional.empty());
        if (!archive.decide(jurisdiction, Subject.POLICY, arrived)) {
            throw new IllegalStateException("另一节点同时作出了决定");
        }
        return policy;
    }
}
