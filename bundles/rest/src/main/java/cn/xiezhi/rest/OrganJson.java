package cn.xiezhi.rest;

import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import java.util.Optional;

/** An organ of the register, as the person who asks sees it. */
record OrganJson(String id, String name, String kind, String kindName, Optional<String> parent, Optional<String> code, Optional<String> numbering, boolean mine) {
    /** An organ, where its name is enough. */
    record Named(String id, String name) {}

    static OrganJson of(Organ organ, Officer officer) {
        return new OrganJson(organ.id(), organ.name(), organ.kind().code(), organ.kind().text(), organ.parent(), organ.code(), organ.numbering().map(NumberTemplate::text), organ.id().equals(officer.organ().id()));
    }
}
