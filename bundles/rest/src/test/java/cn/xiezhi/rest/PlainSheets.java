package cn.xiezhi.rest;

import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.sheet.Spreadsheets;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes tables as plain text: what is in them matters here, not how a file is made of it. */
final class PlainSheets implements Spreadsheets {
    /** What was written last. */
    List<Sheet> written = List.of();

    @Override
    public byte[] write(List<Sheet> sheets) {
        written = sheets;
        return sheets.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Sheet read(byte[] xlsx, int maxRows, int maxColumns) {
        throw new UnsupportedOperationException();
    }
}
