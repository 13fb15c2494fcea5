package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.policy.RulesHere.Trouble;
import cn.xiezhi.procedure.Procedures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;

/** The life of rule bundles in a real framework: start, update, stop, uninstall, and those that never run. */
class ExtenderTest {
    private static final String EXTENDER = "osgi.extender;osgi.extender=\"xiezhi.policy\";version:Version=\"1.0\"";

    @TempDir
    Path cache;
    private Framework framework;
    private PolicyLoader loader;

    @BeforeEach
    void launch() throws BundleException {
        framework = new FrameworkFactory().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, cache.toString(), Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, EXTENDER, "felix.log.level", "0"));
        framework.start();
        loader = new PolicyLoader(framework.getBundleContext(), Settings.OPEN, Clock.systemUTC());
    }

    @AfterEach
    void shutDown() throws Exception {
        loader.deactivate();
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void startedBundlesAreInForce_stoppedAndUninstalledOnesAreNot() throws Exception {
        start("calendar", calendar());
        Bundle policy = start("policy", policy("1.0"));
        assertEquals(Optional.of("1.0"), version());
        policy.stop();
        assertEquals(Optional.empty(), version());
        policy.start();
        assertEquals(Optional.of("1.0"), version());
        policy.uninstall();
        assertEquals(Optional.empty(), version());
        assertEquals(List.of(), problems());
    }

    @Test
    void throughAnUpdateTheOldPolicyStays_untilTheNewOneIsRead() throws Exception {
        start("calendar", calendar());
        Bundle policy = start("policy", policy("1.0"));
        version();
        List<Optional<String>> seen = Collections.synchronizedList(new ArrayList<>());
        SynchronousBundleListener watch = event -> seen.add(version());
        framework.getBundleContext().addBundleListener(watch);
        policy.update(policy("2.0"));
        framework.getBundleContext().removeBundleListener(watch);
        assertEquals(Optional.of("2.0"), version());
        assertTrue(seen.size() >= 4, "stopping, stopped, updated, started");
        assertTrue(seen.stream().allMatch(Optional::isPresent), seen.toString());
    }

    @Test
    void aBadUpdateLeavesTheOldPolicyInForce_andNamesBundleFileAndLine() throws Exception {
        start("calendar", calendar());
        Bundle policy = start("policy", policy("1.0"));
        assertEquals(Optional.of("1.0"), version());
        policy.update(bundle("policy", EXTENDER_NEEDED, Samples.policy(Samples.replaced(Samples.POLICY, "amount: 5", "amount: 0"))));
        assertEquals(Optional.of("1.0"), version());
        assertTrue(problems().get(0).startsWith("组件 policy 1.0.0（编号 2）：policy.yaml 第8行"), problems().toString());
        policy.update(policy("2.0"));
        assertEquals(Optional.of("2.0"), version());
        assertEquals(List.of(), problems());
    }

    @Test
    void anUpdateThatCannotBeResolved_leavesTheOldPolicyInForce_andIsReported() throws Exception {
        start("calendar", calendar());
        Bundle policy = start("policy", policy("1.0"));
        assertEquals(Optional.of("1.0"), version());
        InputStream unresolvable = bundle("policy", Map.of("Require-Capability", "no.such.thing"), Samples.policy(Samples.POLICY));
        assertThrows(BundleException.class, () -> policy.update(unresolvable));
        assertEquals(Optional.of("1.0"), version());
        assertEquals(List.of("组件 policy 1.0.0（编号 2）：应运行而未运行，多半缺少所需的组件，或正在更新；其内容未采用，此前生效的继续有效"), problems());
        policy.stop();
        assertEquals(List.of(), problems());
        assertEquals(Optional.empty(), version());
    }

    @Test
    void aBundleForANewerContract_isReported_thoughItCannotStart() throws Exception {
        Map<String, String> headers = Map.of("Provide-Capability", "xiezhi.policy;xiezhi.policy=test;contract:Version=\"2.0\"",
                "Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=xiezhi.policy)(version>=2.0))\"");
        Bundle newer = framework.getBundleContext().installBundle("newer", bundle("newer", headers, Samples.policy(Samples.POLICY)));
        assertThrows(BundleException.class, newer::start);
        assertEquals(Optional.empty(), version());
        assertEquals(List.of("组件 newer 1.0.0（编号 1）：按第 2 版规则文件约定编写，本产品支持第 1 版，不能启用；请升级本产品，或改用第 1 版的规则组件"), problems());
    }

    @Test
    void aBundleThatStartsButHoldsANewerContract_isReportedToo() throws Exception {
        start("newer", bundle("newer", Map.of(), Samples.policy(Samples.replaced(Samples.POLICY, "contract: 1", "contract: 2"))));
        assertEquals(Optional.empty(), version());
        assertTrue(problems().get(0).contains("policy.yaml 第1行 contract：按第 2 版规则文件约定编写"), problems().toString());
    }

    @Test
    void bundlesThatRanBeforeTheLoader_areFound() throws Exception {
        loader.deactivate();
        start("policy", policy("1.0"));
        start("calendar", calendar());
        loader = new PolicyLoader(framework.getBundleContext(), Settings.OPEN, Clock.systemUTC());
        assertEquals(Optional.of("1.0"), version());
    }

    @Test
    void untilTheFrameworkHasStarted_nothingIsInForce_thenAllThatIsThere() throws Exception {
        start("policy", policy("1.0"));
        start("calendar", calendar());
        loader.deactivate();
        framework.stop();
        framework.waitForStop(10_000);
        framework.init();
        loader = new PolicyLoader(framework.getBundleContext(), Settings.OPEN, Clock.systemUTC());
        loader.refresh();
        assertEquals(Optional.empty(), version());
        // The framework tells that it has started on a thread of its own, the loader first: it was there first.
        CountDownLatch told = new CountDownLatch(1);
        framework.getBundleContext().addFrameworkListener(e -> {
            if (e.getType() == FrameworkEvent.STARTED) {
                told.countDown();
            }
        });
        framework.start();
        assertTrue(told.await(30, TimeUnit.SECONDS));
        assertEquals(Optional.of("1.0"), version());
    }

    @Test
    void aFragmentIsNotReadOnItsOwn() throws Exception {
        framework.getBundleContext().installBundle("fragment", bundle("fragment", Map.of("Fragment-Host", "host"), Samples.policy(Samples.POLICY)));
        assertEquals(Optional.empty(), version());
        assertEquals(List.of(), problems());
    }

    @Test
    void twelveInstallationsAndRemovals_leaveNothingBehind() throws Exception {
        start("calendar", calendar());
        for (int i = 0; i < 12; i++) {
            Bundle policy = start("policy", policy("1." + i));
            assertEquals(Optional.of("1." + i), version());
            policy.uninstall();
            assertEquals(Optional.empty(), version());
        }
        assertEquals(List.of(), problems());
    }

    @Test
    void rulesThatNameAProcedureWhichComesLater_areInForceThen_andStayWhenItGoes() throws Exception {
        start("calendar", calendar());
        start("policy", bundle("policy", EXTENDER_NEEDED, VocabularyTest.visiting()));
        assertEquals(Optional.empty(), version());
        assertTrue(problems().get(0).contains("请先安装提供它的组件"), problems().toString());
        loader.changed(VocabularyTest.WITH_VISIT);
        assertEquals(Optional.of("1.0"), version());
        assertEquals(List.of(), problems());
        loader.changed(Procedures.own());
        assertEquals(Optional.of("1.0"), version());
    }

    private static final Map<String, String> EXTENDER_NEEDED =
            Map.of("Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=xiezhi.policy)(version>=1.0)(!(version>=2.0)))\"");

    private static InputStream policy(String version) throws IOException {
        return bundle("policy", EXTENDER_NEEDED, Samples.policy(Samples.replaced(Samples.POLICY, "version: \"1.0\"", "version: \"" + version + "\"")));
    }

    private static InputStream calendar() throws IOException {
        return bundle("calendar", Map.of(), Samples.calendar(Samples.CALENDAR));
    }

    private Bundle start(String location, InputStream content) throws BundleException {
        Bundle bundle = framework.getBundleContext().installBundle(location, content);
        bundle.start();
        return bundle;
    }

    private List<String> problems() {
        return loader.here().troubles().stream().map(Trouble::text).toList();
    }

    /** The version in force, without its fingerprint, once the worker has done what was asked of it. */
    private Optional<String> version() {
        loader.awaitWorker();
        return loader.inForce().of("test").map(p -> p.policy().version().replaceAll("\\+.*", ""));
    }

    private static InputStream bundle(String name, Map<String, String> headers, BundleFiles files) throws IOException {
        return new ByteArrayInputStream(Jars.rules(name, headers, files));
    }
}
