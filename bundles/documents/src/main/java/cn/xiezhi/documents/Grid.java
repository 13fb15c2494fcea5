package cn.xiezhi.documents;

import cn.xiezhi.document.Block;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** A table over the whole width of the type area; its head is repeated on every page, no row is torn apart. */
record Grid(Block.Table table, Part out) {
    void write() throws XMLStreamException {
        int parts = table.widths().stream().mapToInt(Integer::intValue).sum();
        List<Integer> widths = table.widths().stream().map(w -> Page.TYPE_AREA * w / parts).toList();
        out.element("tbl", () -> {
            properties(out, "single");
            grid(out, widths);
            if (!table.header().isEmpty()) {
                row(table.header(), widths, true);
            }
            for (List<String> row : table.rows()) {
                row(row, widths, false);
            }
        });
    }

    /** Names beside each other without lines, each in the middle of its share. */
    static void sideBySide(List<String> names, Part out) throws XMLStreamException {
        List<Integer> widths = names.stream().map(n -> Page.TYPE_AREA / names.size()).toList();
        out.element("tbl", () -> {
            properties(out, "nil");
            grid(out, widths);
            out.element("tr", () -> {
                for (int i = 0; i < names.size(); i++) {
                    cell(out, names.get(i), widths.get(i), "center", "Plain");
                }
            });
        });
    }

    private void row(List<String> cells, List<Integer> widths, boolean head) throws XMLStreamException {
        out.element("tr", () -> {
            out.element("trPr", () -> {
                out.empty("cantSplit");
                if (head) {
                    out.empty("tblHeader");
                }
            });
            for (int i = 0; i < cells.size(); i++) {
                boolean middle = head || i == 0 || cells.get(i).matches("\\d+");
                cell(out, cells.get(i), widths.get(i), middle ? "center" : "left", "Cell");
            }
        });
    }

    private static void properties(Part out, String line) throws XMLStreamException {
        out.element("tblPr", () -> {
            out.empty("tblW", "w", Page.TYPE_AREA, "type", "dxa");
            out.empty("tblInd", "w", 0, "type", "dxa");
            out.element("tblBorders", () -> {
                for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
                    out.empty(side, "val", line, "sz", 6, "space", 0, "color", "auto");
                }
            });
            out.empty("tblLayout", "type", "fixed");
            out.element("tblCellMar", () -> {
                out.empty("left", "w", 60, "type", "dxa");
                out.empty("right", "w", 60, "type", "dxa");
            });
        });
    }

    private static void grid(Part out, List<Integer> widths) throws XMLStreamException {
        out.element("tblGrid", () -> {
            for (int w : widths) {
                out.empty("gridCol", "w", w);
            }
        });
    }

    private static void cell(Part out, String text, int width, String align, String style) throws XMLStreamException {
        out.element("tc", () -> {
            out.element("tcPr", () -> {
                out.empty("tcW", "w", width, "type", "dxa");
                out.empty("vAlign", "val", "center");
            });
            List<String> lines = text.isBlank() ? List.of("") : text.lines().toList();
            for (String line : lines) {
                out.paragraph(style, () -> out.empty("jc", "val", align), () -> out.run(line));
            }
        });
    }
}
