package cn.xiezhi.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void rulesHaveToBeSigned_unlessSomebodySaysOtherwise() throws Exception {
        assertFalse(read("", Map.of()).takesUnsignedRules());
        assertTrue(read("policies.signatures=optional", Map.of()).takesUnsignedRules());
        assertTrue(read("", Map.of("XIEZHI_SAMPLE", "true")).takesUnsignedRules(), "whoever tries the sample has no key");
        assertFalse(read("policies.signatures=required", Map.of("XIEZHI_SAMPLE", "true")).takesUnsignedRules(), "what was said counts for the sample too");
        assertFalse(read("policies.signatures=optional", Map.of("XIEZHI_POLICIES_SIGNATURES", "required")).takesUnsignedRules());
    }

    @Test
    void theLoader_isToldWhereTheCertificatesAre() throws Exception {
        String json = read("", Map.of()).toConfiguratorJson();
        assertTrue(json.contains("\"xiezhi.policies\":{\"signatures\":\"required\",\"trust\":" + Json.quote(folder.resolve("trust").toString())
                + ",\"status\":" + Json.quote("/data/run/rules.json") + ",\"staging\":" + Json.quote("/data/cache/staging") + "}"), json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policies.signatures=no", "policies.signatures=", "policies.signatures=Required", "operator.console=yes", "operator.port=0", "product.name=a\u0007b", "product.nam=x"})
    void whatCannotBe_isRefusedByItsName(String line) {
        Failure failure = assertThrows(Failure.class, () -> read(line, Map.of()));
        assertEquals(Failure.CONFIGURATION, failure.exitCode);
        assertTrue(failure.getMessage().contains(line.substring(0, line.indexOf('='))), failure.getMessage());
        assertTrue(failure.getMessage().codePoints().noneMatch(Character::isISOControl), failure.getMessage());
    }

    @Test
    void aName_isCountedInCharacters_notInPairsOfThem() throws Exception {
        assertTrue(read("product.name=" + "𠮷".repeat(40), Map.of()).toConfiguratorJson().contains("𠮷".repeat(40)));
        assertThrows(Failure.class, () -> read("product.name=" + "𠮷".repeat(41), Map.of()));
    }

    @Test
    void theConsole_isToldOfSampleData_onlyWhereThereIsSome() throws Exception {
        assertTrue(read("", Map.of("XIEZHI_SAMPLE", "true")).toConfiguratorJson().contains("\"xiezhi.console\":{\"name\":\"\",\"sample\":true}"));
        assertFalse(read("", Map.of("XIEZHI_SAMPLE", "false")).toConfiguratorJson().contains("sample"));
    }

    @Test
    void theOperatorsConsole_isNowhereUnlessSwitchedOn() throws Exception {
        Settings off = read("operator.passwordFile=not-there.txt", Map.of());
        assertTrue(off.operator().isEmpty());
        assertFalse(off.toConfiguratorJson().contains("operator"), off.toConfiguratorJson());

        Files.writeString(folder.resolve("word.txt"), "correct horse battery\n");
        String on = read("operator.console=1\noperator.passwordFile=word.txt", Map.of()).toConfiguratorJson();
        assertTrue(on.contains("\"org.apache.felix.http.host\":\"127.0.0.1\""), on);
        assertFalse(on.contains("correct horse"), "the password stays in its file");
    }

    @Test
    void mail_goesNowhereUnlessAServerIsNamed_andItsPasswordStaysInItsFile() throws Exception {
        assertTrue(read("", Map.of()).toConfiguratorJson().contains("\"mailHost\":\"\",\"mailPort\":587,\"mailSecurity\":\"starttls\""));
        Files.writeString(folder.resolve("mail.txt"), "correct horse battery\n");
        String on = read("mail.host=smtp.example.cn\nmail.from=xiezhi@example.cn\nmail.passwordFile=mail.txt\npublic.address=https://xiezhi.example.cn/", Map.of()).toConfiguratorJson();
        assertTrue(on.contains("\"mailPasswordFile\":" + Json.quote(folder.resolve("mail.txt").toAbsolutePath().toString())), on);
        assertFalse(on.contains("correct horse"), on);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.security=no", "mail.port=0", "mail.host=smtp.example.cn", "mail.host=smtp.example.cn\nmail.from=张", "public.address=xiezhi.example.cn", "public.address=javascript:alert(1)"})
    void aMailServerWithoutSender_orAnAddressThatIsNone_isRefused(String lines) {
        assertThrows(Failure.class, () -> read(lines, Map.of()));
    }

    private Settings read(String lines, Map<String, String> environment) throws Exception {
        Files.writeString(folder.resolve(Settings.FILE), lines);
        return Settings.read(folder, Path.of("/data"), environment);
    }
}
