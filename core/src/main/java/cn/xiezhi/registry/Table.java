package cn.xiezhi.registry;

import cn.xiezhi.registry.Checked.Fault;
import cn.xiezhi.sheet.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The columns by which a register is written to a spreadsheet and read from one. */
record Table(String name, List<String> columns) {
    /** The register as a spreadsheet: what is written can be read again and changes nothing. */
    Sheet sheet(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(columns));
        all.addAll(rows);
        return new Sheet(name, all);
    }

    /** What is wrong with a spreadsheet's first row. */
    List<Fault> heading(Sheet sheet) {
        List<String> found = sheet.rows().isEmpty() ? List.of() : sheet.rows().get(0).stream().map(String::strip).toList();
        List<Fault> faults = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (c >= found.size() || !found.get(c).equals(columns.get(c))) {
                faults.add(new Fault(0, c, "首行此列应为“" + columns.get(c) + "”；请使用下载的模板，不要增删或调换列"));
            }
        }
        IntStream.range(columns.size(), found.size()).filter(c -> !found.get(c).isEmpty()).forEach(c -> faults.add(new Fault(0, c, "模板没有“" + found.get(c) + "”这一列，请删去")));
        return faults;
    }

    private Cells cells(int row, List<String> values) {
        Cells cells = new Cells(row, values, columns);
        IntStream.range(columns.size(), values.size()).filter(c -> !values.get(c).isBlank())
                .forEach(c -> cells.faults().add(new Fault(row, c, "模板没有这一列，请删去其中的内容")));
        return cells;
    }

    /** The rows with content below the heading. */
    List<Cells> rows(Sheet sheet) {
        return IntStream.range(1, sheet.rows().size()).filter(r -> sheet.rows().get(r).stream().anyMatch(c -> !c.isBlank()))
                .mapToObj(r -> cells(r, sheet.rows().get(r))).toList();
    }
}
