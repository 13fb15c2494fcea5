package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
            assertTrue(product.output().contains("初始密码：" + first), product.output());
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
            assertThat(console.by("first-organs")).hasAttribute("data-done", "false");
            assertThat(console.by("first-steps")).containsText("导入执法事项");
            assertThat(console.by("guide-offer")).hasCount(0);
            console.screenshot("first-steps");
            console.by("first-accounts").locator("a").click();
            assertThat(console.page).hasURL(Pattern.compile(".*/admin/accounts$"));
            console.assertNoComplaints();
        }
    }
}
