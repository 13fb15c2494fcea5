package cn.xiezhi.documents;

import cn.xiezhi.document.Content;
import cn.xiezhi.document.Slot;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/**
 * 版记 (GB/T 9704-2012 §7.4, §10.1): copies, and below them who printed it and when, at the foot of the last page; lines above, between and below, but none in a letter.
 * A text box stands on the lower edge of the type area, whichever program shows it; the empty paragraph that it hangs on is a little higher than the box, so that nothing else stands there.
 */
final class Colophon {
    /** In twips: a line of 14 pt, the type area's width, what is left free above. */
    private static final int LINE = 480;
    private static final int WIDTH = 8844;
    private static final int ABOVE = 240;
    /** Characters of 14 pt in the first line and, beside 抄送：, in those after it, less what fonts differ by. */
    private static final int FIRST = 29;
    private static final int NEXT = 25;
    /** Taller, it could not stand on a page below a signature. */
    private static final int MOST_LINES = 18;
    private static final int EMU = 635;
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String DRAWING = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
    private static final String THICK = "w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"auto\"";
    private static final String THIN = "w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"";

    /** The first line: a paragraph of its own, since a border is as narrow as its paragraph's text. */
    private static final String RULE = "<w:p><w:pPr><w:pBdr><w:top " + THICK + "/></w:pBdr><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>";

    private Colophon() {}

    static void write(Content content, Place place) {
        String copies = content.text(Slot.COPIES.text());
        if (!copies.isEmpty()) {
            String imprint = content.text(Slot.IMPRINT.text());
            boolean lined = !imprint.isEmpty();
            List<String> lines = new ArrayList<>(List.of(line(copies, true, "")));
            if (lined) {
                lines.add(0, RULE);
                lines.add(line(imprint, false, "<w:pBdr><w:top " + THIN + "/><w:bottom " + THICK + "/></w:pBdr>"));
            }
            int high = (int) (1 + Math.ceil(Math.max(0, Filling.width(copies) - FIRST) / NEXT)) + (lined ? 1 : 0);
            if (high > MOST_LINES) {
                lines.forEach(l -> set(place.paragraph(""), l));
            } else {
                set(place.paragraph(""), boxed(String.join("", lines), high * LINE + (lined ? 120 : 0)));
            }
        }
        place.close();
    }

    private static void set(XWPFParagraph p, String xml) {
        try {
            p.getCTP().set(CTP.Factory.parse(xml.replaceFirst("<w:p>", "<xml-fragment " + W + ">").replaceFirst("</w:p>$", "</xml-fragment>")));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(String text, boolean hanging, String border) {
        StringBuilder runs = new StringBuilder();
        for (String part : text.split("\t", -1)) {
            runs.append(runs.isEmpty() ? "<w:r><w:t>" : "<w:r><w:tab/><w:t>").append(Place.fit(part).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")).append("</w:t></w:r>");
        }
        return "<w:p><w:pPr><w:keepLines/>" + border + "<w:tabs><w:tab w:val=\"right\" w:pos=\"" + (WIDTH - 280) + "\"/></w:tabs><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + LINE
                + "\" w:lineRule=\"exact\"/>" + (hanging ? "<w:ind w:left=\"1120\" w:right=\"280\" w:hanging=\"840\"/>" : "<w:ind w:firstLine=\"280\"/>") + "<w:jc w:val=\"left\"/></w:pPr>"
                + runs.toString().replace("<w:r>", "<w:r><w:rPr><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr>") + "</w:p>";
    }

    private static String boxed(String lines, int high) {
        String size = "cx=\"" + WIDTH * EMU + "\" cy=\"" + high * EMU + "\"";
        return "<w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + (high + ABOVE) + "\" w:lineRule=\"exact\"/></w:pPr><w:r><w:drawing " + DRAWING + ">"
                + "<wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"2\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
                + "<wp:positionH relativeFrom=\"margin\"><wp:align>left</wp:align></wp:positionH><wp:positionV relativeFrom=\"margin\"><wp:align>bottom</wp:align></wp:positionV><wp:extent " + size + "/>"
                + "<wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/><wp:docPr id=\"1\" name=\"版记\"/><wp:cNvGraphicFramePr/><a:graphic>"
                + "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size + "/></a:xfrm>"
                + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>" + lines + "</w:txbxContent></wps:txbx>"
                + "<wps:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"b\"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>";
    }
}
