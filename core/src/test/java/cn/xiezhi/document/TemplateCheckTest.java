package cn.xiezhi.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates from outside: what a county's secretary gets wrong, and what somebody hostile might send. */
class TemplateCheckTest {
    private static final Set<String> FIELDS = Set.of("facts", "contact");
    private static final String BODY = "<w:p><w:r><w:t>{{正文}}</w:t></w:r></w:p>";

    private static List<String> problems(byte[] docx) {
        return TemplateCheck.problems(docx, FIELDS, false);
    }

    private static void refused(String reason, byte[] docx) {
        List<String> problems = problems(docx);
        assertTrue(problems.stream().anyMatch(p -> p.contains(reason)), problems.toString());
    }

    @Test
    void standardFieldsAndTheMattersOwn_mayStandAnywhere_evenInPieces() {
        assertEquals(List.of(), problems(WordFiles.docx("{{标题}}", "事实：{{facts}}，联系人{{contact}}。")));
        assertEquals(List.of(), problems(WordFiles.with("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{正</w:t></w:r><w:r><w:t>文}}</w:t></w:r></w:p>", Map.of())));
        assertEquals(List.of(), problems(WordFiles.with(BODY, Map.of("word/header1.xml", "<hdr><p><r><t>{{发文机关标志}}</t></r></p></hdr>"))));
        assertEquals(List.of(), problems(WordFiles.with(BODY + "<w:p><w:fldSimple w:instr=\" PAGE \\* MERGEFORMAT \"/></w:p>".replace("\\* MERGEFORMAT", ""), Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"{{正交}},是否想写 {{正文}}？", "{{fact}},是否想写 {{facts}}？", "{{complainant}},不认识的字段 {{complainant}}", "{{?facts}},不认识的字段", "{{@facts}},不认识的字段",
        "{{#正文}},不认识的字段", "{{+facts}},不认识的字段", "{{facts,没有写完整", "只有文字,没有填写内容的字段", "{{文号}},没有填写内容的字段"})
    void aWrongField_isNamed(String text, String reason) {
        refused(reason, WordFiles.docx(text));
    }

    @Test
    void aPaperWithANumber_mustShowIt() {
        assertEquals(List.of("这种文书有文号，模板中须有字段 {{文号}}"), TemplateCheck.problems(WordFiles.docx("{{正文}}"), FIELDS, true));
        assertEquals(List.of(), TemplateCheck.problems(WordFiles.docx("{{文号}}", "{{正文}}"), FIELDS, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin", "word/charts/chart1.xml", "word/x.exe", "word/afchunk.html"})
    void programsAndFilesInside_areRefused(String part) {
        refused("含有宏、程序", WordFiles.with(BODY, Map.of(part, "x")));
    }

    @Test
    void whatReachesOutside_isRefused() {
        refused("引用了文件以外的内容", WordFiles.with(BODY, Map.of("word/_rels/document.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"t\" Target=\"http://example.org/x.png\" TargetMode=\"External\"/></Relationships>")));
        refused("域代码（INCLUDETEXT）", WordFiles.with(BODY + "<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT \"/etc/passwd\"</w:instrText></w:r></w:p>", Map.of()));
        refused("域代码（DDEAUTO）", WordFiles.with(BODY + "<w:fldSimple w:instr=\"DDEAUTO c x\"/>", Map.of()));
        refused("字段只能写在文字里", WordFiles.with(BODY + "<w:docPr w:descr=\"{{@facts}}\"/>", Map.of()));
        refused("含有宏", WordFiles.with(BODY, Map.of("word/more.xml", "<x ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>")));
    }

    @Test
    void aPartUnderAnotherName_isNotPassedOver() {
        String relation = "<Relationships><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/></Relationships>";
        refused("不能检查的部分（word/evil.bin）", WordFiles.with(BODY, Map.of("_rels/.rels", relation.formatted("officeDocument", "word/evil.bin"), "word/evil.bin", "<a/>")));
        refused("不能检查的部分（page.xml）", WordFiles.with(BODY, Map.of("word/_rels/document.xml.rels", relation.formatted("aFChunk", "page.xml"), "word/page.xml", "<html/>")));
        refused("引用了文件以外的内容", WordFiles.with(BODY, Map.of("word/_rels/document.xml.RELS", "<Relationships><Relationship Target=\"http://example.org/t.xml\" TargetMode=\"External\"/></Relationships>")));
        refused("域代码（INCLUDETEXT）", WordFiles.with(BODY, Map.of("word/header1.XML", "<hdr><p><r><instrText>INCLUDETEXT \"/etc/passwd\"</instrText></r></p></hdr>")));
        assertEquals(List.of(), problems(WordFiles.with(BODY, Map.of("word/_rels/document.xml.rels", relation.formatted("image", "media/seal.png"), "word/media/seal.png", "x"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<v:imagedata src=\"http://example.org/x.png\"/>", "<v:imagedata o:href=\"\\\\example.org\\x.png\"/>", "<v:fill o:althref=\"file:///etc/passwd\"/>",
        "<v:shape href=\"http://example.org/\"/>", "<x embeddedHtml=\"&lt;iframe/>\"/>"})
    void picturesThatAreFetchedFromElsewhere_areRefused(String drawing) {
        refused("引用了文件以外的内容", WordFiles.with(BODY + "<w:p><w:r><w:pict xmlns:v=\"urn:v\" xmlns:o=\"urn:o\">" + drawing + "</w:pict></w:r></w:p>", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(value = {"word/media/a.svg|anything", "word/media/a.png|<svg xmlns='http://www.w3.org/2000/svg'><image href='http://example.org/x'/></svg>",
        "word/media/a.emf|  <?xml version='1.0'?><svg/>"}, delimiter = '|')
    void drawingsWrittenAsText_areRefused_whateverTheyAreCalled(String part, String content) {
        refused("矢量图片", WordFiles.with(BODY, Map.of(part, content)));
    }

    @Test
    void aSourceOfMailMerge_isRefused() {
        refused("邮件合并", WordFiles.with(BODY, Map.of("word/settings.xml", "<w:settings xmlns:w=\"urn:w\"><w:mailMerge><w:connectString w:val=\"x\"/></w:mailMerge></w:settings>")));
    }

    @Test
    void hostileXmlAndHostileZips_areRefused() {
        refused("", WordFiles.with(BODY, Map.of("word/a.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")));
        refused("不能读取", WordFiles.with(BODY, Map.of("word/a.xml", "<a><b></a>")));
        refused("解压后过大", WordFiles.with(BODY, Map.of("word/a.xml", " ".repeat(17 << 20))));
        refused("文件名不合法", WordFiles.with(BODY, Map.of("../../a.xml", "<a/>")));
        refused("超过 1 MiB", new byte[TemplateCheck.MOST + 1]);
        refused("不是 Word 文档", new byte[] {1, 2, 3});
        byte[] whole = WordFiles.docx("{{正文}}");
        assertTrue(!problems(Arrays.copyOf(whole, whole.length / 3)).isEmpty(), "half a file");
    }
}
