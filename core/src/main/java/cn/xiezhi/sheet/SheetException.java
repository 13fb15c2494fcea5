package cn.xiezhi.sheet;

import java.util.List;

/** A file that is refused as a whole. The message and the faults are for people: what is wrong, where, what to do. */
public final class SheetException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param cell as spreadsheets name it: B3 */
    public record Fault(String cell, String message) {}

    private final transient List<Fault> faults;

    public SheetException(String message) {
        this(message, List.of());
    }

    public SheetException(String message, List<Fault> faults) {
        super(message);
        this.faults = List.copyOf(faults);
    }

    /** The cells that it is refused for, in reading order; none where it is the file. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }
}
