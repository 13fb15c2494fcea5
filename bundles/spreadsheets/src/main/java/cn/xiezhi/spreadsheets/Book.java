package cn.xiezhi.spreadsheets;

import cn.xiezhi.sheet.SheetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a table's cells refer to: which part the first visible table is, the shared texts, and which cell formats show a number as a date.
 *
 * @param from1904 whether days are counted from 1904
 */
record Book(String sheetName, String sheetPart, boolean from1904, List<String> texts, Set<Integer> dateFormats) {
    private static final String ROOT = "xl/";
    /** Formats of dates that are known by number, those of Chinese editions included. */
    private static final Set<Integer> BUILT_IN = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    private static final int MOST_FORMATS = 65_000;
    /** An empty text is twenty bytes in the file and a hundred in memory. */
    private static final int MOST_TEXTS = 500_000;

    static Book of(Parts parts) throws SheetException {
        boolean from1904 = false;
        String name = "";
        String relation = "";
        Xml workbook = new Xml(parts.open(ROOT + "workbook.xml"));
        while (workbook.nextStart()) {
            if (workbook.at("workbookPr")) {
                from1904 = workbook.attribute("date1904").filter(v -> v.equals("1") || v.equals("true")).isPresent();
            } else if (workbook.at("sheet") && relation.isEmpty() && workbook.attribute("state").orElse("visible").equals("visible")) {
                name = workbook.attribute("name").orElse("");
                relation = workbook.relation().orElse("");
            }
        }
        Map<String, String> targets = targets(parts);
        if (!targets.containsKey(relation)) {
            throw new SheetException("文件中没有可见的工作表");
        }
        return new Book(name, targets.get(relation), from1904, texts(parts), dateFormats(parts));
    }

    private static Map<String, String> targets(Parts parts) throws SheetException {
        Map<String, String> targets = new HashMap<>();
        Xml rels = new Xml(parts.open(ROOT + "_rels/workbook.xml.rels"));
        while (rels.nextStart()) {
            if (rels.at("Relationship")) {
                String target = rels.attribute("Target").orElse("");
                targets.put(rels.attribute("Id").orElse(""), target.startsWith("/") ? target : ROOT + target);
            }
        }
        return targets;
    }

    private static List<String> texts(Parts parts) throws SheetException {
        List<String> texts = new ArrayList<>();
        if (parts.has(ROOT + "sharedStrings.xml")) {
            Xml in = new Xml(parts.open(ROOT + "sharedStrings.xml"));
            while (in.nextStart()) {
                if (in.at("si")) {
                    texts.add(in.runs("si"));
                    if (texts.size() > MOST_TEXTS) {
                        throw new SheetException("文件中的文字超过 " + MOST_TEXTS + " 段，请拆成几个文件分别导入");
                    }
                }
            }
        }
        return texts;
    }

    private static Set<Integer> dateFormats(Parts parts) throws SheetException {
        Set<Integer> dates = new HashSet<>();
        if (!parts.has(ROOT + "styles.xml")) {
            return dates;
        }
        Set<String> custom = new HashSet<>();
        Xml in = new Xml(parts.open(ROOT + "styles.xml"));
        while (in.nextStart()) {
            if (in.at("numFmt") && showsDate(in.attribute("formatCode").orElse(""))) {
                custom.add(in.attribute("numFmtId").orElse(""));
            } else if (in.at("cellXfs")) {
                for (int index = 0; in.nextStartIn("cellXfs") && index < MOST_FORMATS; ) {
                    if (in.at("xf")) {
                        String id = in.attribute("numFmtId").orElse("0");
                        if (custom.contains(id) || id.matches("\\d{1,3}") && BUILT_IN.contains(Integer.valueOf(id))) {
                            dates.add(index);
                        }
                        index++;
                    }
                }
            }
        }
        return dates;
    }

    /** Whether a format shows years or days, outside of quotes, brackets and escapes. */
    private static boolean showsDate(String format) {
        return format.length() < 300 && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "").matches("(?i)(?s).*[yd].*");
    }
}
