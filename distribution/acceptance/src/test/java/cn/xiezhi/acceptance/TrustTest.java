package cn.xiezhi.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In production only rules count that are signed with a key whose certificate lies in {@code config/trust}. */
class TrustTest {
    @TempDir
    static Path folder;

    private static Product product;
    private static County ningwu;
    private static Path shipped;
    private static Signer trusted;
    private static Signer expired;
    private static Signer unknown;
    private static int number;

    @BeforeAll
    static void start() throws Exception {
        product = Product.unpack(folder).env("XIEZHI_SAMPLE", "true").env("XIEZHI_POLICIES_SIGNATURES", "required");
        trusted = new Signer(folder, "county-it", "-validity", "30");
        expired = new Signer(folder, "county-it-before", "-startdate", "-40d", "-validity", "10");
        unknown = new Signer(folder, "somebody", "-validity", "30");
        trusted.trustedBy(product);
        expired.trustedBy(product);
        product.start();
        ningwu = new County(product, "ningwu");
        shipped = Files.copy(product.jurisdictions().resolve(PolicyJar.NINGWU), folder.resolve("shipped.jar"));
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @Test
    void shippedRules_areSignedAndInForce() throws Exception {
        for (String county : County.ALL) {
            assertEquals("inForce", new County(product, county).inForce().path("status").asText(), county);
        }
        assertTrue(ningwu.person("admin").get("/rules/policy").expect(200).get("signed").asBoolean());
    }

    @Test
    void trustedSignature_isTakenAndNamed() throws Exception {
        taken();
        assertTrue(ningwu.person("admin").get("/node").expect(200).get("live").findValuesAsText("signer").toString().contains("county-it"));
    }

    @Test
    void unsignedRules_areRefused() throws Exception {
        refused(next(), "签名");
    }

    @Test
    void unknownSigner_isRefused() throws Exception {
        refused(unknown.signed(next()), "签名");
    }

    @Test
    void expiredSigner_isRefused() throws Exception {
        refused(expired.signed(next()), "有效期");
    }

    @Test
    void rulesChangedAfterSigning_areRefused() throws Exception {
        Path signed = trusted.signed(next());
        Map<String, byte[]> entries = PolicyJar.signedEntries(signed);
        entries.computeIfPresent(PolicyJar.POLICY, (name, bytes) -> text(bytes).replace("amount: 24", "amount: 48").getBytes(UTF_8));
        refused(PolicyJar.write(signed, entries), "签名");
    }

    @Test
    void fileAddedAfterSigning_isRefused() throws Exception {
        Path signed = trusted.signed(next());
        Map<String, byte[]> entries = PolicyJar.signedEntries(signed);
        entries.put("xiezhi/more.yaml", new byte[1]);
        refused(PolicyJar.write(signed, entries), "签名");
    }

    @Test
    void programNobodySigned_isRefused() throws Exception {
        Path jar = next();
        Map<String, byte[]> entries = PolicyJar.entries(jar);
        entries.put("evil/Activator.class", new byte[100]);
        entries.computeIfPresent(PolicyJar.MANIFEST, (name, bytes) -> (text(bytes).stripTrailing() + "\r\nBundle-Activator: evil.Activator\r\n\r\n").getBytes(UTF_8));
        refused(PolicyJar.write(jar, entries), "签名");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static void refused(Path jar, String why) throws Exception {
        String before = version();
        product.drop(jar, PolicyJar.NINGWU);
        List<String> told = Poll.until(why + " on the administrator's page", ningwu::troubles, t -> t.toString().contains(why));
        assertTrue(told.toString().contains("xiezhi.policy.ningwu"), told.toString());
        assertEquals(before, version());
        taken();
    }

    private static void taken() throws Exception {
        product.drop(trusted.signed(next()), PolicyJar.NINGWU);
        Poll.until("rules 1." + number, TrustTest::version, v -> v.startsWith("1." + number + "+"));
        Poll.until("a page without troubles", ningwu::troubles, List::isEmpty);
    }

    private static Path next() throws Exception {
        return PolicyJar.changed(shipped, folder.resolve("next.jar"), PolicyJar.days("1." + ++number, 3));
    }

    private static String version() throws Exception {
        return ningwu.inForce().path("policyVersion").asText();
    }
}
