package cn.xiezhi.documents;

import cn.xiezhi.document.Block;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table over the whole width of the type area; its head is repeated on every page, no row is torn apart. */
record Grid(XWPFTable table, XWPFDocument document) {
    /** 156 mm in twips. */
    private static final int TYPE_AREA = 8844;
    private static final String CELL = "表格";

    void fill(Block.Table said) {
        int parts = said.widths().stream().mapToInt(Integer::intValue).sum();
        List<Integer> widths = said.widths().stream().map(w -> TYPE_AREA * w / parts).toList();
        frame(XWPFBorderType.SINGLE, widths);
        List<List<String>> rows = said.header().isEmpty() ? said.rows() : Stream.concat(Stream.of(said.header()), said.rows().stream()).toList();
        List<XWPFTableRow> made = table.getRows();
        for (int i = 0; i < rows.size(); i++) {
            boolean head = i == 0 && !said.header().isEmpty();
            made.get(i).setCantSplitRow(true);
            if (head) {
                made.get(i).setRepeatHeader(true);
            }
            for (int j = 0; j < widths.size(); j++) {
                String text = rows.get(i).get(j);
                cell(made.get(i).getCell(j), text, widths.get(j), head || j == 0 || text.matches("\\d+"), CELL);
            }
        }
    }

    /** Names beside each other without lines, each in the middle of its share. */
    void sideBySide(List<String> names) {
        List<Integer> widths = names.stream().map(n -> TYPE_AREA / names.size()).toList();
        frame(XWPFBorderType.NONE, widths);
        for (int j = 0; j < names.size(); j++) {
            cell(table.getRow(0).getCell(j), names.get(j), widths.get(j), true, "Normal");
        }
        table.getRow(0).getTableCells().forEach(c -> c.getParagraphs().forEach(p -> p.setKeepNext(true)));
    }

    private void frame(XWPFBorderType line, List<Integer> widths) {
        table.setWidth(TYPE_AREA);
        table.setCellMargins(0, 60, 0, 60);
        table.setTopBorder(line, 6, 0, "auto");
        table.setBottomBorder(line, 6, 0, "auto");
        table.setLeftBorder(line, 6, 0, "auto");
        table.setRightBorder(line, 6, 0, "auto");
        table.setInsideHBorder(line, 6, 0, "auto");
        table.setInsideVBorder(line, 6, 0, "auto");
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        if (properties.isSetTblStyle()) {
            properties.unsetTblStyle();
        }
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        widths.forEach(w -> grid.addNewGridCol().setW(BigInteger.valueOf(w)));
    }

    private void cell(XWPFTableCell cell, String text, int width, boolean centred, String style) {
        cell.setWidth(Integer.toString(width));
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        XWPFStyle known = document.getStyles() == null ? null : document.getStyles().getStyleWithName(style);
        List<String> lines = text.isBlank() ? List.of("") : text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            XWPFParagraph p = i < cell.getParagraphs().size() ? cell.getParagraphs().get(i) : cell.addParagraph();
            if (known != null) {
                p.setStyle(known.getStyleId());
            }
            p.setAlignment(centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            Place.write(p.createRun(), lines.get(i));
        }
    }
}
