package cn.xiezhi.sample;

import cn.xiezhi.desk.Health;
import cn.xiezhi.policy.Rules;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps readiness waiting until the sample is complete. A component of its own: it is there before the database is, so that nothing
 * is called ready in the moment before {@link Sample} begins.
 */
@Component(service = {Progress.class, Health.class}, configurationPid = "xiezhi.sample", configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
public final class Progress implements Health {
    private final Rules rules;
    private final Set<String> filled = ConcurrentHashMap.newKeySet();

    @Activate
    public Progress(@Reference Rules rules) {
        this.rules = rules;
    }

    void filled(String jurisdiction) {
        filled.add(jurisdiction);
    }

    @Override
    public String name() {
        return "演示数据";
    }

    @Override
    public Optional<String> problem() {
        return filled.containsAll(rules.inForce().policies().keySet()) ? Optional.empty() : Optional.of("正在写入");
    }
}
