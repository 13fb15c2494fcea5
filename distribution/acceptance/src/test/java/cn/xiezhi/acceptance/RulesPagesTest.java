package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A county's rules are changed by its administrator in the browser, while everybody else works on: seen beforehand, decided, undone. */
class RulesPagesTest {
    @TempDir
    static Path folder;

    private static Product product;
    private static Path shipped;
    private Console console;

    @RegisterExtension
    final AfterTestExecutionCallback picture = context -> context.getExecutionException().ifPresent(e -> console.screenshot("failed-" + context.getRequiredTestMethod().getName()));

    @BeforeAll
    static void start() throws Exception {
        product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").start();
        shipped = Files.copy(product.jurisdictions().resolve(PolicyJar.NINGWU), folder.resolve("shipped.jar"));
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @BeforeEach
    void open() throws Exception {
        console = new Console(product);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void administrator_seesWhatChanges_decides_recomputesWhatRuns_andBringsTheFormerVersionBack() throws Exception {
        JsonNode before = new Play(new County(product, "ningwu")).opened("换规则前发现的案件");
        console.signIn("ningwu-admin");
        upload(jar("1.1", 4));
        Locator change = console.page.locator("tr").filter(new Locator.FilterOptions().setHas(console.page.locator("[data-testid=change][data-key*='transfer.send']"))).first();
        assertThat(change.getByTestId("change-before")).hasText("3个工作日");
        assertThat(change.getByTestId("change-after")).hasText("4个工作日");
        assertThat(change).containsText("宁武移送制度 二（一）");
        assertThat(console.by("example").first()).isVisible();
        assertThat(console.by("touched")).containsText("保持原版本");
        console.by("replay-start").click();
        assertThat(console.by("replay-result")).containsText("按此版本逾期");
        console.screenshot("rules-preview");
        decide("县政府办 9 号文：移送期限改为四个工作日");
        assertThat(console.by("version-in-force")).hasAttribute("data-version", Pattern.compile("1\\.1\\+.*"));
        assertThat(console.by("term-reason").first()).hasText("县政府办 9 号文：移送期限改为四个工作日");
        console.screenshot("rules");

        recompute();
        console.signOut();
        officerIsTold();
        console.open("/matters/" + Play.id(before));
        assertThat(console.by("ledger-recompute")).containsText("新规则适用于在办事项");
        console.signOut();

        console.signIn("ningwu-admin");
        console.by("menu-rules").click();
        console.by("bring-back").click();
        decide("9 号文暂缓执行");
        assertThat(console.by("version-in-force")).hasAttribute("data-version", Pattern.compile("1\\.0\\+.*"));
        assertThat(console.by("term").first()).hasAttribute("data-kind", "back");
        console.assertNoComplaints();
    }

    @Test
    void jarWithMistakes_isRefusedLineByLine_andChangesNothing() throws Exception {
        console.signIn("ningwu-admin");
        console.by("menu-rules").click();
        assertThat(console.by("unsigned")).isVisible();
        String inForce = console.by("version-in-force").getAttribute("data-version");
        console.by("rules-file").setInputFiles(PolicyJar.changed(shipped, folder.resolve("wrong.jar"),
                Map.of(PolicyJar.POLICY, f -> f.replace("  transfer.acknowledge:", "  transfer.acknowlege:"))));
        assertThat(console.by("rules-refused")).containsText("policy.yaml");
        assertThat(console.by("rules-refused")).containsText("transfer.acknowlege");
        console.screenshot("rules-refused");
        console.page.reload();
        assertThat(console.by("version-in-force")).hasAttribute("data-version", inForce);
        console.assertNoComplaints();
    }

    @Test
    void whatIsPlanned_isAnnouncedToEverybody_andCanBeWithdrawn() throws Exception {
        console.signIn("ningwu-admin");
        upload(jar("1.5", 4));
        console.by("since-later").click();
        console.page.getByLabel("施行时间（北京时间）").fill("2099-01-01 00:00");
        console.page.keyboard().press("Enter");
        assertThat(console.by("decision-sentence")).containsText("自 2099年1月1日 00:00 起");
        decide("下届任期施行");
        Locator planned = console.by("planned");
        assertThat(planned).containsText("2099年1月1日 00:00");
        Locator announcement = console.by("announcement").filter(new Locator.FilterOptions().setHasText("2099年1月1日"));
        assertThat(announcement).containsText("1.5");
        planned.locator("button").click();
        confirm();
        assertThat(planned).hasCount(0);
        assertThat(announcement).hasCount(0);
        console.by("rules-node").click();
        assertThat(console.by("live").first()).isVisible();
        console.assertNoComplaints();
    }

    @Test
    void rulesThatAreTakenAway_areSaidToBeSuspended_untilTheyComeBack() throws Exception {
        County ningwu = new County(product, "ningwu");
        Files.delete(product.jurisdictions().resolve(PolicyJar.NINGWU));
        Poll.until("suspended", () -> ningwu.inForce().path("status").asText(), "suspended"::equals);
        console.signIn("ningwu-town-officer");
        assertThat(console.by("suspended")).containsText("可以办结在办事项，不能新登记");
        console.by("menu-new").click();
        assertThat(console.page.locator("main")).containsText("现在不能新登记");
        console.screenshot("rules-suspended");

        product.drop(shipped, PolicyJar.NINGWU);
        Poll.until("in force again", () -> ningwu.inForce().path("status").asText(), "inForce"::equals);
        console.page.reload();
        assertThat(console.by("procedure-transfer")).isVisible();
        assertThat(console.by("suspended")).hasCount(0);
        console.assertNoComplaints();
    }

    /** Once put away, it stays away. */
    private void officerIsTold() throws Exception {
        console.signIn("ningwu-town-officer");
        Locator announcement = console.page.locator("[data-testid=announcement][data-version^='1.1+']");
        assertThat(announcement).containsText("9 号文");
        assertThat(console.by("desk-row").first()).isVisible();
        console.screenshot("rules-announced");
        announcement.getByTestId("announcement-dismiss").click();
        assertThat(announcement).hasCount(0);
        console.page.reload();
        assertThat(console.by("count-overdue")).isVisible();
        assertThat(announcement).hasCount(0);
    }

    private void recompute() {
        console.by("rules-recomputation").click();
        console.by("recompute-preview").click();
        assertThat(console.by("recompute-after").first()).isVisible();
        console.by("recompute-reason").fill("新规则适用于在办事项");
        console.by("recompute").click();
        confirm();
        assertThat(console.by("recompute-done")).containsText("1.1+");
    }

    private void upload(Path jar) {
        console.by("menu-rules").click();
        console.by("rules-file").setInputFiles(jar);
        assertThat(console.by("changes-count")).isVisible();
    }

    private void decide(String reason) {
        console.by("decision-reason").fill(reason);
        console.by("decide").click();
        confirm();
        assertThat(console.by("version-in-force")).isVisible();
    }

    private void confirm() {
        console.page.locator(".el-message-box:visible .el-button--primary").click();
    }

    private static Path jar(String version, int days) throws Exception {
        return PolicyJar.changed(shipped, folder.resolve(version + ".jar"), PolicyJar.days(version, days));
    }
}
