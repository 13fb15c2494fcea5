package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reminder on its way out of the assembled product to a real mail server. */
class RemindersTest {
    private static final String MAILBOX = "town.officer@example.com";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private List<Message> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    @Test
    void anOfficer_showsTheMailboxToBeTheirs_andIsRemindedThere_onceAndWithTheLink(@TempDir Path folder) throws Exception {
        server.start();
        Product product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").env("XIEZHI_MAIL_HOST", "127.0.0.1").env("XIEZHI_MAIL_PORT", String.valueOf(server.getSmtp().getPort()))
                .env("XIEZHI_MAIL_SECURITY", "none").env("XIEZHI_MAIL_FROM", "xiezhi@example.cn").env("XIEZHI_PUBLIC_ADDRESS", "https://xiezhi.example.cn");
        try (product; Console console = new Console(product.start())) {
            console.signIn("shanting-town-officer");
            console.by("person").click();
            console.by("reminder-settings").click();
            console.by("mail-address").fill(MAILBOX);
            console.by("send-code").click();
            console.by("mail-code").waitFor();
            console.by("mail-code").fill(mails().get(0).getContent().toString().replaceAll("(?s).*验证码：(\\d{6}).*", "$1"));
            console.by("verify-mail").click();
            assertThat(console.by("my-mail")).containsText(MAILBOX);
            assertThat(console.by("way-mail")).isChecked();
            console.by("quiet-until").fill("22:00");
            console.by("quiet-days").uncheck();
            console.by("save-reminders").click();
            assertThat(console.page.locator(".el-message")).containsText("提醒设置已保存");
            console.screenshot("reminder-settings");

            County county = new County(product, "shanting");
            String longAgo = OffsetDateTime.now(ZoneOffset.ofHours(8)).minusDays(40).truncatedTo(ChronoUnit.SECONDS).toString();
            String matter = new Play(county).open(county.town(), "transfer", Map.of("receiver", county.organ("dept-officer"), "cases", List.of("早已逾期𠮷"), "discoveredAt", longAgo))
                    .expect(201).get("id").asText();
            Poll.until("the reminder inside", () -> county.town().get("/notices?limit=100").expect(200).toString(), told -> told.contains("早已逾期𠮷"));
            Poll.until("the reminder outside", this::mails, mails -> mails.size() > 1);
            String text = mails().get(1).getContent().toString();
            assertTrue(text.contains("【已逾期】") && text.contains(matter + "：") && text.contains("早已逾期𠮷") && text.contains("https://xiezhi.example.cn/matters/" + matter), text);
            assertEquals(MAILBOX, mails().get(1).getAllRecipients()[0].toString());

            // The administrator sees it arrive, and that another mailbox does not: nothing is sent twice meanwhile.
            server.stop();
            Client admin = county.person("admin");
            assertEquals("undelivered", admin.post("/delivery/test", Map.of("way", "mail", "address", MAILBOX)).expect(422).get("code").asText());
            assertFalse(admin.get("/delivery").expect(200).get("ways").get(0).get("lastSent").isNull());
            assertTrue(product.health().output().contains("up"), "the work goes on without mail");
            console.signOut();
            console.signIn("shanting-admin");
            console.open("/admin");
            console.page.getByText("平台外提醒").click();
            assertThat(console.by("delivery-mail")).containsText("正常");
            console.screenshot("delivery");
            console.assertNoComplaints();
        } finally {
            server.stop();
        }
        assertEquals(2, mails().size());
    }
}
