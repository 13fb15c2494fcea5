package cn.xiezhi.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.document.Block;
import cn.xiezhi.document.Content;
import cn.xiezhi.document.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class DocxTest {
    private static final String RARE = "𠮷𬱖";

    private final Docx docx = new Docx();

    private static Content content(Form form, String text) {
        return new Content(form, "凤凰镇人民政府", Optional.of("凤移〔2026〕12号"), "关于" + text + "的移送函", Optional.of("综合行政执法局"),
                List.of(new Block.Paragraph(text), new Block.Heading("一、情况"), new Block.Table(List.of("序号", "名称"), List.of(List.of("1", text)), List.of(1, 4))),
                List.of("移送材料.pdf", text), List.of("凤凰镇人民政府"), LocalDate.of(2026, 3, 5), "凤凰镇人民政府", List.of("司法局"), Map.of("facts", "第一行\n" + RARE));
    }

    private byte[] set(Content content) {
        return docx.docx(content, docx.template(content.form()));
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static Document xml(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private String text(Content content) throws Exception {
        return xml(parts(set(content)).get("word/document.xml")).getDocumentElement().getTextContent();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyPart_isWellFormed_andNamedInTheListOfContents(Form form) throws Exception {
        Map<String, byte[]> parts = parts(set(content(form, RARE)));
        String listed = new String(parts.get("[Content_Types].xml"), "UTF-8");
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            xml(part.getValue());
            assertTrue(!part.getKey().startsWith("word/") || part.getKey().endsWith(".rels") || listed.contains("\"/" + part.getKey() + "\""), part.getKey());
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everythingThatIsSaid_standsInTheFile_alsoCharactersOutsideTheBasicPlane(Form form) throws Exception {
        String text = text(content(form, RARE));
        for (String said : List.of("关于" + RARE + "的移送函", "一、情况", "附件：1. 移送材料.pdf", "2. " + RARE, "抄送：司法局。", "2026年3月5日")) {
            assertTrue(text.contains(said), said + " not in " + text);
        }
        assertTrue(text.contains("凤移〔2026〕12号"), text);
        assertFalse(text.contains("{{"), text);
        assertEquals(form != Form.LETTER, text.contains("2026年3月5日印发"), "below the copies (GB/T 9704 §7.4.2), but not in a letter (§10.1): " + text);
    }

    @Test
    void sameContent_givesTheSameBytes() {
        assertArrayEquals(set(content(Form.LETTER, RARE)), set(content(Form.LETTER, RARE)));
    }

    @Test
    void whatXmlCanNotHold_isShownAsUnreadable_andMarkupStaysText() throws Exception {
        String text = text(content(Form.LETTER, "甲\u0000\u000B\uFFFE<w:br/>&amp;{{x}}"));
        assertTrue(text.contains("甲\uFFFD\uFFFD\uFFFD<w:br/>&amp;{{x}}"), text);
    }

    @Test
    void manyRows_keepTheTablesHeadOnEveryPage() throws Exception {
        List<List<String>> rows = IntStream.range(0, 500).mapToObj(i -> List.of("" + i, "名称")).toList();
        Content content = new Content(Form.ORDINARY, "局", Optional.empty(), "清单", Optional.empty(), List.of(new Block.Table(List.of("序号", "名称"), rows, List.of(1, 4))), List.of(),
                List.of(), LocalDate.of(2026, 3, 5), "局", List.of(), Map.of());
        Document document = xml(parts(set(content)).get("word/document.xml"));
        assertEquals(1, document.getElementsByTagNameNS("*", "tblHeader").getLength());
        assertEquals(501, document.getElementsByTagNameNS("*", "tr").getLength());
        assertFalse(document.getDocumentElement().getTextContent().contains("2026年"), "nobody signs it here");
    }
}
