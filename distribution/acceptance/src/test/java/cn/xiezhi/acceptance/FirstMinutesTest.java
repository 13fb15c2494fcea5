package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first minutes of a real installation: IT starts it, the first administrator signs in and is told what to do. Nothing of the demonstration is there. */
class FirstMinutesTest {
    @TempDir
    Path folder;

    @Test
    void administratorFindsTheWayIn_andWhatToDoFirst_andNoGuide() throws Exception {
        try (Product product = Product.unpack(folder).start(); Console console = new Console(product)) {
            Path first = product.home().resolve("first-administrator-ningwu.txt");
            // The account is opened when the rules are in force, which may be a moment after the product is ready.
            Poll.until("the first administrator", product::log, log -> log.contains("宁武县 的首位管理员已建立"));
            assertFalse(product.get("/login").body().contains("content=\"true\""));
            console.open("/guide");
            assertThat(console.page).hasURL(Pattern.compile(".*/login.*"));
            assertThat(console.by("guide-offer")).hasCount(0);

            String password = Files.readAllLines(first).get(1).replace("密码: ", "");
            console.signIn("admin-ningwu", password);
            console.by("password-old").fill(password);
            console.by("password-new").fill("Kaiban-2026-Ningwu");
            console.by("password-again").fill("Kaiban-2026-Ningwu");
            console.by("password-submit").click();
            for (String step : List.of("organs", "accounts", "items")) {
                assertThat(console.by("first-" + step)).hasAttribute("data-done", "false");
            }
            assertThat(console.by("first-steps")).containsText("导入执法事项");
            assertThat(console.by("guide-offer")).hasCount(0);
            console.screenshot("first-steps");
            console.by("first-accounts").locator("a").click();
            assertThat(console.page).hasURL(Pattern.compile(".*/admin/accounts$"));
            console.assertNoComplaints();
        }
    }
}
