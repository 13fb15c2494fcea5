package cn.xiezhi.messenger;

import cn.xiezhi.message.Carrier.Undelivered;
import cn.xiezhi.message.Carrier.Undelivered.Cause;
import cn.xiezhi.message.Letter;
import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** One letter as one mail on a connection of its own. */
final class Smtp {
    private static final String TIMEOUT_MILLIS = "8000";
    /** What a server answers with if the address is wrong for good. */
    private static final int PERMANENT = 500;

    private Smtp() {}

    static void send(MessengerConfig config, String address, Letter letter) throws Undelivered {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks there for its own parts.
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            Session session = Session.getInstance(properties(config));
            MimeMessage mail = mail(session, config, address, letter);
            try (Transport transport = session.getTransport()) {
                connect(transport, config);
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        } catch (SendFailedException e) {
            boolean wrong = code(e) >= PERMANENT;
            throw new Undelivered(wrong ? Cause.TARGET : Cause.ONCE, wrong ? "邮件服务器不接受这个地址（" + code(e) + "）" : "邮件服务器暂时不收（" + code(e) + "）");
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Undelivered(Cause.ONCE, "邮件没有送出：" + e.getClass().getSimpleName());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void connect(Transport transport, MessengerConfig config) throws Undelivered {
        try {
            transport.connect(config.mailHost(), config.mailPort(), config.mailUser().isEmpty() ? null : config.mailUser(), password(config));
        } catch (AuthenticationFailedException e) {
            throw new Undelivered(Cause.WAY, "邮件服务器不接受用户名或口令，请运维人员检查配置");
        } catch (MessagingException e) {
            throw new Undelivered(Cause.WAY, "连不上邮件服务器 " + config.mailHost() + ":" + config.mailPort() + "，或它不能以要求的方式加密");
        }
    }

    private static String password(MessengerConfig config) throws Undelivered {
        if (config.mailPasswordFile().isEmpty()) {
            return null;
        }
        try {
            return Files.readString(Path.of(config.mailPasswordFile())).strip();
        } catch (IOException e) {
            throw new Undelivered(Cause.WAY, "读不出邮件口令文件，请运维人员检查 mail.passwordFile");
        }
    }

    private static Properties properties(MessengerConfig config) {
        Properties p = new Properties();
        p.put("mail.transport.protocol", "smtp");
        p.put("mail.smtp.auth", String.valueOf(!config.mailUser().isEmpty()));
        p.put("mail.smtp.ssl.enable", String.valueOf(config.mailSecurity().equals("tls")));
        p.put("mail.smtp.starttls.enable", String.valueOf(config.mailSecurity().equals("starttls")));
        p.put("mail.smtp.starttls.required", String.valueOf(config.mailSecurity().equals("starttls")));
        p.put("mail.smtp.ssl.checkserveridentity", "true");
        p.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        p.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        p.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        p.put("mail.smtp.localhost", "xiezhi");
        return p;
    }

    private static MimeMessage mail(Session session, MessengerConfig config, String address, Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // The same letter sent again says so, and mail programs show it once.
                setHeader("Message-ID", "<" + letter.id() + "@xiezhi>");
            }
        };
        mail.setFrom(new InternetAddress(config.mailFrom()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        // A line break would begin a header of its own.
        mail.setSubject(MimeUtility.encodeText(letter.subject().replaceAll("\\p{Cc}+", " "), "UTF-8", "B"));
        mail.setSentDate(Date.from(Instant.now()));
        // Nobody's holiday reply is wanted.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setDataHandler(new DataHandler(new ByteArrayDataSource(Text.mail(letter, config.publicAddress()).getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        mail.setHeader("Content-Transfer-Encoding", "base64");
        mail.saveChanges();
        return mail;
    }

    private static int code(SendFailedException e) {
        for (Exception next = e; next instanceof MessagingException m; next = m.getNextException()) {
            if (next instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException a) {
                return a.getReturnCode();
            }
            if (next instanceof org.eclipse.angus.mail.smtp.SMTPSendFailedException s) {
                return s.getReturnCode();
            }
        }
        return 0;
    }
}
