package cn.xiezhi.document;

import java.util.List;

/** A piece of a document's body. */
public sealed interface Block {
    /** A paragraph; line breaks inside begin paragraphs of their own. */
    record Paragraph(String text) implements Block {}

    /** A heading of the first level, e.g. 一、基本情况. */
    record Heading(String text) implements Block {}

    /** Who or what, under a name that stands out before it, e.g. 出席：. */
    record Named(String name, String text) implements Block {}

    /**
     * A table with lines.
     *
     * @param header empty for a form whose left column names what stands beside it
     * @param rows as many cells each as {@code widths}
     * @param widths of the columns, in parts of the whole width
     */
    record Table(List<String> header, List<List<String>> rows, List<Integer> widths) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            widths = List.copyOf(widths);
            int columns = widths.size();
            if (!header.isEmpty() && header.size() != columns || rows.stream().anyMatch(r -> r.size() != columns)) {
                throw new IllegalArgumentException("a table of " + columns + " columns has rows of other lengths");
            }
        }
    }
}
