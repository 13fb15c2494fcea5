package cn.xiezhi.sheet;

import java.util.List;
import java.util.Set;

/**
 * One table: every cell is text, a date in ISO form (2026-11-21), an empty cell the empty text. Rows may be of different length.
 *
 * @param name the tab's name, at most 31 characters, none of {@code \ / ? * [ ] :}
 * @param numbers columns, counted from 0, whose plain decimal numbers below the heading are written as numbers, to be reckoned with
 */
public record Sheet(String name, List<List<String>> rows, Set<Integer> numbers) {
    public Sheet {
        rows = rows.stream().map(List::copyOf).toList();
        numbers = Set.copyOf(numbers);
    }

    /** Nothing but text. */
    public Sheet(String name, List<List<String>> rows) {
        this(name, rows, Set.of());
    }

    /** The name of a cell as spreadsheets show it. Row and column count from 0: (0, 0) is A1. */
    public static String cell(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.append(row + 1).toString();
    }
}
