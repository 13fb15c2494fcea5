package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.acceptance.Product.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules for a new county on the command line of the installed product, which does not run meanwhile. */
class PolicyCommandTest {
    @TempDir
    Path folder;

    private Product product;
    private Path rules;
    private Path jar;

    @BeforeEach
    void unpack() throws Exception {
        product = Product.unpack(folder);
        rules = folder.resolve("fenghe");
        jar = folder.resolve("fenghe.jar");
    }

    @Test
    void fromNothingToATrustedJar_andATamperedOneRefused() throws Exception {
        String password = Files.writeString(folder.resolve("password"), "some secret").toString();
        assertSays(0, "已生成", "new", "fenghe", rules.toString(), "--name", "丰河县", "--division", "140999");
        assertSays(0, "通过  辖区 fenghe 的规则 0.1+", "check", rules.toString());
        assertSays(0, "已打包", "pack", rules.toString(), "-o", jar.toString());
        assertSays(1, "没有签名", "verify", jar.toString());
        assertSays(0, "丰河县司法局.cer", "key", "丰河县司法局", "--folder", folder.toString(), "--password-file", password);
        assertSays(0, "已签名", "sign", jar.toString(), "--keystore", folder.resolve("丰河县司法局.p12").toString(), "--password-file", password);
        assertSays(1, "不受信任", "verify", jar.toString());
        Path trust = Files.createDirectories(product.install().resolve("config/trust"));
        Files.copy(folder.resolve("丰河县司法局.cer"), trust.resolve("fenghe.cer"));
        assertSays(0, "受信任", "verify", jar.toString());
        Map<String, byte[]> entries = PolicyJar.signedEntries(jar);
        entries.put(PolicyJar.POLICY, new String(entries.get(PolicyJar.POLICY), StandardCharsets.UTF_8).replace("version: \"0.1\"", "version: \"0.2\"").getBytes(StandardCharsets.UTF_8));
        assertSays(1, "不接受  签名无效", "verify", PolicyJar.write(folder.resolve("tampered.jar"), entries).toString());
    }

    @Test
    void aSlip_isNamed_andNothingIsPacked() throws Exception {
        assertSays(0, "已生成", "new", "fenghe", rules.toString());
        Path policy = rules.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("normal: {count: promptly", "normal: {count: prompt"));
        assertSays(1, "不认识“prompt”；是否想写 promptly？", "check", rules.toString());
        assertSays(1, "没有打包", "pack", rules.toString(), "-o", jar.toString());
        assertTrue(Files.notExists(jar));
    }

    /** Every county's rules pass by the command of the product that ships them; with the warnings that a lawyer would expect. */
    @Test
    void shippedRulesPass_andHualongIsToldOfItsProvincesRule() throws Exception {
        for (String county : County.ALL) {
            assertSays(0, "通过  辖区 " + county, "check", product.install().resolve("jurisdictions/xiezhi.policy." + county + ".jar").toString());
        }
        assertSays(0, "依据：《河南省行政执法条例》第十九条", "check", product.install().resolve("jurisdictions/xiezhi.policy.hualong.jar").toString());
    }

    @Test
    void schemasAreShipped_andWhatEveryKeyMeans() throws Exception {
        assertTrue(Files.readString(product.install().resolve("schema/policy.json")).contains("\"transfer.send\""));
        assertTrue(Files.readString(product.install().resolve("schema/README.md")).contains("workingDaysBefore"));
    }

    private void assertSays(int code, String part, String... arguments) throws Exception {
        Result result = product.command(Stream.concat(Stream.of("policy"), Stream.of(arguments)).toArray(String[]::new));
        assertTrue(result.output().contains(part), result.output());
        assertEquals(code, result.exitCode(), result.output());
    }
}
