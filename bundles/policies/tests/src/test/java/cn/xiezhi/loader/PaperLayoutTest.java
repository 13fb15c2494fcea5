package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.document.Block;
import cn.xiezhi.document.Content;
import cn.xiezhi.document.Form;
import cn.xiezhi.documents.Docx;
import cn.xiezhi.loader.Office.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What no county's sample shows: every length of text above the foot of the page, very long names, tables over pages. Pictures in {@code target/layout}. */
class PaperLayoutTest {
    private static final Docx DOCX = new Docx();
    private static final Path FOLDER = Path.of("target", "layout").toAbsolutePath();
    /** In points from the top: where GB/T 9704-2012 has the type area begin and end (37 mm, and 225 mm below), and a line. */
    private static final double TOP = 104;
    private static final double BOTTOM = 743;
    private static final double LINE = 29;
    private static final int MOST = 13;

    private static Content content(Form form, String title, List<Block> body, List<String> copies) {
        boolean minutes = form == Form.MINUTES;
        return new Content(form, "𠮷山镇人民政府", Optional.of("吉移〔2026〕12号"), title, minutes ? Optional.empty() : Optional.of("市场监督管理局"), body,
                minutes ? List.of() : List.of("移送材料"), minutes ? List.of() : List.of("𠮷山镇人民政府"), LocalDate.of(2026, 3, 5), "𠮷山镇人民政府", copies, Map.of());
    }

    private static List<Block> lines(int count) {
        return new ArrayList<>(Collections.nCopies(count, new Block.Paragraph("正文一行。")));
    }

    private static void write(String name, Content content) throws Exception {
        Files.write(FOLDER.resolve(name + ".docx"), DOCX.docx(content, DOCX.template(content.form())));
    }

    private static Word last(List<Word> words, String text) {
        return words.stream().filter(w -> w.text().contains(text)).reduce((a, b) -> b).orElseThrow(() -> new AssertionError(text + " is not in " + words));
    }

    @Test
    void whateverTheLength_thePageHoldsItWhereItBelongs() throws Exception {
        Files.createDirectories(FOLDER);
        for (Path old : Office.files(FOLDER, "")) {
            Files.delete(old);
        }
        List<String> many = IntStream.range(0, 45).mapToObj(i -> "第" + i + "街道办事处𠮷").toList();
        for (Form form : Form.values()) {
            for (int n = 1; n <= MOST; n++) {
                write(form + "-" + n, content(form, "关于某某案的移送函", lines(n), List.of("司法局", "人民检察院")));
            }
            write(form + "-many", content(form, "关于某某案的移送函", lines(3), many));
        }
        write("title", content(Form.LETTER, "关于" + "未取得许可从事食品生产".repeat(3) + "案的移送函", lines(2), List.of()));
        List<List<String>> rows = IntStream.rangeClosed(1, 80).mapToObj(i -> List.of("" + i, "材料𠮷" + i)).toList();
        write("table", new Content(Form.ORDINARY, "局", Optional.empty(), "清单", Optional.empty(), List.of(new Block.Table(List.of("序号", "名称"), rows, List.of(1, 4))), List.of(), List.of(),
                LocalDate.of(2026, 3, 5), "局", List.of(), Map.of()));
        Office.pages(FOLDER);

        for (Form form : Form.values()) {
            for (int n = 1; n <= MOST; n++) {
                atTheFoot(form + "-" + n, form);
            }
            atTheFoot(form + "-many", form);
            assertTrue(Office.text(FOLDER.resolve(form + "-many.pdf")).contains("第44街道办事处𠮷。"), form.name());
        }
        evenTitle(Office.words(FOLDER.resolve("title.pdf")));
        List<Word> table = Office.words(FOLDER.resolve("table.pdf"));
        assertEquals(IntStream.rangeClosed(1, table.get(table.size() - 1).page()).boxed().toList(), table.stream().filter(w -> w.text().equals("序号")).map(Word::page).toList(),
                "the head of the table on each page");
        assertTrue(table.stream().anyMatch(w -> w.text().contains("材料𠮷80")));
    }

    private static void atTheFoot(String name, Form form) throws Exception {
        List<Word> words = Office.words(FOLDER.resolve(name + ".pdf"));
        Word copies = last(words, "抄送");
        int pages = words.stream().mapToInt(Word::page).max().orElseThrow();
        assertEquals(pages, copies.page(), name + ": copies on the last page");
        Word lowest = form == Form.LETTER ? words.stream().filter(w -> w.page() == pages && w.bottom() < BOTTOM + 3).max((a, b) -> Double.compare(a.bottom(), b.bottom())).orElseThrow() : last(words, "印发");
        assertEquals(BOTTOM, lowest.bottom(), LINE / 2, name + ": on the lower edge of the type area");
        List<Word> above = words.stream().filter(w -> w.page() == pages && w.bottom() <= copies.top() + 2).toList();
        assertTrue(words.stream().noneMatch(w -> w.page() == pages && w.text().contains("正文一行") && w.bottom() > copies.top()), name + ": text over the copies");
        assertTrue(above.stream().anyMatch(w -> w.text().contains("正文一行")), name + ": copies alone on their page");
        if (form != Form.MINUTES) {
            Word date = words.stream().filter(w -> w.page() == pages && w.text().startsWith("2026") && w.bottom() < copies.top() + 3).reduce((a, b) -> b)
                    .orElseThrow(() -> new AssertionError(name + ": signature and copies on one page: " + words));
            assertTrue(date.bottom() <= copies.top() + 2, name + ": the date over the copies");
            assertTrue(date.top() > TOP, name);
        }
    }

    /** Lines of a title end at about the same place. */
    private static void evenTitle(List<Word> words) {
        int from = IntStream.range(0, words.size()).filter(i -> words.get(i).text().startsWith("关于")).findFirst().orElseThrow();
        int to = IntStream.range(from, words.size()).filter(i -> words.get(i).text().endsWith("移送函")).findFirst().orElseThrow();
        assertEquals(1, to - from, words.toString());
        assertEquals(words.get(from).text().length(), words.get(to).text().length(), 4, "the two lines of the title");
    }
}
