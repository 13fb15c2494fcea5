package cn.xiezhi.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
            console.settle();
            console.by("person").click();
            console.by("reminder-settings").click();
            console.page.waitForURL("**/reminders");
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
            assertThat(console.page.getByText("提醒设置已保存")).isVisible();
            console.screenshot("reminder-settings");

            County county = new County(product, "shanting");
            String longAgo = OffsetDateTime.now(ZoneOffset.ofHours(8)).minusDays(40).truncatedTo(ChronoUnit.SECONDS).toString();
            String matter = new Play(county).open(county.town(), "transfer", Map.of("receiver", county.organ("dept-officer"), "cases", List.of("早已逾期𠮷"), "discoveredAt", longAgo))
                    .expect(201).get("id").asText();
            Poll.until("the reminder inside", () -> county.town().get("/notices?limit=100").expect(200).toString(), told -> told.contains("早已逾期𠮷"));
            // The sample's own overdue limits are said too, as soon as the clock comes to them.
            String text = Poll.until("the reminder outside", () -> about(matter), found -> !found.isEmpty()).get(0);
            assertTrue(text.contains("【已逾期】") && text.contains(matter + "：") && text.contains("早已逾期𠮷") && text.contains("https://xiezhi.example.cn/matters/" + matter), text);
            assertEquals(MAILBOX, mails().get(1).getAllRecipients()[0].toString());
            Poll.until("nothing left to send", () -> admin(county).get("waiting").asInt(), waiting -> waiting == 0);
            assertEquals(1, about(matter).size(), "once");

            // Then the mail server goes: the administrator is told why, and people go on working.
            server.stop();
            Client admin = county.person("admin");
            assertEquals("undelivered", admin.post("/delivery/test", Map.of("way", "mail", "address", MAILBOX)).expect(422).get("code").asText());
            assertFalse(admin(county).get("lastSent").isNull());
            assertEquals(200, product.health().exitCode(), "the work goes on without mail");
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
    }

    /** What arrived that names the matter. */
    private List<String> about(String matter) throws Exception {
        List<String> found = new ArrayList<>();
        for (Message mail : mails()) {
            String text = mail.getContent().toString();
            if (text.contains(matter)) {
                found.add(text);
            }
        }
        return found;
    }

    private static JsonNode admin(County county) throws Exception {
        return county.person("admin").get("/delivery").expect(200).get("ways").get(0);
    }
}
