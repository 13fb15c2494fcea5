package cn.xiezhi.spreadsheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.sheet.SheetException;
import cn.xiezhi.sheet.SheetException.Fault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables out and in; what comes in may be anything. */
class XlsxTest {
    private final Xlsx xlsx = new Xlsx();

    private List<List<String>> rows(byte[] file) throws SheetException {
        return xlsx.read(file, 100, 10).rows();
    }

    private SheetException refused(byte[] file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(SheetException.class, () -> xlsx.read(file, 20_000, 20)));
    }

    @Test
    void whatIsWritten_comesBackCharacterByCharacter() throws SheetException {
        List<List<String>> rows = List.of(List.of("编号", "名称", "起"), List.of("007", "𠮷村🐂 <a> & \"b\"\n第二行", "2026-11-21"), List.of("", "", "  前后空格  "),
                List.of("1.50", "142724198001011234"));
        Sheet back = xlsx.read(xlsx.write(List.of(new Sheet("执法事项", rows))), 100, 10);
        assertEquals(new Sheet("执法事项", rows), back);
    }

    /** CSV injection: a name that begins like a formula must be a name still when a clerk opens the file. */
    @Test
    void textThatBeginsLikeAFormula_isTypedAsText() throws SheetException, IOException {
        List<String> hostile = List.of("=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1");
        byte[] file = xlsx.write(List.of(new Sheet("表", List.of(hostile))));
        assertEquals(List.of(hostile), rows(file));
        String sheet = new String(Parts.of(file).open("xl/worksheets/sheet1.xml").readAllBytes(), StandardCharsets.UTF_8);
        assertFalse(sheet.contains("<f>") || sheet.contains("<f "), sheet);
        assertEquals(5, sheet.split("t=\"s\"", -1).length - 1, sheet);
    }

    @Test
    void columnOfNumbers_canBeReckonedWith_andHoldsTextWhereItIsNone() throws SheetException, IOException {
        List<List<String>> rows = List.of(List.of("件数", "编号"), List.of("12", "12"), List.of("-0.5", ""), List.of("=1+1", ""), List.of("1e9", ""), List.of("", ""));
        byte[] file = xlsx.write(List.of(new Sheet("表", rows, Set.of(0))));
        assertEquals(List.of("件数", "12", "-0.5", "=1+1", "1e9"), rows(file).stream().map(r -> r.get(0)).toList());
        String sheet = new String(Parts.of(file).open("xl/worksheets/sheet1.xml").readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(sheet.contains("<v>-0.5</v>"), sheet);
        assertEquals(5, sheet.split("t=\"s\"", -1).length - 1, "both headings, the number in the column of texts, and what is no plain number: " + sheet);
        assertFalse(sheet.contains("<f>"), sheet);
    }

    @Test
    void numbersDatesAndTruthValues_becomeTheTextThatPeopleSee() throws SheetException {
        byte[] file = Package.of("<row r=\"1\"><c r=\"A1\"><v>12</v></c><c r=\"B1\"><v>1.2E3</v></c><c r=\"C1\"><v>0.30000000000000004</v></c>"
                + "<c r=\"D1\" s=\"1\"><v>46347</v></c><c r=\"E1\" s=\"2\"><v>46347</v></c><c r=\"F1\" s=\"1\"><v>46347.5</v></c><c r=\"G1\" t=\"b\"><v>1</v></c>"
                + "<c r=\"I1\" t=\"inlineStr\"><is><r><t>凤</t></r><r><t>凰</t></r><rPh sb=\"0\" eb=\"1\"><t>feng</t></rPh></is></c></row>")
                .part("xl/styles.xml", "<styleSheet" + Package.MAIN + "><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"177\" formatCode=\"0&quot;day&quot;\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"177\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>").bytes();
        assertEquals(List.of(List.of("12", "1200", "0.3", "2026-11-21", "2026-11-21", "2026-11-21T12:00", "是", "", "凤凰")), rows(file));
    }

    @Test
    void daysFrom1904_areCountedFromThere() throws SheetException {
        byte[] file = Package.of("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44885</v></c></row>")
                .part("xl/workbook.xml", "<workbook" + Package.MAIN + "><workbookPr date1904=\"1\"/><sheets><sheet name=\"隐藏\" r:id=\"rId9\" state=\"hidden\"/><sheet name=\"表\" r:id=\"rId1\"/></sheets></workbook>")
                .part("xl/styles.xml", "<styleSheet" + Package.MAIN + "><cellXfs><xf numFmtId=\"31\"/></cellXfs></styleSheet>").bytes();
        assertEquals(List.of(List.of("2026-11-21")), rows(file));
    }

    @Test
    void formulasAndErrors_areRefusedCellByCell() {
        byte[] file = Package.of("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>WEBSERVICE(\"http://x\")</f><v>a</v></c></row>"
                + "<row r=\"3\"><c r=\"AA3\" t=\"e\"><v>#REF!</v></c><c r=\"AB3\"><v>142724198001011234</v></c><c r=\"AC3\"><v>1E99</v></c></row>").bytes();
        SheetException refused = assertThrows(SheetException.class, () -> xlsx.read(file, 10, 40));
        assertEquals(List.of("A1", "B1", "AA3", "AB3", "AC3"), refused.faults().stream().map(Fault::cell).toList());
        assertTrue(refused.faults().get(0).message().contains("公式") && refused.faults().get(2).message().contains("错误值"), refused.faults().toString());
        assertTrue(refused.faults().get(3).message().contains("15 位"), refused.faults().toString());
    }

    @Test
    void blankRowsAndFormattedButEmptyColumns_areNoContent() throws SheetException {
        StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        IntStream.rangeClosed(2, 50_000).forEach(r -> rows.append("<row r=\"").append(r).append("\"><c r=\"XFD").append(r).append("\" s=\"1\"/></row>"));
        assertEquals(List.of(List.of("1")), rows(Package.of(rows.toString()).bytes()));
        assertEquals(List.of(), rows(xlsx.write(List.of(new Sheet("空", List.of())))));
    }

    @Test
    void aHundredThousandRows_areRefusedQuicklyWithTheLimit() {
        List<List<String>> rows = Collections.nCopies(100_000, List.of("320101", "张三", "城关镇"));
        byte[] file = xlsx.write(List.of(new Sheet("表", rows)));
        assertTrue(refused(file).getMessage().contains("20000 行（含首行）"));
    }

    @Test
    void contentBesideTheColumns_isNamed() {
        SheetException refused = refused(Package.of("<row r=\"1\"><c r=\"AZ1\"><v>1</v></c></row>").bytes());
        assertEquals("AZ1", refused.faults().get(0).cell());
    }

    /** Some write the size of what follows as a lie, some a number that becomes the size of a list. */
    @Test
    void bombs_areRefusedBeforeTheyAreUnpacked() {
        assertTrue(refused(Package.bomb("xl/worksheets/sheet1.xml", "<worksheet>", 300L << 20)).getMessage().contains("过大"));
        refused(Package.bomb("xl/media/picture.png", "", 300L << 20));
        refused(Package.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>").bytes());
        refused(Package.of("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>").bytes());
        refused(Package.of("<row r=\"1999999999\"><c><v>1</v></c><c r=\"A7\"><v>1</v></c></row>").bytes());
        refused(Package.of("<row r=\"1\"><c r=\"A1\"><v>1e999999999</v></c></row>").bytes());
        refused(Package.of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "长".repeat(40_000) + "</t></is></c></row>").bytes());
        assertTrue(refused(Package.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").part("xl/sharedStrings.xml", "<sst>" + "<si><t/></si>".repeat(600_000) + "</sst>").bytes())
                .getMessage().contains("500000 段"));
        Package many = Package.of("");
        IntStream.range(0, 5000).forEach(i -> many.part("x" + i, ""));
        refused(many.bytes());
    }

    @Test
    void entities_areNotResolved() {
        Package file = Package.of("");
        file.part("xl/worksheets/sheet1.xml", "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet" + Package.MAIN
                + "><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>");
        refused(file.bytes());
        file.part("xl/worksheets/sheet1.xml", "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>");
        refused(file.bytes());
    }

    @Test
    void whatIsNoXlsx_isRefusedWithWhatToDo() {
        assertTrue(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}).getMessage().contains(".xls"));
        assertTrue(refused("编号,名称".getBytes(Charset.forName("GB18030"))).getMessage().contains("不是 .xlsx"));
        assertTrue(refused(new byte[0]).getMessage().contains("不是 .xlsx"));
        byte[] good = xlsx.write(List.of(new Sheet("表", List.of(List.of("a")))));
        for (int length = 4; length < good.length; length += 97) {
            byte[] cut = Arrays.copyOf(good, length);
            try {
                xlsx.read(cut, 10, 10);
            } catch (SheetException e) {
                assertFalse(e.getMessage().isBlank());
            }
        }
        refused(new Package().part("word/document.xml", "<x/>").bytes());
        refused(Package.of("<row r=\"1\"><c r=\"A1\"><v>1</c></row>").bytes());
        Package latin = Package.of("");
        latin.parts.put("xl/worksheets/sheet1.xml", new byte[] {'<', 'a', '>', (byte) 0xC3, 0x28, '<', '/', 'a', '>'});
        refused(latin.bytes());
    }

    @Test
    void cells_areCalledWhatTheSpreadsheetCallsThem() {
        assertEquals(List.of("A1", "Z1", "AA1", "AZ9", "BA1", "ZZ1", "AAA1"), List.of(Sheet.cell(0, 0), Sheet.cell(0, 25), Sheet.cell(0, 26), Sheet.cell(8, 51), Sheet.cell(0, 52),
                Sheet.cell(0, 701), Sheet.cell(0, 702)));
    }
}
