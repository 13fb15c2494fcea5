package cn.xiezhi.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CSV by RFC 4180, as Excel opens it: UTF-8 with its mark, and no cell that a spreadsheet would take for a formula. */
final class Csv {
    private static final String MARK = "\uFEFF";
    /** What spreadsheets begin to calculate at, also in full width. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final ObjectWriter WRITER = CsvMapper.builder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private Csv() {}

    static byte[] of(List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        rows.forEach(r -> all.add(r.stream().map(Csv::harmless).toList()));
        try {
            return (MARK + WRITER.writeValueAsString(all)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text that can't be written as CSV", e);
        }
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
