package cn.xiezhi.store;

import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Organ;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Types;
import java.util.Optional;

@Entity
@Table(name = "organ")
class OrganRow {
    static final RowTable<OrganRow> TABLE = new RowTable<OrganRow>("organ")
            .key("jurisdiction", Types.VARCHAR, o -> o.jurisdiction).key("id", Types.VARCHAR, o -> o.id)
            .column("name", Types.VARCHAR, o -> o.name).column("kind", Types.VARCHAR, o -> o.kind)
            .column("parent", Types.VARCHAR, o -> o.parent).column("code", Types.VARCHAR, o -> o.code)
            .column("numbering", Types.VARCHAR, o -> o.numbering);

    @Id String jurisdiction;
    @Id String id;
    String name;
    String kind;
    String parent;
    String code;
    String numbering;

    static OrganRow of(Organ o) {
        OrganRow row = new OrganRow();
        row.jurisdiction = o.jurisdiction();
        row.id = o.id();
        row.name = o.name();
        row.kind = o.kind().code();
        row.parent = o.parent().orElse(null);
        row.code = o.code().orElse(null);
        row.numbering = o.numbering().map(NumberTemplate::text).orElse(null);
        return row;
    }

    Organ value() {
        return new Organ(id, jurisdiction, name, Organ.Kind.of(kind).orElseThrow(), Optional.ofNullable(parent), Optional.ofNullable(code),
                Optional.ofNullable(numbering).map(NumberTemplate::new));
    }
}
