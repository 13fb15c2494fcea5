package cn.xiezhi.framework.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.RulesHere;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;

/** Bundles with rules come, change and go in the running product; nothing else does. Each test has a county of its own: what it was ruled by is kept. */
class RuleBundlesTest {
    private static final int CYCLES = 12;

    private final BundleContext context = FrameworkUtil.getBundle(RuleBundlesTest.class).getBundleContext();
    private final Rules rules = context.getService(context.getServiceReference(Rules.class));
    private final List<Bundle> installed = new ArrayList<>();

    @BeforeEach
    void theProductIsUp() throws Exception {
        Configured.product();
        start(RulesBundle.calendar());
        start(RulesBundle.county("baseland", "1"));
        assertEquals(200, Eventually.poll(() -> Configured.get("/health/ready").statusCode(), status -> status == 200));
    }

    @AfterEach
    void uninstall() throws Exception {
        for (Bundle bundle : installed) {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                bundle.uninstall();
            }
        }
        Eventually.poll(() -> rules.inForce().policies().keySet(), java.util.Set::isEmpty);
    }

    @Test
    void twelveLives_disturbNeitherTheApiNorAnyOtherBundle() throws Exception {
        List<String> others = new CopyOnWriteArrayList<>();
        SynchronousBundleListener listener = e -> {
            if (!e.getBundle().getSymbolicName().equals("test.policy.testland")) {
                others.add(e.getBundle() + " " + e.getType());
            }
        };
        context.addBundleListener(listener);
        Answers answers = new Answers("/health/ready", "/api/v1/jurisdictions", "/api/v1/jurisdictions/baseland/policy", "/api/v1/openapi.json");
        try {
            for (int i = 0; i < CYCLES; i++) {
                Bundle bundle = start(RulesBundle.county("testland", i + ".1"));
                assertVersion("testland", i + ".1");
                bundle.update(RulesBundle.county("testland", i + ".2").jar());
                assertVersion("testland", i + ".2");
                assertTrue(Configured.get("/api/v1/jurisdictions/testland/policy").body().contains("\"version\":\"" + i + ".2"), "the API shows the update");
                bundle.stop();
                assertEquals("", Eventually.poll(() -> version("testland"), String::isEmpty));
                bundle.uninstall();
            }
        } finally {
            context.removeBundleListener(listener);
            answers.stop();
        }
        assertEquals(List.of(), answers.errors());
        assertTrue(answers.rounds() >= CYCLES, answers.rounds() + " rounds");
        assertEquals(List.of(), others, "events of other bundles");
    }

    @Test
    void secondBundleForOneJurisdiction_isRefusedByName_andTakesOverWhenTheFirstGoes() throws Exception {
        Bundle first = start(RulesBundle.county("twinland", "1"));
        assertVersion("twinland", "1");
        start(RulesBundle.county("twinland", "2").named("test.policy.twinland.second"));
        String problem = problem("test.policy.twinland.second");
        assertTrue(problem.contains("test.policy.twinland ") && problem.contains("请停用其中一个"), problem);
        assertVersion("twinland", "1");
        first.uninstall();
        assertVersion("twinland", "2");
    }

    @Test
    void bundleForANewerContract_isReported() throws Exception {
        assertThrows(BundleException.class, () -> start(RulesBundle.county("newland", "1").forContract("2.0")));
        String problem = problem("test.policy.newland");
        assertTrue(problem.contains("第 2 版规则文件约定") && problem.contains("升级本产品"), problem);
        assertEquals("", version("newland"));
    }

    @Test
    void updateThatCannotBeRead_leavesTheOldInForce_andNamesFileLineAndKey() throws Exception {
        Bundle bundle = start(RulesBundle.county("brokenland", "1"));
        assertVersion("brokenland", "1");
        bundle.update(RulesBundle.county("brokenland", "2").with("  transfer.acknowledge:", "  transfer.acknowlege:").jar());
        String problem = problem("transfer.acknowlege");
        assertTrue(problem.contains("test.policy.brokenland") && problem.contains("policy.yaml") && problem.matches("(?s).*\\d+ ?行.*"), problem);
        assertVersion("brokenland", "1");
        bundle.update(RulesBundle.county("brokenland", "3").jar());
        assertVersion("brokenland", "3");
        assertEquals(List.of(), rules.here().troubles());
    }

    @Test
    void updateWhoseExamplesDoNotComeOut_leavesTheOldInForce() throws Exception {
        Bundle bundle = start(RulesBundle.county("wrongland", "1"));
        assertVersion("wrongland", "1");
        bundle.update(RulesBundle.county("wrongland", "2").with("count: workingDays, amount: 3, cite: 宁武移送制度", "count: workingDays, amount: 4, cite: 宁武移送制度").jar());
        assertTrue(problem("按规则算得").contains("examples.yaml"));
        assertVersion("wrongland", "1");
    }

    private Bundle start(RulesBundle content) throws BundleException {
        Bundle bundle = context.installBundle("memory:" + content.symbolicName(), content.jar());
        installed.add(bundle);
        bundle.start();
        assertFalse(bundle.adapt(org.osgi.framework.wiring.BundleWiring.class).getRequiredWires("osgi.wiring.package").iterator().hasNext(), "imports no package");
        return bundle;
    }

    private void assertVersion(String jurisdiction, String version) throws Exception {
        assertEquals(version, Eventually.poll(() -> version(jurisdiction).split("\\+")[0], version::equals));
    }

    private String version(String jurisdiction) {
        return rules.inForce().of(jurisdiction).map(PolicyInForce::policy).map(p -> p.version()).orElse("");
    }

    private String problem(String part) throws Exception {
        return Eventually.poll(() -> String.join("\n", rules.here().troubles().stream().map(RulesHere.Trouble::text).filter(p -> p.contains(part)).toList()), p -> !p.isEmpty());
    }
}
