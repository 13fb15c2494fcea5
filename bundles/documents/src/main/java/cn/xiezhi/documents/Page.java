package cn.xiezhi.documents;

import cn.xiezhi.document.Form;
import javax.xml.stream.XMLStreamException;

/** The page of GB/T 9704-2012: A4, 37 mm above and 28 mm to the left of a type area of 156 × 225 mm with 22 lines of 28 characters. In twips. */
final class Page {
    /** 156 mm. */
    static final int TYPE_AREA = 8844;
    private static final int TOP = 2098;
    private static final int LEFT = 1588;
    /** 210 − 28 − 156 mm. */
    private static final int RIGHT = 1474;
    /** 297 − 37 − 225 mm. */
    private static final int BOTTOM = 1984;
    /** 225 mm in 22 lines, rounded down so that the last one fits. */
    private static final int LINE = 579;
    /** The page number's foot: its top edge 7 mm below the type area. */
    private static final int FOOT = 1304;
    /** A letter's mark begins 30 mm from the page's edge (§10.1). */
    private static final int LETTER_HEAD = 1701;
    /** Its lower double line lies 20 mm from the page's edge. */
    private static final int LETTER_FOOT = 1134;
    /** The double lines are 170 mm long: 7 mm beyond the type area on either side. */
    private static final int BEYOND = -397;
    private static final int WIDEST_MARK = 430;

    private Page() {}

    static void section(Part out, Form form) throws XMLStreamException {
        boolean letter = form == Form.LETTER;
        out.element("sectPr", () -> {
            if (letter) {
                out.empty("headerReference", "type", "first", "r:id", "headFirst");
                out.empty("footerReference", "type", "first", "r:id", "footFirst");
            }
            out.empty("footerReference", "type", "default", "r:id", "footOdd");
            out.empty("footerReference", "type", "even", "r:id", "footEven");
            out.empty("pgSz", "w", 11906, "h", 16838);
            out.empty("pgMar", "top", TOP, "right", RIGHT, "bottom", BOTTOM, "left", LEFT, "header", LETTER_HEAD, "footer", letter ? LETTER_FOOT : FOOT, "gutter", 0);
            if (letter) {
                out.empty("titlePg");
            }
            out.empty("docGrid", "type", "lines", "linePitch", LINE);
        });
    }

    /** A red name, as large as its length lets it be. */
    static void mark(Part out, String name, Part.Inside spacing, Part.Inside border) throws XMLStreamException {
        long halfPoints = Math.round(Math.min(36, WIDEST_MARK / Math.max(1, Body.width(name))) * 2);
        out.paragraph("Mark", () -> {
            border.write();
            spacing.write();
        }, () -> out.run(() -> {
            out.empty("sz", "val", halfPoints);
            out.empty("szCs", "val", halfPoints);
        }, name));
    }

    /** A letter's first page: the organ's name over a double line, the upper one thick. */
    static byte[] headFirst(String organ) {
        return Part.of("hdr", out -> {
            mark(out, organ, () -> out.empty("spacing", "after", 100), () -> {});
            line(out, "bottom", "thickThinSmallGap");
        });
    }

    /** A letter's first page has no number, but a double line, the lower one thick. */
    static byte[] footFirst() {
        return Part.of("ftr", out -> line(out, "top", "thinThickSmallGap"));
    }

    private static void line(Part out, String side, String kind) throws XMLStreamException {
        out.paragraph("Plain", () -> {
            out.element("pBdr", () -> out.empty(side, "val", kind, "sz", 24, "space", 1, "color", "FF0000"));
            out.empty("spacing", "line", 120, "lineRule", "exact");
            out.empty("ind", "left", BEYOND, "right", BEYOND);
        }, () -> {});
    }

    /** — 2 —: on odd pages to the right, on even ones to the left, one character in. */
    static byte[] foot(boolean odd) {
        return Part.of("ftr", out -> out.paragraph("Page", () -> {
            out.empty("ind", odd ? "right" : "left", 280);
            out.empty("jc", "val", odd ? "right" : "left");
        }, () -> {
            out.run("— ");
            out.pageNumber();
            out.run(" —");
        }));
    }
}
