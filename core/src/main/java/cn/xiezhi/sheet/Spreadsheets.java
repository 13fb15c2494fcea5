package cn.xiezhi.sheet;

import java.util.List;

/** Reads and writes .xlsx files. What is read comes from outside and is hostile until shown otherwise. */
public interface Spreadsheets {
    /** A file with these tables; every cell is typed as text, or as a number in a column of numbers, so that nothing in it is ever a formula. The first row of each is its heading. */
    byte[] write(List<Sheet> sheets);

    /**
     * The first visible table of a file, without the blank rows at its end. Time and memory are bounded whatever the file says.
     *
     * @param maxRows how many rows that are not blank are allowed, the heading included
     * @param maxColumns beyond which no cell may have content
     * @throws SheetException if it is no .xlsx, is damaged or too large, or a cell holds a formula, an error or an impossible number
     */
    Sheet read(byte[] xlsx, int maxRows, int maxColumns) throws SheetException;
}
