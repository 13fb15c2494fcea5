package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Hashes;
import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Templates that the county's administrator chooses, and what is laid out by them. */
class TemplatesTest {
    private static final String LETTER = "/templates/transfer/letter";
    private final Api api = new Api();

    private static byte[] docx(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<document><body><p><r><t>" + text + "</t></r></p></body></document>").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Answer put(String user, String query, byte[] file) {
        return api.send("PUT", LETTER + query, user, Map.of("Content-Type", DocumentsResource.DOCX), file);
    }

    private JsonNode letter() {
        return StreamSupport.stream(api.get("a-admin", "/templates").json().spliterator(), false)
                .filter(t -> t.at("/procedure/id").asText().equals("transfer") && t.get("paper").asText().equals("letter")).findFirst().orElseThrow();
    }

    @Test
    void anUpload_isUsedForTheNextDocument_andTheFormerOnesStay() throws Exception {
        String path = "/matters/" + api.opened("a").get("id").asText() + "/documents";
        api.send("PUT", "/organs/a-town/numbering", "a-admin", Map.of("Content-Type", "application/json"), "{\"template\":\"凤{文种}〔{年}〕{号}号\"}".getBytes(StandardCharsets.UTF_8));
        assertEquals("platform", letter().get("origin").asText());
        JsonNode before = api.post("a-zhang", path, "{\"kind\":\"letter\",\"version\":1}").json().at("/issued/0");
        byte[] first = api.get("a-zhang", path + "/" + before.get("id").asText()).bytes();

        byte[] own = docx("{{文号}}{{正文}}{{facts}}");
        Answer chosen = put("a-admin", "?seen=0", own);
        assertEquals(200, chosen.status(), chosen.toString());
        assertEquals("county", chosen.json().get("origin").asText());
        assertArrayEquals(own, api.get("a-admin", LETTER).bytes());

        JsonNode after = api.post("a-zhang", path, "{\"kind\":\"letter\",\"version\":2}").json().at("/issued/1");
        assertEquals("本辖区上传 第1版 " + Hashes.sha256(own).substring(0, 12), after.get("template").asText());
        assertNotEquals(before.get("template"), after.get("template"));
        assertArrayEquals(first, api.get("a-zhang", path + "/" + before.get("id").asText()).bytes());

        assertEquals("template-changed", put("a-admin", "?seen=0", own).code());
        assertEquals("platform", api.send("DELETE", LETTER + "?seen=1", "a-admin", Map.of(), new byte[0]).json().get("origin").asText());
        assertEquals(2, letter().get("history").size());
        assertArrayEquals(own, api.get("a-admin", LETTER + "?version=1").bytes(), "kept");
    }

    @Test
    void aPreview_showsASampleAndKeepsNothing() throws Exception {
        Answer sample = put("a-admin", "?preview=true", docx("{{文号}}{{标题}}"));
        assertEquals(200, sample.status(), sample.toString());
        assertTrue(new String(sample.bytes(), StandardCharsets.UTF_8).contains("关于示例事项的案件移送函"), "under the county's own name");
        assertEquals(0, letter().get("history").size());
    }

    @Test
    void whatCanNotBeUsed_isRefusedWithTheReason() throws Exception {
        Answer unknown = put("a-admin", "?seen=0", docx("{{文号}}{{正交}}"));
        assertEquals("unfit-template", unknown.code());
        assertTrue(unknown.json().get("detail").asText().contains("是否想写 {{正文}}"), unknown.toString());
        assertTrue(put("a-admin", "?seen=0", docx("{{正文}}")).json().get("detail").asText().contains("{{文号}}"));
        assertEquals("unfit-template", put("a-admin", "?seen=0", "no zip".getBytes(StandardCharsets.UTF_8)).code());
        assertEquals("unfit-template", put("a-admin", "?seen=0", new byte[2 << 20]).code());
        assertEquals(0, letter().get("history").size());
    }

    @Test
    void onlyTheCountysAdministrator_seesAndChanges() throws Exception {
        assertEquals(403, api.get("a-zhang", "/templates").status());
        assertEquals(403, put("a-zhang", "?seen=0", docx("{{文号}}{{正文}}")).status());
        assertEquals("unknown-paper", api.get("a-admin", "/templates/transfer/nothing").code());
        put("a-admin", "?seen=0", docx("{{文号}}{{正文}}"));
        assertEquals(0, api.get("b-admin", "/templates").json().findValues("own").size(), "another county's are its own");
    }
}
