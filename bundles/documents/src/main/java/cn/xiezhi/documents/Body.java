package cn.xiezhi.documents;

import cn.xiezhi.document.Block;
import cn.xiezhi.document.Content;
import cn.xiezhi.document.Form;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The text of a document between its head and its foot, laid out by GB/T 9704-2012 §7 and §10. */
record Body(Content content, Part out) {
    /** Points of the body's font. */
    private static final double CHAR = 16;

    void write() throws XMLStreamException {
        switch (content.form()) {
            case LETTER -> letterHead();
            case MINUTES -> minutesHead();
            case ORDINARY -> ordinaryHead();
        }
        if (content.addressee().isPresent()) {
            blank();
            out.paragraph("Plain", content.addressee().get() + "：");
        } else if (content.form() != Form.MINUTES) {
            blank();
        }
        for (int i = 0; i < content.body().size(); i++) {
            block(content.body().get(i), i == content.body().size() - 1 && content.attachments().isEmpty());
        }
        attachments();
        signature();
        copies();
        Page.section(out, content.form());
    }

    /** The number stands right under the red line; the title two lines below. */
    private void letterHead() throws XMLStreamException {
        number("right");
        blank();
        blank();
        out.paragraph("Title", content.title());
    }

    /** The meeting's name in red, then who drew it up and when, over a red line. */
    private void minutesHead() throws XMLStreamException {
        Page.mark(out, content.head(), () -> out.empty("spacing", "before", 1000, "after", 200, "line", 240, "lineRule", "auto"), () -> {});
        out.paragraph("Plain", () -> {
            out.element("pBdr", () -> out.empty("bottom", "val", "single", "sz", 12, "space", 4, "color", "FF0000"));
            out.empty("jc", "val", "right");
        }, () -> out.run(day(content.date()) + "　"));
        blank();
        out.paragraph("Title", content.title());
        blank();
    }

    /** Forms of law carry the organ's name over their own. */
    private void ordinaryHead() throws XMLStreamException {
        out.paragraph("Title", content.head());
        out.paragraph("Title", content.title());
        if (content.number().isPresent()) {
            blank();
            number("right");
        }
    }

    private void number(String where) throws XMLStreamException {
        if (content.number().isPresent()) {
            out.paragraph("Plain", () -> out.empty("jc", "val", where), () -> out.run(content.number().get()));
        }
    }

    private void blank() throws XMLStreamException {
        out.paragraph("Plain", "");
    }

    private void blankKept() throws XMLStreamException {
        out.paragraph("Plain", () -> keep(true), () -> {});
    }

    private void keep(boolean withNext) throws XMLStreamException {
        if (withNext && !content.signatories().isEmpty()) {
            out.empty("keepNext");
        }
    }

    /** What comes last before the signature holds on to it, which must not stand on a page of its own. */
    private void block(Block block, boolean last) throws XMLStreamException {
        if (block instanceof Block.Paragraph p) {
            for (String line : p.text().lines().toList()) {
                out.paragraph("Body", () -> keep(last), () -> out.run(line));
            }
        } else if (block instanceof Block.Heading h) {
            out.paragraph("Heading", h.text());
        } else if (block instanceof Block.Table t) {
            new Grid(t, out).write();
            blank();
        }
    }

    /** §7.3.4: a line below the text, two characters in; one alone has no number. */
    private void attachments() throws XMLStreamException {
        List<String> names = content.attachments();
        if (names.isEmpty()) {
            return;
        }
        blankKept();
        for (int i = 0; i < names.size(); i++) {
            String number = names.size() == 1 ? "" : (i + 1) + ". ";
            String text = (i == 0 ? "附件：" : "") + number + names.get(i);
            int hanging = (int) Math.round((i == 0 ? 3 + width(number) : width(number)) * CHAR * 20);
            int left = (int) Math.round((5 + width(number)) * CHAR * 20);
            boolean last = i == names.size() - 1;
            out.paragraph("Plain", () -> {
                keep(last);
                out.empty("ind", "left", left, "hanging", hanging);
            }, () -> out.run(text));
        }
    }

    /** §7.3.5: the date four characters from the right, the organ's name centred over it; several side by side. */
    private void signature() throws XMLStreamException {
        List<String> names = content.signatories();
        if (names.isEmpty()) {
            return;
        }
        blankKept();
        blankKept();
        String date = day(content.date());
        if (names.size() > 1) {
            Grid.sideBySide(names, out);
        }
        double organ = names.size() > 1 ? 0 : width(names.get(0));
        double over = (organ - width(date)) / 2;
        if (names.size() == 1) {
            right(names.get(0), Math.max(4 - over, 0), true);
        }
        right(date, Math.max(4, over), false);
    }

    private void right(String text, double chars, boolean keepNext) throws XMLStreamException {
        out.paragraph("Plain", () -> {
            keep(keepNext);
            out.empty("ind", "right", Math.round(chars * CHAR * 20));
            out.empty("jc", "val", "right");
        }, () -> out.run(text));
    }

    /** §7.4: between two lines; without them in a letter (§10.1). */
    private void copies() throws XMLStreamException {
        if (content.copies().isEmpty()) {
            return;
        }
        blank();
        out.paragraph("Copies", () -> {
            if (content.form() != Form.LETTER) {
                out.element("pBdr", () -> {
                    out.empty("top", "val", "single", "sz", 8, "space", 2, "color", "auto");
                    out.empty("bottom", "val", "single", "sz", 8, "space", 2, "color", "auto");
                });
            }
        }, () -> out.run("抄送：" + String.join("，", content.copies()) + "。"));
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** In characters; Latin letters and digits are half as wide. */
    static double width(String text) {
        return text.codePoints().mapToDouble(p -> p < 0x2E80 ? 0.5 : 1).sum();
    }
}
