package cn.xiezhi.documents;

import cn.xiezhi.document.Block;
import cn.xiezhi.document.Content;
import cn.xiezhi.document.Slot;
import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** What stands in a template's fields, laid out by GB/T 9704-2012 §7 where a field is more than a word. */
final class Filling implements RenderPolicy {
    /** A red name fills the line at most, in points; its font is no larger than the template's. */
    private static final double WIDEST_MARK = 430;
    private static final double LARGEST_MARK = 36;
    private static final double SMALLEST_MARK = 22;
    /** Characters of a title of 22 pt on a line, and how wide one is, in twips; only for a paragraph that says it is a title. */
    private static final int TITLE_LINE = 20;
    private static final int TITLE_CHAR = 436;
    private static final String TITLE_STYLE = "Title";
    /** The type area's width in such characters. */
    private static final double LINE = 8844.0 / Place.CHAR;

    /** So many of what goes along stand on the page of the signature. */
    private static final int TOGETHER = 4;

    private final Content content;

    Filling(Content content) {
        this.content = content;
    }

    @Override
    public void render(ElementTemplate element, Object nothing, XWPFTemplate document) {
        if (!(element instanceof RunTemplate place)) {
            return;
        }
        XWPFRun run = place.getRun();
        Optional<Slot> slot = Slot.named(element.getTagName());
        if (slot.filter(s -> s == Slot.BODY).isPresent()) {
            body(new Place(run));
        } else if (slot.filter(s -> s == Slot.ATTACHMENTS).isPresent()) {
            attachments(new Place(run));
        } else if (slot.filter(s -> s == Slot.SIGNATURE).isPresent()) {
            signature(new Place(run));
        } else if (slot.filter(s -> s == Slot.COLOPHON).isPresent()) {
            Colophon.write(content, new Place(run));
        } else {
            if (slot.filter(s -> s == Slot.MARK).isPresent()) {
                run.setFontSize(Math.round(Math.max(SMALLEST_MARK, Math.min(LARGEST_MARK, WIDEST_MARK / Math.max(1, width(content.head())))) * 2) / 2.0);
            } else if (slot.filter(s -> s == Slot.TITLE).isPresent()) {
                even((XWPFParagraph) run.getParent());
            }
            new Place(run).text(content.text(element.getTagName()));
        }
    }

    /** §7.3.1: a title of several lines has lines of about the same length, not one of a single character. */
    private void even(XWPFParagraph p) {
        double all = width(content.title());
        double lines = Math.ceil(all / TITLE_LINE);
        if (lines > 1 && lines < 6 && TITLE_STYLE.equals(p.getStyle())) {
            int side = (int) ((TITLE_LINE - Math.min(TITLE_LINE, Math.ceil(all / lines) + 1)) / 2 * TITLE_CHAR);
            p.setIndentationLeft(side);
            p.setIndentationRight(side);
        }
    }

    /**
     * Below a table a line is free; below the last one there is only the paragraph that a file needs after a table, which must not be a page of its own.
     * What comes last before the signature holds on to it, for the same reason.
     */
    private void body(Place place) {
        List<Block> blocks = content.body();
        for (int i = 0; i < blocks.size(); i++) {
            boolean last = i == blocks.size() - 1 && !(content.signatories().isEmpty() && content.copies().isEmpty());
            if (blocks.get(i) instanceof Block.Paragraph p) {
                List<String> lines = p.text().lines().toList();
                for (int j = 0; j < lines.size(); j++) {
                    place.paragraph(lines.get(j)).setKeepNext(last && j == lines.size() - 1);
                }
            } else if (blocks.get(i) instanceof Block.Heading h) {
                place.heading(h.text());
            } else if (blocks.get(i) instanceof Block.Named n) {
                place.named(n, width(n.name())).setKeepNext(last);
            } else if (blocks.get(i) instanceof Block.Table t) {
                place.table(t);
                XWPFParagraph below = place.paragraph("");
                below.setKeepNext(last);
                if (i == blocks.size() - 1) {
                    below.setSpacingBetween(1, LineSpacingRule.EXACT);
                }
            }
        }
        place.close();
    }

    /** §7.3.4: a line below the text, two characters in; one alone has no number. */
    private void attachments(Place place) {
        List<String> names = content.attachments();
        for (int i = 0; i < names.size(); i++) {
            String number = names.size() == 1 ? "" : (i + 1) + ". ";
            XWPFParagraph p = place.paragraph((i == 0 ? "附件：" : "") + number + names.get(i));
            p.setIndentationLeft((int) Math.round((5 + width(number)) * Place.CHAR));
            p.setIndentationHanging((int) Math.round((i == 0 ? 3 + width(number) : width(number)) * Place.CHAR));
            p.setKeepNext((i == 0 || i >= names.size() - TOGETHER) && !content.signatories().isEmpty());
        }
        place.close();
    }

    /** §7.3.5: the date four characters from the right, the organ's name centred over it; several side by side. */
    private void signature(Place place) {
        List<String> names = content.signatories();
        if (!names.isEmpty()) {
            String date = content.text(Slot.DATE.text());
            double widest = names.size() == 1 ? Math.max(width(names.get(0)), width(date)) : width(date);
            if (names.size() == 1) {
                over(place, names.get(0), width(date), widest).setKeepNext(true);
            } else {
                place.sideBySide(names);
            }
            over(place, date, width(date), widest).setKeepNext(!content.copies().isEmpty());
        }
        place.close();
    }

    /** In the middle of the same stretch of the line, whatever the font: its middle is the date's, four characters from the right, or further left if a name needs more. */
    private static XWPFParagraph over(Place place, String text, double date, double widest) {
        double half = widest / 2 + 1;
        double middle = Math.max(4 + date / 2, half);
        XWPFParagraph p = place.paragraph(text);
        p.setIndentationRight((int) Math.round((middle - half) * Place.CHAR));
        p.setIndentationLeft((int) Math.round(Math.max(0, LINE - middle - half) * Place.CHAR));
        p.setAlignment(ParagraphAlignment.CENTER);
        return p;
    }

    /** In characters; Latin letters and digits are half as wide. */
    static double width(String text) {
        return text.codePoints().mapToDouble(p -> p < 0x2E80 ? 0.5 : 1).sum();
    }
}
