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
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** What stands in a template's fields, laid out by GB/T 9704-2012 §7 where a field is more than a word. */
final class Filling implements RenderPolicy {
    /** A red name fills the line at most, in points; its font is no larger than the template's. */
    private static final double WIDEST_MARK = 430;
    private static final double LARGEST_MARK = 36;
    /** Twips of a character of 16 pt. */
    private static final int CHAR = 320;

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
        } else {
            if (slot.filter(s -> s == Slot.MARK).isPresent()) {
                run.setFontSize(Math.round(Math.min(LARGEST_MARK, WIDEST_MARK / Math.max(1, width(content.head()))) * 2) / 2.0);
            }
            new Place(run).text(content.text(element.getTagName()));
        }
    }

    /** What comes last before the signature holds on to it, which must not stand on a page of its own. */
    private void body(Place place) {
        List<Block> blocks = content.body();
        for (int i = 0; i < blocks.size(); i++) {
            boolean last = i == blocks.size() - 1 && content.attachments().isEmpty() && !content.signatories().isEmpty();
            if (blocks.get(i) instanceof Block.Paragraph p) {
                p.text().lines().forEach(line -> place.paragraph(line).setKeepNext(last));
            } else if (blocks.get(i) instanceof Block.Heading h) {
                place.heading(h.text());
            } else if (blocks.get(i) instanceof Block.Table t) {
                place.table(t);
                place.paragraph("").setKeepNext(last);
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
            p.setIndentationLeft((int) Math.round((5 + width(number)) * CHAR));
            p.setIndentationHanging((int) Math.round((i == 0 ? 3 + width(number) : width(number)) * CHAR));
            p.setKeepNext(i == names.size() - 1 && !content.signatories().isEmpty());
        }
        place.close();
    }

    /** §7.3.5: the date four characters from the right, the organ's name centred over it; several side by side. */
    private void signature(Place place) {
        List<String> names = content.signatories();
        if (!names.isEmpty()) {
            String date = content.text(Slot.DATE.text());
            double over = (width(names.get(0)) - width(date)) / 2;
            if (names.size() == 1) {
                right(place, names.get(0), Math.max(4 - over, 0)).setKeepNext(true);
            } else {
                place.sideBySide(names);
            }
            right(place, date, names.size() == 1 ? Math.max(4, over) : 4);
        }
        place.close();
    }

    private static XWPFParagraph right(Place place, String text, double chars) {
        XWPFParagraph p = place.paragraph(text);
        p.setIndentationRight((int) Math.round(chars * CHAR));
        p.setAlignment(ParagraphAlignment.RIGHT);
        return p;
    }

    /** In characters; Latin letters and digits are half as wide. */
    static double width(String text) {
        return text.codePoints().mapToDouble(p -> p < 0x2E80 ? 0.5 : 1).sum();
    }
}
