package cn.xiezhi.documents;

import cn.xiezhi.document.Block;
import com.deepoove.poi.xwpf.BodyContainer;
import com.deepoove.poi.xwpf.BodyContainerFactory;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/** Where a field stands in a template: what takes its place looks as its paragraph and letters do there. */
final class Place {
    /** Twips of a character of 16 pt. */
    static final int CHAR = 320;
    private static final String HEADING = "heading 1";
    private static final String HEADING_FONT = "黑体";

    private final XWPFRun run;
    private final XWPFParagraph here;
    private final BodyContainer around;
    private boolean begun;

    Place(XWPFRun run) {
        this.run = run;
        here = (XWPFParagraph) run.getParent();
        around = BodyContainerFactory.getBodyContainer(run);
    }

    /** Line breaks stay; a paragraph that has nothing to say any more goes. */
    void text(String text) {
        write(run, text);
        if (text.isEmpty()) {
            close();
        }
    }

    /** Before the field's paragraph; the space above that is only above the first. */
    XWPFParagraph paragraph(String text) {
        XWPFParagraph p = around.insertNewParagraph(run);
        CTPPr properties = here.getCTP().getPPr();
        if (properties != null) {
            p.getCTP().setPPr((CTPPr) properties.copy());
        }
        if (begun && p.getSpacingBefore() > 0) {
            p.setSpacingBefore(0);
        }
        begun = true;
        letters(p.createRun(), text);
        return p;
    }

    void heading(String text) {
        XWPFParagraph p = paragraph(text);
        XWPFStyle style = run.getDocument().getStyles() == null ? null : run.getDocument().getStyles().getStyleWithName(HEADING);
        if (style == null) {
            p.getRuns().forEach(r -> r.setFontFamily(HEADING_FONT));
        } else {
            p.setStyle(style.getStyleId());
        }
        p.setKeepNext(true);
    }

    /** §10.3: two characters in, its name in 黑体, further lines below its first character. */
    XWPFParagraph named(Block.Named said, double wide) {
        XWPFParagraph p = paragraph(said.name() + "：");
        p.getRuns().forEach(r -> r.setFontFamily(HEADING_FONT));
        letters(p.createRun(), said.text());
        p.setIndentationLeft((int) ((3 + wide) * CHAR));
        p.setIndentationHanging((int) ((1 + wide) * CHAR));
        p.getCTP().getPPr().getInd().setFirstLineChars(BigInteger.ZERO);
        return p;
    }

    void table(Block.Table table) {
        begun = true;
        new Grid(around.insertNewTable(run, table.rows().size() + (table.header().isEmpty() ? 0 : 1), table.widths().size()), run.getDocument()).fill(table);
    }

    /** Below the space that the field's paragraph has above it. */
    void sideBySide(List<String> names) {
        XWPFParagraph above = paragraph("");
        above.setKeepNext(true);
        above.setSpacingBefore(above.getSpacingBefore() / 2);
        XWPFTable table = around.insertNewTable(run, 1, names.size());
        new Grid(table, run.getDocument()).sideBySide(names);
    }

    /** Takes the field away, with its paragraph if that says nothing else. */
    void close() {
        write(run, "");
        IBody body = here.getBody();
        boolean only = body.getParagraphs().size() + body.getTables().size() <= 1;
        if (here.getText().isBlank() && !only) {
            around.removeBodyElement(around.getPosOfParagraph(here));
        }
    }

    private void letters(XWPFRun to, String text) {
        CTRPr properties = run.getCTR().getRPr();
        if (properties != null) {
            to.getCTR().setRPr((CTRPr) properties.copy());
        }
        write(to, text);
    }

    static void write(XWPFRun to, String text) {
        List<String> lines = fit(text).lines().toList();
        to.setText("", 0);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                to.addBreak();
            }
            line(to, lines.get(i));
        }
    }

    private static void line(XWPFRun to, String text) {
        String[] columns = text.split("\t", -1);
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                to.addTab();
            }
            to.setText(columns[i]);
        }
    }

    /** Without what XML can't hold: a stray control character must not make a file that nobody can open. */
    static String fit(String text) {
        return text.codePoints().map(p -> p == '\t' || p == '\n' || p >= ' ' && p != 0x7F && p < 0xD800 || p > 0xDFFF && p != 0xFFFE && p != 0xFFFF ? p : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
