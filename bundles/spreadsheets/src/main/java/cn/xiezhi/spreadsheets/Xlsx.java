package cn.xiezhi.spreadsheets;

import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.sheet.SheetException;
import cn.xiezhi.sheet.Spreadsheets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.osgi.service.component.annotations.Component;

/** The port to spreadsheets: fastexcel writes, {@link Reader} reads (why not fastexcel's: see the ADR in this bundle's README). */
@Component
public final class Xlsx implements Spreadsheets {
    /** Excel's format for "text": what is typed into such a cell later is no formula either, and keeps its leading zeros. */
    private static final String TEXT = "@";
    private static final int WIDEST = 60;
    /** As many digits as a spreadsheet keeps. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,3})?");

    @Override
    public byte[] write(List<Sheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Xiezhi", "1.0")) {
            for (Sheet sheet : sheets) {
                write(sheet, workbook.newWorksheet(sheet.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Sheet sheet, Worksheet out) {
        int columns = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int c = 0; c < columns; c++) {
            int column = c;
            if (!sheet.numbers().contains(c)) {
                out.style(c).format(TEXT).set();
            }
            out.width(c, sheet.rows().stream().filter(r -> r.size() > column).mapToInt(r -> width(r.get(column))).max().orElse(8));
        }
        for (int r = 0; r < sheet.rows().size(); r++) {
            List<String> row = sheet.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                if (r > 0 && sheet.numbers().contains(c) && NUMBER.matcher(row.get(c)).matches()) {
                    out.value(r, c, new BigDecimal(row.get(c)));
                } else if (!row.get(c).isEmpty()) {
                    out.value(r, c, row.get(c));
                    out.style(r, c).format(TEXT).set();
                }
            }
        }
        if (columns > 0) {
            out.range(0, 0, 0, columns - 1).style().bold().format(TEXT).set();
        }
        out.freezePane(0, 1);
    }

    /** In characters; those of Chinese are twice as wide. */
    private static int width(String text) {
        int most = text.lines().mapToInt(l -> l.codePoints().map(p -> p < 0x2E80 ? 1 : 2).sum()).max().orElse(0);
        return Math.min(Math.max(most + 3, 10), WIDEST);
    }

    @Override
    public Sheet read(byte[] xlsx, int maxRows, int maxColumns) throws SheetException {
        return new Reader(Parts.of(xlsx), maxRows, maxColumns).read();
    }
}
