package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' console: not there unless IT switches it on, and then for IT on the machine itself only. */
class OperatorConsoleTest {
    private static final String PASSWORD = "运维口令 horse battery";
    private static final String BUNDLES = "/system/console/bundles";

    @TempDir
    Path folder;

    private Product product;
    private int port;

    @BeforeEach
    void unpack() throws Exception {
        product = Product.unpack(folder);
        port = Product.freePort();
        product.env("XIEZHI_OPERATOR_PORT", String.valueOf(port));
    }

    @AfterEach
    void close() throws Exception {
        product.close();
    }

    @Test
    void switchedOff_nothingOfItIsThere() throws Exception {
        product.start();
        assertThrows(ConnectException.class, () -> ask(port, BUNDLES, PASSWORD));
        assertOnlyTheProduct();
    }

    @Test
    void switchedOn_onTheLoopbackAddressAlone_withThePassword() throws Exception {
        on(PASSWORD + "\n").env("XIEZHI_BIND", "0.0.0.0").start();

        assertEquals(401, ask(port, BUNDLES, null).statusCode());
        assertEquals(401, ask(port, BUNDLES, "admin").statusCode());
        HttpResponse<String> bundles = ask(port, BUNDLES + ".json", PASSWORD);
        assertEquals(200, bundles.statusCode());
        assertTrue(bundles.body().contains("xiezhi.policy.ningwu"), bundles.body());

        assertTrue(gogo("lb", PASSWORD).body().matches("(?s).*Active.*Xiezhi core.*"), gogo("lb", PASSWORD).body());
        HttpResponse<String> refused = gogo("lb", "wrong password");
        assertEquals(401, refused.statusCode());
        assertEquals("", refused.body());

        assertEquals(404, ask(port, "/", PASSWORD).statusCode(), "the product is not on this listener");
        assertEquals(404, ask(port, "/api/v1/jurisdictions", PASSWORD).statusCode());
        // Another address of this machine reaches the product and not the console.
        assertTrue(connects("127.0.0.2", product.port()));
        assertFalse(connects("127.0.0.2", port));
        assertOnlyTheProduct();
        String said = Files.readString(product.home().resolve("logs/xiezhi.log")) + product.output();
        assertTrue(said.contains("运维命令：lb"), said);
        assertFalse(said.contains(PASSWORD), "the password is nowhere");
    }

    @Test
    void whatAProxyHandsOn_doesNotReachIt() throws Exception {
        on(PASSWORD).start();
        assertEquals(404, ask(port, BUNDLES, PASSWORD, "X-Forwarded-For", "10.1.2.3").statusCode());
        assertEquals(403, post(port, "command=lb", PASSWORD, "Origin", "http://elsewhere.example").statusCode(), "a page of somebody else");
        assertEquals(200, ask(port, BUNDLES, PASSWORD).statusCode());
    }

    @Test
    void guessing_endsAfterAFewAttempts() throws Exception {
        on(PASSWORD).start();
        for (int i = 0; i < 5; i++) {
            assertEquals(401, ask(port, BUNDLES, "guess " + i).statusCode());
        }
        assertEquals(429, ask(port, BUNDLES, PASSWORD).statusCode());
    }

    @Test
    void withoutAPassword_theProductDoesNotStart() throws Exception {
        product.env("XIEZHI_OPERATOR_CONSOLE", "1");
        assertRefused("operator.passwordFile");
        on("");
        assertRefused("少于 12 个字符");
        on("short");
        assertRefused("少于 12 个字符");
        product.env("XIEZHI_OPERATOR_PASSWORD_FILE", "not-there.txt");
        assertRefused("not-there.txt");
        on(PASSWORD).env("XIEZHI_OPERATOR_PORT", String.valueOf(product.port()));
        assertRefused("operator.port 与 port 都是");
    }

    private Product on(String password) throws IOException {
        Path file = Files.writeString(product.install().resolve("config/operator.txt"), password);
        return product.env("XIEZHI_OPERATOR_CONSOLE", "1").env("XIEZHI_OPERATOR_PASSWORD_FILE", file.getFileName().toString());
    }

    /** On the product's port the path is one of its own pages, with whatever headers. */
    private void assertOnlyTheProduct() throws Exception {
        for (List<String> header : List.of(List.of("X-Forwarded-For", "127.0.0.1"), List.of("X-Forwarded-Port", String.valueOf(port)), List.of("Forwarded", "for=127.0.0.1;host=localhost:" + port))) {
            HttpResponse<String> answer = ask(product.port(), BUNDLES, PASSWORD, header.get(0), header.get(1));
            assertTrue(answer.body().contains("<div id=\"app\">"), answer.body());
            int posted = post(product.port(), "command=lb", PASSWORD, header.get(0), header.get(1)).statusCode();
            assertTrue(posted == 404 || posted == 405, "a command on the product's port: " + posted);
        }
    }

    private void assertRefused(String why) throws Exception {
        Product.Result result = product.command("run");
        assertEquals(2, result.exitCode(), result.output());
        assertEquals(1, result.output().lines().count(), result.output());
        assertTrue(result.output().contains("operator.console=1") && result.output().contains(why), result.output());
    }

    private HttpResponse<String> gogo(String command, String password) throws Exception {
        return post(port, "command=" + command, password);
    }

    private static HttpResponse<String> ask(int port, String path, String password, String... header) throws Exception {
        return send(port, path, password, HttpRequest.newBuilder().GET(), header);
    }

    private static HttpResponse<String> post(int port, String form, String password, String... header) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder().header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form));
        return send(port, "/system/console/gogo", password, request, header);
    }

    private static HttpResponse<String> send(int port, String path, String password, HttpRequest.Builder request, String... header) throws Exception {
        request.uri(URI.create("http://127.0.0.1:" + port + path)).version(HttpClient.Version.HTTP_1_1);
        if (password != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("operator:" + password).getBytes(StandardCharsets.UTF_8)));
        }
        if (header.length > 0) {
            request.headers(header);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean connects(String address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }
}
