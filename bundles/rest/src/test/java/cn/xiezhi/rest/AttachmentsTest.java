package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that people hand in, friendly and hostile. */
class AttachmentsTest {
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final Api api = new Api();
    private final JsonNode matter = api.opened("a");

    private Answer upload(String name, String query, String type, byte[] bytes) {
        Map<String, String> headers = new HashMap<>();
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        return api.send("POST", "/matters/" + matter.get("id").asText() + "/attachments?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&version=1" + query, "a-zhang", headers, bytes);
    }

    private static byte[] zip(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void anAttachedLetterFillsItsSlotAndComesBackByteForByte() {
        Answer added = upload("移送函.pdf", "&slot=letter&pages=3", "application/pdf", PDF);
        assertEquals(201, added.status(), added.toString());
        JsonNode file = added.json().at("/attachments/0");
        assertEquals("案件移送函", file.get("slotName").asText());
        assertEquals(3, file.get("pages").asInt());
        assertEquals("张三", file.at("/addedBy/name").asText());
        assertEquals(file.get("id"), added.json().at("/materials/0/attached/0"));
        assertEquals(2, added.json().get("version").asInt());
        assertEquals("添加材料", added.json().at("/ledger/1/actionName").asText());
        Answer back = api.get("a-li", "/matters/" + matter.get("id").asText() + "/attachments/" + file.get("id").asText());
        assertArrayEquals(PDF, back.bytes());
        assertEquals("application/pdf", back.headers().get("Content-Type"));
        assertEquals("attachment; filename*=UTF-8''%E7%A7%BB%E9%80%81%E5%87%BD.pdf", back.headers().get("Content-Disposition"));
        assertEquals("nosniff", back.headers().get("X-Content-Type-Options"));
        assertTrue(back.headers().get("Content-Security-Policy").startsWith("sandbox"));
    }

    private Answer viewed(String name, String type, byte[] bytes) {
        JsonNode added = upload(name, "", type, bytes).json();
        return api.get("a-li", "/matters/" + matter.get("id").asText() + "/attachments/" + added.at("/attachments/0/id").asText() + "?view=true");
    }

    @Test
    void aPdfIsShownInPlace_withoutAnOrigin_andInNobodyElsesFrame() {
        Answer pdf = viewed("x.pdf", "application/pdf", "%PDF-1.7\n<script>alert(1)</script>/JS (app.alert(1))\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertEquals("inline; filename*=UTF-8''x.pdf", pdf.headers().get("Content-Disposition"));
        assertEquals("sandbox; default-src 'none'; frame-ancestors 'self'", pdf.headers().get("Content-Security-Policy"));
        assertEquals("SAMEORIGIN", pdf.headers().get("X-Frame-Options"));
        assertEquals("nosniff", pdf.headers().get("X-Content-Type-Options"));
        assertEquals("application/pdf", pdf.headers().get("Content-Type"));
    }

    @Test
    void whatABrowserCouldTakeForAPageIsOnlyEverDownloaded() {
        for (String page : new String[] {"<html><script>alert(1)</script>", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"}) {
            assertEquals("wrong-type", upload("x.html", "", "text/html", page.getBytes(StandardCharsets.UTF_8)).code());
            assertEquals("wrong-type", upload("x.svg", "", "image/svg+xml", page.getBytes(StandardCharsets.UTF_8)).code());
        }
        Answer text = viewed("x.svg", "text/plain", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8));
        assertTrue(text.headers().get("Content-Disposition").startsWith("attachment;"), text.headers().toString());
        assertEquals("text/plain", text.headers().get("Content-Type"));
        assertEquals("DENY", text.headers().get("X-Frame-Options"));
        assertEquals("bad-parameter", api.get("a-li", "/matters/" + matter.get("id").asText() + "/attachments/x?view=maybe").code());
    }

    @Test
    void aFileOverTheLimitIsRefusedByItsLengthAndByItsBytes() {
        byte[] big = Arrays.copyOf(PDF, Api.MAX_UPLOAD + 1);
        Answer answer = upload("x.pdf", "", "application/pdf", big);
        assertEquals(413, answer.status());
        assertEquals("too-large", answer.code());
        assertTrue(answer.json().get("detail").asText().contains("4096 字节"), answer.toString());
        Answer announced = api.send("POST", "/matters/" + matter.get("id").asText() + "/attachments?name=x.pdf&version=1", "a-zhang",
                Map.of("Content-Type", "application/pdf", "Content-Length", "999999999999"), PDF);
        assertEquals(413, announced.status());
    }

    @Test
    void whatIsNotWhatItSaysIsRefused() {
        assertEquals("wrong-type", upload("x.pdf", "", "application/pdf", "MZ\0\1".getBytes(StandardCharsets.ISO_8859_1)).code());
        assertEquals("wrong-type", upload("x.png", "", "image/png", PDF).code());
        assertEquals("wrong-type", upload("x.zip", "", "application/zip", zip("a.txt")).code());
        assertEquals("wrong-type", upload("x.html", "", "text/html", "<p>".getBytes()).code());
        assertEquals("wrong-type", upload("x.bin", "", "application/octet-stream", zip("a.txt")).code());
        assertEquals("empty-file", upload("x.pdf", "", "application/pdf", new byte[0]).code());
        assertEquals(201, upload("x.pdf", "", "application/octet-stream", PDF).status());
    }

    @Test
    void kindsAreKnownByTheirContent() {
        assertEquals(Optional.of(FileType.DOCX), FileType.of(zip("[Content_Types].xml", "word/document.xml")));
        assertEquals(Optional.of(FileType.XLSX), FileType.of(zip("[Content_Types].xml", "xl/workbook.xml")));
        assertEquals(Optional.empty(), FileType.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));
        assertEquals(Optional.empty(), FileType.of(Arrays.copyOf(zip("[Content_Types].xml", "word/document.xml"), 60)));
        assertEquals(Optional.of(FileType.TXT), FileType.of("𠮷野家，笔录".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.of(FileType.TXT), FileType.of("笔录".getBytes(Charset.forName("GB18030"))));
        assertEquals(Optional.empty(), FileType.of(new byte[] {(byte) 0xFF, 0}));
        assertEquals(Optional.of(FileType.MP4), FileType.of("\0\0\0\24ftypisom\0\0".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void hostileNamesBecomeHarmless() {
        assertEquals("passwd.pdf", FileName.of("../../etc/passwd", FileType.PDF));
        assertEquals("x.pdf", FileName.of("C:\\temp\\x.pdf", FileType.PDF));
        assertEquals("evilfdp.exe.pdf", FileName.of("evil\u202Efdp.exe", FileType.PDF));
        assertEquals("ab.pdf", FileName.of("a\r\n\0b.pdf", FileType.PDF));
        assertEquals("未命名.pdf", FileName.of("../..", FileType.PDF));
        assertEquals("a_b_.PDF", FileName.of("a\"b?.PDF", FileType.PDF));
        assertEquals(200, FileName.of("函".repeat(999) + ".pdf", FileType.PDF).length());
        assertTrue(FileName.of("𠮷".repeat(999), FileType.PDF).endsWith("𠮷.pdf"));
        assertEquals("attachment; filename*=UTF-8''a%22%3B%20b.pdf", FileName.disposition("a\"; b.pdf"));
    }

    @Test
    void badParametersAndUnknownSlotsAreNamed() {
        assertEquals("missing-parameter", upload("", "", "application/pdf", PDF).code());
        assertEquals("bad-parameter", upload("x.pdf", "&pages=-1", "application/pdf", PDF).code());
        assertEquals("invalid-fields", upload("x.pdf", "&slot=nowhere", "application/pdf", PDF).code());
        assertEquals("unknown-attachment", api.get("a-zhang", "/matters/" + matter.get("id").asText() + "/attachments/none").code());
    }
}
