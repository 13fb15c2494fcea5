package cn.xiezhi.messenger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.message.Carrier.Undelivered;
import cn.xiezhi.message.Carrier.Undelivered.Cause;
import cn.xiezhi.message.Letter;
import cn.xiezhi.message.Letter.Line;
import cn.xiezhi.message.Target.Mailbox;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What arrives at a real mail server. */
class MailTest {
    private static final Mailbox ZHANG = new Mailbox("zhang@example.com");
    private static final Letter LETTER = new Letter("0123abcd", "某县 已逾期：𠮷村1 项", List.of(new Line("【已逾期】城管局应办理“反馈受理情况”，𬱖", Optional.of("/matters/20250930-abc")),
            new Line("第二项", Optional.empty())));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, Object> settings = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        server.start();
        settings.putAll(Map.of("mailHost", "127.0.0.1", "mailPort", server.getSmtp().getPort(), "mailSecurity", "none", "mailFrom", "xiezhi@county.example.cn",
                "publicAddress", "https://xiezhi.example.cn/"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void send(Letter letter) throws Undelivered {
        MailCarrier carrier = new MailCarrier(Configured.with(settings));
        assertTrue(carrier.ready());
        carrier.send(ZHANG, letter);
    }

    @Test
    void aLetter_arrivesWithAllItsCharacters_itsLinks_andAnIdOfItsOwn() throws Exception {
        send(LETTER);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals("某县 已逾期：𠮷村1 项", mail.getSubject());
        assertEquals("zhang@example.com", mail.getAllRecipients()[0].toString());
        assertEquals("<0123abcd@xiezhi>", mail.getMessageID());
        String text = mail.getContent().toString();
        assertTrue(text.contains("【已逾期】城管局应办理“反馈受理情况”，𬱖\r\n  https://xiezhi.example.cn/matters/20250930-abc\r\n"), text);
        assertTrue(text.contains("第二项"));
    }

    @Test
    void withoutAPublicAddress_noLinkIsMadeUp() throws Exception {
        settings.put("publicAddress", "");
        send(LETTER);
        assertFalse(server.getReceivedMessages()[0].getContent().toString().contains("matters"));
    }

    @Test
    void aLineBreakInASubject_beginsNoHeader() throws Exception {
        send(new Letter("x", "主题\r\nBcc: thief@example.com\r\n\r\n正文", LETTER.lines()));
        MimeMessage mail = server.getReceivedMessages()[0];
        assertNull(mail.getHeader("Bcc"));
        assertEquals("主题 Bcc: thief@example.com 正文", mail.getSubject());
        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    void anAddressThatIsMoreThanOneAddress_isNone() {
        for (String bad : List.of("a@b.cn,c@d.cn", "a@b.cn\r\nBcc: c@d.cn", "<a@b.cn>", "a b@c.cn", "a@b", "张@b.cn", "a..b@c.cn", ".a@c.cn", "a@-b.cn", "x".repeat(65) + "@b.cn")) {
            assertThrows(IllegalArgumentException.class, () -> new Mailbox(bad), bad);
        }
        assertEquals("zhang.san+xz@mail.example.gov.cn", new Mailbox("zhang.san+xz@mail.example.gov.cn").address());
    }

    @Test
    void thePasswordComesFromItsFile_andAWrongOneIsSaidWithoutShowingIt() throws Exception {
        server.setUser("zhang@example.com", "sender", "right-password");
        server.getUserManager().setAuthRequired(true);
        Path file = folder.resolve("mail-password");
        settings.putAll(Map.of("mailUser", "sender", "mailPasswordFile", file.toString()));
        Files.writeString(file, "right-password\n");
        send(LETTER);
        assertEquals(1, server.getReceivedMessages().length);

        Files.writeString(file, "wrong-password");
        Undelivered wrong = assertThrows(Undelivered.class, () -> send(LETTER));
        assertEquals(Cause.WAY, wrong.what());
        assertFalse(wrong.getMessage().contains("wrong-password"));
        Files.delete(file);
        assertTrue(assertThrows(Undelivered.class, () -> send(LETTER)).getMessage().contains("mail.passwordFile"));
    }

    @Test
    void aServerThatDoesNotEncrypt_isNotSpokenTo() {
        settings.put("mailSecurity", "starttls");
        assertEquals(Cause.WAY, assertThrows(Undelivered.class, () -> send(LETTER)).what());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void aServerThatIsGone_concernsEverybody() {
        server.stop();
        Undelivered gone = assertThrows(Undelivered.class, () -> send(LETTER));
        assertEquals(Cause.WAY, gone.what());
        assertTrue(gone.getMessage().contains("127.0.0.1"));
    }

    @Test
    void withoutAServer_itIsNotReady() {
        assertFalse(new MailCarrier(Configured.with(Map.of())).ready());
    }
}
