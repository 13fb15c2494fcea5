package cn.xiezhi.spreadsheets;

import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.sheet.SheetException;
import cn.xiezhi.sheet.SheetException.Fault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one table into text. Every address and number in the file is checked before it is used as a size. */
final class Reader {
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");
    private static final int MOST_FAULTS = 100;
    /** Significant digits that a spreadsheet keeps. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal BEYOND_DIGITS = BigDecimal.TEN.pow(15);
    /** The day after 9999-12-31. */
    private static final BigDecimal LAST_DATE = BigDecimal.valueOf(2_958_466);
    private static final int DAYS_1900_TO_1904 = 1462;

    private final Parts parts;
    private final Book book;
    private final int maxRows;
    private final int maxColumns;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Reader(Parts parts, int maxRows, int maxColumns) throws SheetException {
        this.parts = parts;
        this.book = Book.of(parts);
        this.maxRows = maxRows;
        this.maxColumns = maxColumns;
    }

    Sheet read() throws SheetException {
        Xml in = new Xml(parts.open(book.sheetPart()));
        int row = -1;
        while (in.nextStart()) {
            if (in.at("row")) {
                int next = number(in.attribute("r")).map(n -> n - 1).orElse(row + 1);
                if (next <= row) {
                    throw Xml.broken();
                }
                row = next;
                cells(in, row);
            }
        }
        if (!faults.isEmpty()) {
            throw new SheetException("文件中有 " + faults.size() + " 个单元格不能导入，请逐个改正后重试", faults);
        }
        return new Sheet(book.sheetName(), rows);
    }

    private void cells(Xml in, int row) throws SheetException {
        int column = -1;
        while (in.nextStartIn("row")) {
            if (!in.at("c")) {
                continue;
            }
            Optional<String> address = in.attribute("r");
            int next = address.isPresent() ? column(address.get(), row) : column + 1;
            if (next <= column) {
                throw Xml.broken();
            }
            column = next;
            put(row, column, value(in, row, column));
        }
    }

    /** Blank cells and rows cost nothing: people format whole columns. */
    private void put(int row, int column, String value) throws SheetException {
        if (value.isBlank()) {
            return;
        }
        if (row >= maxRows) {
            throw new SheetException("内容超过 " + maxRows + " 行（含首行），请拆成几个文件分别导入");
        }
        if (column >= maxColumns) {
            fault(row, column, "超出了模板的列，请删去多余的列");
            return;
        }
        while (rows.size() <= row) {
            rows.add(List.of());
        }
        if (rows.get(row).isEmpty()) {
            rows.set(row, new ArrayList<>(maxColumns));
        }
        List<String> cells = rows.get(row);
        while (cells.size() < column) {
            cells.add("");
        }
        cells.add(value);
    }

    private String value(Xml in, int row, int column) throws SheetException {
        String type = in.attribute("t").orElse("n");
        boolean date = number(in.attribute("s")).filter(book.dateFormats()::contains).isPresent();
        String value = "";
        boolean formula = false;
        while (in.nextStartIn("c")) {
            if (in.at("f")) {
                formula = true;
            } else if (in.at("v")) {
                value = in.text();
            } else if (in.at("is")) {
                value = in.runs("is");
            }
        }
        if (formula) {
            return fault(row, column, "是公式，请改为“粘贴为数值”后的文字");
        }
        return value.isEmpty() ? "" : switch (type) {
            case "s" -> shared(value);
            case "inlineStr", "str", "d" -> value;
            case "b" -> value.equals("1") ? "是" : "否";
            case "n" -> numeric(value, date, row, column);
            default -> fault(row, column, "是错误值，请改正或清空");
        };
    }

    private String shared(String index) throws SheetException {
        return number(Optional.of(index)).filter(i -> i < book.texts().size()).map(book.texts()::get).orElseThrow(Xml::broken);
    }

    private String numeric(String text, boolean date, int row, int column) throws SheetException {
        // An exponent of a billion is a short text and a long number.
        if (!text.matches("-?\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?")) {
            return fault(row, column, "不是可用的数字，请把单元格设为文本后重新填写");
        }
        BigDecimal number = new BigDecimal(text);
        if (date) {
            return date(number, row, column);
        }
        return number.abs().compareTo(BEYOND_DIGITS) >= 0 ? fault(row, column, "数字超过 15 位，表格软件会改变末尾几位；请把单元格设为文本后重新填写")
                : number.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private String date(BigDecimal serial, int row, int column) throws SheetException {
        BigDecimal days = book.from1904() ? serial.add(BigDecimal.valueOf(DAYS_1900_TO_1904)) : serial;
        // Before March 1900 the spreadsheets' calendar has a day that never was.
        if (days.compareTo(BigDecimal.valueOf(61)) < 0 || days.compareTo(LAST_DATE) >= 0) {
            return fault(row, column, "不是可用的日期，请写成 2026-11-21 的样子");
        }
        LocalDate day = LocalDate.of(1899, 12, 30).plusDays(days.intValue());
        BigDecimal rest = days.remainder(BigDecimal.ONE);
        if (rest.signum() == 0) {
            return day.toString();
        }
        LocalDateTime time = day.atStartOfDay().plus(Duration.ofSeconds(rest.multiply(BigDecimal.valueOf(86_400)).setScale(0, RoundingMode.HALF_UP).longValue()));
        return time.toString();
    }

    /** @return the empty text, so that a cell with a fault can be written as one expression */
    private String fault(int row, int column, String message) throws SheetException {
        faults.add(new Fault(Sheet.cell(row, column), message));
        if (faults.size() >= MOST_FAULTS) {
            throw new SheetException("文件中有 " + MOST_FAULTS + " 个以上单元格不能导入，请改正后重试", faults);
        }
        return "";
    }

    private static int column(String address, int row) throws SheetException {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != row + 1) {
            throw Xml.broken();
        }
        return matcher.group(1).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1) - 1;
    }

    private static Optional<Integer> number(Optional<String> text) {
        return text.filter(t -> t.matches("\\d{1,7}")).map(Integer::valueOf);
    }
}
