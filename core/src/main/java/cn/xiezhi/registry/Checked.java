package cn.xiezhi.registry;

import cn.xiezhi.sheet.Sheet;
import java.util.List;

/**
 * A spreadsheet held against a register: what each row would do, or all that is wrong with it.
 *
 * @param heading what is wrong with the first row; the others are not looked at then
 * @param rows in the order of the file; blank rows are left out
 * @param added what is not in the register yet
 * @param changed what is in it, but differs
 */
public record Checked<T>(List<Fault> heading, List<Row> rows, List<T> added, List<T> changed) {
    /** What a row would do. */
    public enum State { NEW, CHANGED, UNCHANGED, WRONG }

    /**
     * @param row counted from 0, the heading included
     * @param column counted from 0
     * @param message for people: what is wrong and what to do
     */
    public record Fault(int row, int column, String message) {
        /** As spreadsheets name it: B3. */
        public String cell() {
            return Sheet.cell(row, column);
        }
    }

    /** @param row counted from 0, the heading included */
    public record Row(int row, String title, State state, List<Fault> faults) {
        public Row {
            faults = List.copyOf(faults);
        }
    }

    public Checked {
        heading = List.copyOf(heading);
        rows = List.copyOf(rows);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
    }

    static <T> Checked<T> wrongHeading(List<Fault> faults) {
        return new Checked<>(faults, List.of(), List.of(), List.of());
    }

    /** Whether it may be taken over. */
    public boolean right() {
        return heading.isEmpty() && rows.stream().allMatch(r -> r.faults().isEmpty());
    }

    public long count(State state) {
        return rows.stream().filter(r -> r.state() == state).count();
    }
}
