package cn.xiezhi.messenger;

import cn.xiezhi.message.Carrier;
import cn.xiezhi.message.Letter;
import cn.xiezhi.message.Target;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.message.Way;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The robots of 企业微信 and 钉钉 groups. Follows no redirect, reads little of an answer, and never says where it sent something. */
@Component(service = Carrier.class, configurationPid = "xiezhi.messenger", configurationPolicy = ConfigurationPolicy.OPTIONAL)
public final class RobotCarrier implements Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ANSWER = 4096;
    private static final JsonFactory JSON = new JsonFactory();

    private final String publicAddress;
    private final Set<String> insideHosts;
    private final Supplier<HttpClient.Builder> builder;
    private final Clock clock;
    private HttpClient client;

    @Activate
    public RobotCarrier(MessengerConfig config) {
        this(config, HttpClient::newBuilder, Clock.systemUTC());
    }

    RobotCarrier(MessengerConfig config, Supplier<HttpClient.Builder> builder, Clock clock) {
        publicAddress = config.publicAddress();
        insideHosts = Arrays.stream(config.webhookHosts().split(",")).map(String::strip).filter(h -> !h.isEmpty()).collect(Collectors.toSet());
        this.builder = builder;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.ROBOT;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void check(Target to) {
        Outward.checked(((Robot) to).address(), insideHosts);
    }

    @Override
    public void send(Target to, Letter letter) throws Undelivered {
        Robot robot = (Robot) to;
        HttpRequest request = HttpRequest.newBuilder(address(robot)).timeout(PATIENCE).header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(RobotText.of(robot.kind(), letter, publicAddress))).build();
        try {
            HttpResponse<InputStream> response = client().send(request, HttpResponse.BodyHandlers.ofInputStream());
            judge(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new Undelivered(Undelivered.Cause.ONCE, "群机器人没有答复，可能是网络不通");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered(Undelivered.Cause.ONCE, "平台正在停止");
        }
    }

    private URI address(Robot robot) throws Undelivered {
        try {
            URI address = Outward.checked(robot.address(), insideHosts);
            return robot.kind() == Robot.Kind.DINGTALK && robot.secret().isPresent() ? Signature.on(address, robot.secret().get(), clock.instant()) : address;
        } catch (Outward.Unknown e) {
            throw new Undelivered(Undelivered.Cause.ONCE, e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Undelivered(Undelivered.Cause.TARGET, e.getMessage());
        }
    }

    private static void judge(int status, InputStream body) throws Undelivered, IOException {
        byte[] answer;
        try (body) {
            answer = body.readNBytes(MOST_ANSWER);
        }
        if (status != 200) {
            throw new Undelivered(status >= 400 && status < 500 && status != 429 ? Undelivered.Cause.TARGET : Undelivered.Cause.ONCE, "群机器人答复 HTTP " + status);
        }
        int code = errorCode(answer);
        if (code != 0) {
            // Sending too fast and being busy pass; everything else the group's administrator has to put right.
            boolean passes = code == -1 || code == 45009 || code == 130101 || code == 410100;
            throw new Undelivered(passes ? Undelivered.Cause.ONCE : Undelivered.Cause.TARGET, "群机器人不收，错误码 " + code + "，请核对地址、密钥与安全设置");
        }
    }

    private static int errorCode(byte[] answer) throws Undelivered {
        try (JsonParser json = JSON.createParser(new String(answer, StandardCharsets.UTF_8))) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean found = json.currentName().equals("errcode");
                    JsonToken value = json.nextToken();
                    if (found && value == JsonToken.VALUE_NUMBER_INT) {
                        return json.getIntValue();
                    }
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            // said below
        }
        throw new Undelivered(Undelivered.Cause.ONCE, "群机器人的答复看不懂");
    }

    /** Made when first needed: it brings threads of its own. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = builder.get().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
        }
        return client;
    }
}
