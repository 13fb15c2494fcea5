package cn.xiezhi.store;

import cn.xiezhi.matter.Findable;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.procedure.Finding;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the matters from before the words that they are found by, page by page in the order of their ids, each page in a transaction with how far that has come: what
 * is stopped goes on at the next start. Of procedures that other bundles bring, only title and number: they are not there yet.
 */
final class TextFill {
    private static final Logger LOG = LoggerFactory.getLogger(TextFill.class);
    private static final int PAGE = 200;
    private static final int TOLD_EVERY = 50 * PAGE;
    private static final String NEXT = "select id, procedure_id, title, opened_at from matter where jurisdiction = ? and id > ? order by id fetch first " + PAGE + " rows only";

    private TextFill() {}

    /** A matter as far as its text needs it. */
    private record Known(String id, String procedure, String title, Instant openedAt) {}

    static void run(DataSource source) throws SQLException {
        for (Map.Entry<String, String> begun : begun(source).entrySet()) {
            String jurisdiction = begun.getKey();
            int done = 0;
            for (Optional<String> last = Optional.of(begun.getValue()); last.isPresent(); done += PAGE) {
                last = page(source, jurisdiction, last.get());
                if (done % TOLD_EVERY == 0) {
                    LOG.info("正在为检索整理 {} 的既有事项，已整理约 {} 件", jurisdiction, done);
                }
            }
            LOG.info("{} 的既有事项已可检索", jurisdiction);
        }
    }

    private static Map<String, String> begun(DataSource source) throws SQLException {
        Map<String, String> begun = new LinkedHashMap<>();
        try (Connection c = source.getConnection(); Statement s = c.createStatement(); ResultSet rows = s.executeQuery("select jurisdiction, next_key from text_fill")) {
            while (rows.next()) {
                begun.put(rows.getString(1), rows.getString(2));
            }
        }
        return begun;
    }

    /** @return the last id of the page; empty if it was the last page */
    private static Optional<String> page(DataSource source, String jurisdiction, String after) throws SQLException {
        try (Connection c = source.getConnection()) {
            c.setAutoCommit(false);
            try {
                List<Known> page = known(c, jurisdiction, after);
                for (Known m : page) {
                    fill(c, jurisdiction, m);
                }
                Optional<String> last = page.size() < PAGE ? Optional.empty() : Optional.of(page.get(PAGE - 1).id());
                Work.change(c, last.isPresent() ? "update text_fill set next_key = ? where jurisdiction = ?" : "delete from text_fill where '' <> ? and jurisdiction = ?", last.orElse("done"), jurisdiction);
                c.commit();
                return last;
            } catch (SQLException | RuntimeException e) {
                c.rollback();
                throw e;
            }
        }
    }

    private static void fill(Connection c, String jurisdiction, Known known) throws SQLException {
        Procedure procedure = Procedures.own().all().get(known.procedure());
        StringBuilder open = new StringBuilder();
        StringBuilder sealed = new StringBuilder();
        if (procedure != null) {
            ledger(c, jurisdiction, known.id()).stream().map(e -> Finding.of(procedure, e)).forEach(f -> {
                open.append(f.open());
                sealed.append(f.sealed());
            });
        }
        Matter titled = Matter.blank(jurisdiction, known.id(), known.procedure(), Optional.empty(), "", known.openedAt(), "").titled(known.title());
        MatterText.keep(c, Optional.empty(), new MatterChange(titled, List.of(), new Findable(open.toString(), sealed.toString())));
    }

    private static List<LedgerEntry> ledger(Connection c, String jurisdiction, String matter) throws SQLException {
        List<LedgerEntry> entries = new ArrayList<>();
        try (PreparedStatement s = c.prepareStatement("select seq, action, details from ledger where jurisdiction = ? and matter = ? order by seq")) {
            s.setString(1, jurisdiction);
            s.setString(2, matter);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    entries.add(new LedgerEntry(row.getInt(1), Instant.EPOCH, "", "", "", row.getString(2), "", "", Json.map(row.getString(3)), Optional.empty(), "", "", ""));
                }
            }
        }
        return entries;
    }

    private static List<Known> known(Connection c, String jurisdiction, String after) throws SQLException {
        List<Known> page = new ArrayList<>();
        try (PreparedStatement s = c.prepareStatement(NEXT)) {
            s.setString(1, jurisdiction);
            s.setString(2, after);
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    page.add(new Known(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)).orElse(""), Instant.ofEpochMilli(row.getLong(4))));
                }
            }
        }
        return page;
    }
}
