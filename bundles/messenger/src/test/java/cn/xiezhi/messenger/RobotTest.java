package cn.xiezhi.messenger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.message.Carrier.Undelivered;
import cn.xiezhi.message.Carrier.Undelivered.Cause;
import cn.xiezhi.message.Letter;
import cn.xiezhi.message.Letter.Line;
import cn.xiezhi.message.Target.Robot;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a robot's server gets, and where nothing is sent at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RobotTest {
    private static final Instant NOW = Instant.parse("2025-09-30T02:00:00Z");
    private static final Letter LETTER = new Letter("1", "某县 已逾期：1 项", List.of(new Line("【已逾期】𠮷局应办理“[x](http://evil)”@所有人\n# 大", Optional.of("/matters/m1"))));

    private final List<String> queries = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private int status;
    private String answer;
    private HttpsServer server;
    private SSLContext trusting;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "robot", "-keyalg", "EC", "-dname",
                "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12", "-storepass", "changeit", "-keystore", keys.toString()).redirectErrorStream(true).start();
        assertEquals(0, keytool.waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, "changeit".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        server.createContext("/", exchange -> {
            queries.add(exchange.getRequestURI().getRawPath() + "?" + exchange.getRequestURI().getRawQuery());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Location", "https://localhost:" + server.getAddress().getPort() + "/elsewhere");
            byte[] said = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(0);
    }

    @BeforeEach
    void fresh() {
        queries.clear();
        bodies.clear();
        status = 200;
        answer = "{\"errmsg\":\"ok\",\"errcode\":0}";
    }

    private RobotCarrier carrier(String hosts) {
        return new RobotCarrier(Configured.with(Map.of("webhookHosts", hosts, "publicAddress", "https://xiezhi.example.cn")), () -> HttpClient.newBuilder().sslContext(trusting),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Robot robot(Robot.Kind kind, Optional<String> secret) {
        return at(kind, "https://localhost:" + server.getAddress().getPort() + "/send?key=k1", secret);
    }

    private static Robot at(Robot.Kind kind, String address, Optional<String> secret) {
        return new Robot("a", "urban", kind, address, secret, "admin", NOW);
    }

    private Undelivered refused(int httpStatus, String said) {
        status = httpStatus;
        answer = said;
        return assertThrows(Undelivered.class, () -> carrier("localhost").send(robot(Robot.Kind.WECOM, Optional.empty()), LETTER));
    }

    private static List<String> names(String json) throws Exception {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    names.add(parser.getParsingContext().pathAsPointer() + "=" + parser.getText());
                }
            }
        }
        return names;
    }

    @Test
    void wecom_getsMarkdown_inWhichNobodysWordsAreMarks() throws Exception {
        carrier("localhost").send(robot(Robot.Kind.WECOM, Optional.empty()), LETTER);
        assertEquals(List.of("/send?key=k1"), queries);
        assertEquals(List.of("/msgtype=markdown",
                "/markdown/content=**某县 已逾期：1 项**\n\n- 【已逾期】𠮷局应办理“［x］(http://evil)”＠所有人 ＃ 大 [打开](https://xiezhi.example.cn/matters/m1)\n"), names(bodies.get(0)));
    }

    @Test
    void dingtalk_getsATitle_andTheSignatureOfTheMoment() throws Exception {
        carrier("localhost").send(robot(Robot.Kind.DINGTALK, Optional.of("SECabc")), LETTER);
        // printf '1759197600000\nSECabc' | openssl dgst -sha256 -hmac SECabc -binary | base64
        assertEquals(List.of("/send?key=k1&timestamp=1759197600000&sign=vHg1tCbwFoxLatU8x3MkYdMOeZL1XCAYCoZ2AQaAf3o%3D"), queries);
        List<String> values = names(bodies.get(0));
        assertEquals("/markdown/title=某县 已逾期：1 项", values.get(1));
        assertTrue(values.get(2).startsWith("/markdown/text=**某县"), values.get(2));
    }

    @Test
    void manyLines_areCutToWhatTheGroupTakes_andTheRestIsCounted() throws Exception {
        Letter many = new Letter("1", "某县 办理时限提醒：50 项", IntStream.range(0, 50).mapToObj(i -> new Line("𠮷".repeat(50) + i, Optional.of("/matters/m" + i))).toList());
        carrier("localhost").send(robot(Robot.Kind.WECOM, Optional.empty()), many);
        String content = names(bodies.get(0)).get(1).substring("/markdown/content=".length());
        assertTrue(content.getBytes(StandardCharsets.UTF_8).length <= 4096);
        long shown = content.lines().filter(l -> l.contains("𠮷")).count();
        assertTrue(content.endsWith("- 另有 " + (50 - shown) + " 项，请在平台中查看\n"), content);
    }

    @Test
    void whatTheRobotAnswers_decidesWhetherItIsTriedAgain() {
        assertEquals(Cause.TARGET, refused(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}").what());
        assertEquals(Cause.ONCE, refused(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}").what());
        assertEquals(Cause.ONCE, refused(503, "").what());
        assertEquals(Cause.TARGET, refused(404, "").what());
        assertEquals(Cause.ONCE, refused(200, "<html>").what());
        assertEquals(Cause.ONCE, refused(200, "{\"errcode\":".repeat(2000)).what());
    }

    @Test
    void aRedirect_isNotFollowed() {
        refused(302, "");
        assertEquals(List.of("/send?key=k1"), queries);
    }

    @Test
    void nothingInsideTheNetwork_isSpokenTo_unlessTheOperatorAllowsIt() {
        for (String address : List.of("https://localhost/send", "https://127.0.0.1/x", "https://10.1.2.3/x", "https://172.16.0.1/x", "https://192.168.1.1/x", "https://169.254.169.254/latest",
                "https://100.64.0.1/x", "https://0.0.0.0/x", "https://[::1]/x", "https://[fd00::1]/x", "https://[fe80::1]/x", "https://[::ffff:10.0.0.1]/x", "https://[64:ff9b::a00:1]/x", "https://[64:ff9b:1::1]/x", "https://[::127.0.0.1]/x", "https://[2001:0:1::1]/x",
                "http://93.184.216.34/x", "https://93.184.216.34:8443/x", "https://u:p@93.184.216.34/x", "file:///etc/passwd", "https:///x", "x", "https://93.184.216.34/\r\nx", "https://2130706433/x")) {
            assertThrows(IllegalArgumentException.class, () -> carrier("").check(at(Robot.Kind.WECOM, address, Optional.empty())), address);
            assertThrows(Undelivered.class, () -> carrier("").send(at(Robot.Kind.WECOM, address, Optional.empty()), LETTER), address);
        }
        carrier("").check(at(Robot.Kind.WECOM, "https://93.184.216.34/send?key=x", Optional.empty()));
        carrier("10.1.2.3, localhost").check(at(Robot.Kind.WECOM, "https://10.1.2.3:8443/send", Optional.empty()));
        assertEquals(List.of(), queries);
    }

    @Test
    void whoeverCannotProveItsName_getsNothing() {
        RobotCarrier strict = new RobotCarrier(Configured.with(Map.of("webhookHosts", "localhost")), HttpClient::newBuilder, Clock.systemUTC());
        Undelivered unknown = assertThrows(Undelivered.class, () -> strict.send(robot(Robot.Kind.WECOM, Optional.empty()), LETTER));
        assertFalse(unknown.getMessage().contains("k1"), "the key is a secret");
        assertEquals(List.of(), bodies);
    }
}
