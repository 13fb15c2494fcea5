package cn.xiezhi.store;

import cn.xiezhi.desk.DocumentStore;
import cn.xiezhi.document.Issued;
import cn.xiezhi.document.Issued.Place;
import cn.xiezhi.document.Issued.Voided;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The register of issued documents. */
record Documents(Work work) implements DocumentStore {
    static final RowTable<Issued> TABLE = new RowTable<Issued>("document")
            .key("jurisdiction", Types.VARCHAR, Issued::jurisdiction).key("matter", Types.VARCHAR, Issued::matter).key("id", Types.VARCHAR, Issued::id)
            .fixed("kind", Types.VARCHAR, Issued::kind).fixed("title", Types.VARCHAR, Issued::title).fixed("organ", Types.VARCHAR, Issued::organ)
            .fixed("mark", Types.VARCHAR, d -> d.number().map(Place::mark).orElse(null))
            .fixed("number_year", Types.INTEGER, d -> d.number().map(Place::year).orElse(null))
            .fixed("ordinal", Types.INTEGER, d -> d.number().map(Place::ordinal).orElse(null))
            .fixed("shown", Types.VARCHAR, Issued::shown).fixed("template", Types.VARCHAR, Issued::template).fixed("sha256", Types.VARCHAR, Issued::sha256)
            .fixed("issued_at", Types.BIGINT, d -> d.issuedAt().toEpochMilli()).fixed("issued_by", Types.VARCHAR, Issued::issuedBy)
            .fixed("issued_label", Types.VARCHAR, Issued::issuedByName)
            .column("voided_at", Types.BIGINT, d -> d.voided().map(v -> v.at().toEpochMilli()).orElse(null))
            .column("voided_by", Types.VARCHAR, d -> d.voided().map(Voided::by).orElse(null))
            .column("void_reason", Types.VARCHAR, d -> d.voided().map(Voided::reason).orElse(null));

    private record Began(String jurisdiction, Place last) {}

    private static final RowTable<Began> BEGAN = new RowTable<Began>("document_count")
            .key("jurisdiction", Types.VARCHAR, Began::jurisdiction).key("organ", Types.VARCHAR, b -> b.last().organ()).key("mark", Types.VARCHAR, b -> b.last().mark())
            .key("number_year", Types.INTEGER, b -> b.last().year()).fixed("used", Types.INTEGER, b -> b.last().ordinal());
    private static final String COUNT = " where jurisdiction = ? and organ = ? and mark = ? and number_year = ?";

    @Override
    public List<Issued> of(String jurisdiction, String matter) {
        return work.rows("select * from document where jurisdiction = ? and matter = ? order by issued_at, id", Documents::value, jurisdiction, matter);
    }

    @Override
    public Place last(String jurisdiction, Place count) {
        int issued = work.row("select max(ordinal) from document" + COUNT, row -> row.getInt(1), jurisdiction, count.organ(), count.mark(), count.year()).orElseThrow();
        int before = work.row("select used from document_count" + COUNT, row -> row.getInt(1), jurisdiction, count.organ(), count.mark(), count.year()).orElse(0);
        return new Place(count.organ(), count.mark(), count.year(), Math.max(issued, before));
    }

    @Override
    public void began(String jurisdiction, Place last) {
        Began now = new Began(jurisdiction, last);
        work.transact(connection -> {
            BEGAN.delete(connection, List.of(now));
            BEGAN.insert(connection, List.of(now));
        });
    }

    private static Issued value(ResultSet row) throws SQLException {
        String organ = row.getString("organ");
        int ordinal = row.getInt("ordinal");
        Optional<Place> number = row.wasNull() ? Optional.empty() : Optional.of(new Place(organ, row.getString("mark"), row.getInt("number_year"), ordinal));
        long voidedAt = row.getLong("voided_at");
        Optional<Voided> voided = row.wasNull() ? Optional.empty() : Optional.of(new Voided(Instant.ofEpochMilli(voidedAt), row.getString("voided_by"), row.getString("void_reason")));
        return new Issued(row.getString("jurisdiction"), row.getString("matter"), row.getString("id"), row.getString("kind"), row.getString("title"), organ, number,
                row.getString("shown"), row.getString("template"), row.getString("sha256"), Instant.ofEpochMilli(row.getLong("issued_at")), row.getString("issued_by"),
                row.getString("issued_label"), voided);
    }
}
