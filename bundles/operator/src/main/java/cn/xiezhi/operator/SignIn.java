package cn.xiezhi.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in to the operators' console, PID {@code xiezhi.operator}. What was changed there is logged, a password never. */
@Component(configurationPid = "xiezhi.operator", configurationPolicy = ConfigurationPolicy.REQUIRE, property = SecurityProvider.PROPERTY_ID + "=xiezhi.operator")
public final class SignIn implements SecurityProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** {@code passwordFile} is read at every sign-in, so that a new password counts at once. */
    public @interface Keys {
        int port();

        String user();

        String passwordFile();
    }

    private final Keys keys;
    private final Door door;

    @Activate
    public SignIn(Keys keys) {
        this.keys = keys;
        door = new Door(keys.port(), keys.user(), this::password, Clock.systemUTC());
    }

    @Override
    public Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        boolean forwarded = Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via").anyMatch(h -> request.getHeader(h) != null);
        Door.Answer answer = door.ask(new Door.Request(request.getMethod(), request.getLocalPort(), Optional.ofNullable(request.getHeader("Host")).orElse(""), forwarded,
                Optional.ofNullable(request.getHeader("Origin")), Optional.ofNullable(request.getHeader("Authorization"))));
        if (answer == Door.Answer.IN) {
            if (!request.getMethod().equals("GET")) {
                LOG.info("运维控制台：{} {} {}", keys.user(), request.getMethod(), request.getRequestURI().replaceAll("\\p{Cntrl}", "?"));
            }
            return keys.user();
        }
        if (answer != Door.Answer.WHO) {
            LOG.warn("运维控制台拒绝了一次访问：{}", answer.text);
        }
        refuse(response, answer.status);
        return null;
    }

    @Override
    public boolean authorize(Object user, String role) {
        return true;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        refuse(response, HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static void refuse(HttpServletResponse response, int status) {
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"xiezhi operator\", charset=\"UTF-8\"");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(status);
        try {
            response.flushBuffer();
        } catch (IOException e) {
            LOG.debug("the client has gone", e);
        }
    }

    private Optional<String> password() {
        try {
            return Optional.of(Files.readString(Path.of(keys.passwordFile())).strip());
        } catch (IOException e) {
            LOG.warn("无法读取运维口令文件 {}（{}），无人能登录。", keys.passwordFile(), e.toString());
            return Optional.empty();
        }
    }
}
