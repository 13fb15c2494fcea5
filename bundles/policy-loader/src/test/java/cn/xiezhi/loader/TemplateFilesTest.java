package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates of a county's papers beside its rules. */
class TemplateFilesTest {
    private static final String LETTER = "templates/transfer-letter.docx";

    private static byte[] docx(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<document><p><t>" + text + "</t></p></document>").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static BundleFiles with(String name, byte[] docx) {
        Map<String, byte[]> files = new TreeMap<>(Samples.files(Map.of(BundleFiles.POLICY, Samples.POLICY, BundleFiles.EXAMPLES, Samples.EXAMPLES)).byName());
        files.put(name, docx);
        return new BundleFiles(files);
    }

    @Test
    void aTemplate_comesAlongWithTheRules() throws Exception {
        assertEquals(List.of(), Reading.of(with(LETTER, docx("{{文号}}{{正文}}{{facts}}"))).problems());
    }

    @Test
    void whatCanNotBeUsed_isRefusedWithTheWholeBundle() throws Exception {
        assertEquals(List.of("xiezhi/templates/transfer-letter.docx：不认识的字段 {{正交}}；是否想写 {{正文}}？"), Reading.of(with(LETTER, docx("{{文号}}{{正交}}"))).problems());
        List<String> misnamed = Reading.of(with("templates/transfer-leter.docx", docx("{{正文}}"))).problems();
        assertTrue(misnamed.get(0).contains("没有这种文书") && misnamed.get(0).contains("是否想写 templates/transfer-letter.docx？"), misnamed.toString());
        assertTrue(Reading.of(with("templates/sub/x.docx", docx("{{正文}}"))).problems().get(0).contains("没有这种文书"));
        assertTrue(Reading.of(with("templates/complaint-reply.docx", docx("{{文号}}{{complainant}}"))).problems().isEmpty(), "who may see the reply may see the name");
        assertTrue(Reading.of(with("templates/meeting-call.docx", docx("{{文号}}{{complainant}}"))).problems().get(0).contains("不认识的字段"));
    }

    @Test
    void aFolder_isReadWithItsTemplates_withoutWhatAWordProcessorLeaves(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("policy.yaml"), "x");
        Files.write(folder.resolve(LETTER), docx("{{正文}}"));
        Files.writeString(folder.resolve("templates/~$ansfer-letter.docx"), "lock");
        Files.writeString(folder.resolve("notes.txt"), "x");
        assertEquals(Set.of("policy.yaml", LETTER), BundleFiles.in(folder).byName().keySet());
    }
}
