package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.audit.AuditQuery;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** The filters of the record, as they came. */
final class AuditFilters {
    @QueryParam("from") String from;
    @QueryParam("to") String to;
    @QueryParam("user") String user;
    @QueryParam("organ") String organ;
    @QueryParam("kind") String kind;
    @QueryParam("ok") String ok;
    @QueryParam("subject") String subject;
    @QueryParam("address") String address;
    @QueryParam("limit") String limit;
    @QueryParam("after") String after;

    AuditQuery query(Officer officer, Optional<String> page, int most) {
        return new AuditQuery(officer.jurisdiction(), Params.day("from", from).map(Zone::startOf), Params.day("to", to).map(Zone::endOf), Params.text("user", user), Params.text("organ", organ),
                Params.text("kind", kind).map(k -> AuditKind.of(k).orElseThrow(() -> Problem.bad("bad-parameter", "kind", "没有“" + k + "”这种记录"))), Params.bool("ok", ok),
                Params.text("subject", subject), Params.text("address", address), page, most);
    }
}
