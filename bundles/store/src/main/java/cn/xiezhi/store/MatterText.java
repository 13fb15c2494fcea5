package cn.xiezhi.store;

import cn.xiezhi.matter.Findable;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words that a matter is found by, in plain form: a text for everybody who sees the matter, and, where something is kept for some parts, another one
 * with that besides. Written in the action's own transaction, after the matter's row, which keeps others from this matter meanwhile.
 */
record MatterText(String jurisdiction, String matter, boolean sealed, int part, String openedKey, String words) {
    /** A text that is longer goes on in another row, of which all words of a search have to be found together. */
    private static final int LONGEST = 31_000;
    /** Of a value that is too long for one row, so much goes into each; title and number go into every one. */
    private static final int PIECE = 25_000;
    private static final int LONGEST_HEAD = 5_000;
    /** So much of a very long value stands in two rows, for words at the seam. */
    private static final int OVERLAP = 200;

    static final RowTable<MatterText> TABLE = new RowTable<MatterText>("matter_text").key("jurisdiction", Types.VARCHAR, MatterText::jurisdiction).key("matter", Types.VARCHAR, MatterText::matter)
            .key("sealed", Types.BOOLEAN, MatterText::sealed).key("part", Types.INTEGER, MatterText::part).fixed("opened_key", Types.VARCHAR, MatterText::openedKey)
            .column("words", Types.VARCHAR, MatterText::words);

    static void keep(Connection connection, Optional<Matter> before, MatterChange change) throws SQLException {
        Matter m = change.after();
        boolean titled = before.filter(b -> b.title().equals(m.title())).isPresent();
        if (titled && change.findable().equals(Findable.NOTHING)) {
            return;
        }
        List<MatterText> kept = before.isPresent() ? of(connection, m) : List.of();
        String open = Words.plain(change.findable().open());
        String sealed = Words.plain(change.findable().sealed());
        write(connection, m, false, kept, open);
        boolean hasSealed = kept.stream().anyMatch(MatterText::sealed);
        if (hasSealed || !sealed.isBlank()) {
            String all = hasSealed ? "" : String.join(" ", kept.stream().map(MatterText::words).toList()) + " ";
            write(connection, m, true, kept, all + open + " " + sealed);
        }
    }

    private static void write(Connection connection, Matter m, boolean sealed, List<MatterText> kept, String more) throws SQLException {
        String named = Words.plain(m.id() + " " + m.title());
        String head = named.substring(0, whole(named, Math.min(named.length(), LONGEST_HEAD))) + " ";
        Optional<MatterText> last = kept.stream().filter(t -> t.sealed == sealed).reduce((a, b) -> b);
        String before = last.map(MatterText::words).orElse("");
        String added = (before.contains(head) ? "" : head) + (before.contains(more.strip()) ? "" : more.strip() + " ");
        if (last.isPresent() && before.length() + added.length() <= LONGEST) {
            if (!added.isBlank()) {
                TABLE.update(connection, List.of(last.get().with(before + added)));
            }
            return;
        }
        int part = last.map(t -> t.part + 1).orElse(0);
        List<MatterText> rows = new ArrayList<>();
        int from = 0;
        do {
            int to = whole(more, Math.min(more.length(), from + PIECE));
            rows.add(new MatterText(m.jurisdiction(), m.id(), sealed, part++, Times.key(m.openedAt(), m.id()), head + more.substring(from, to) + " "));
            from = to == more.length() ? to : whole(more, to - OVERLAP);
        } while (from < more.length());
        TABLE.insert(connection, rows);
    }

    private MatterText with(String other) {
        return new MatterText(jurisdiction, matter, sealed, part, openedKey, other);
    }

    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<MatterText> of(Connection connection, Matter m) throws SQLException {
        List<MatterText> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select sealed, part, opened_key, words from matter_text where jurisdiction = ? and matter = ? order by sealed, part")) {
            select.setString(1, m.jurisdiction());
            select.setString(2, m.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new MatterText(m.jurisdiction(), m.id(), row.getBoolean(1), row.getInt(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return rows;
    }
}
