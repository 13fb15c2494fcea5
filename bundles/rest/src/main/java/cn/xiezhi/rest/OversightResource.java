package cn.xiezhi.rest;

import cn.xiezhi.assessment.Oversight;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.DisputePath;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.ListingJson.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What deserves a supervisor's look across the organs, for whoever reads every matter of the jurisdiction. */
@Path("v1/oversight")
@Produces(MediaType.APPLICATION_JSON)
public final class OversightResource {
    private final Services services;

    OversightResource(Services services) {
        this.services = services;
    }

    record OversightJson(Instant now, int overdueCount, List<Row> kept, List<Row> overdue, List<Row> refused, List<Row> extended, List<Row> disputes) {}

    @GET
    @Access(Access.Level.OFFICER)
    public OversightJson all(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        Oversight o = services.oversights().of(officer).orElseThrow(() -> new Problem(403, "not-yours-to-see", "监督查阅限司法行政部门的监督人员和审计员"));
        Map<String, Organ> organs = services.desk().organs(officer);
        var names = new ListingJson.Names(services.desk().procedures(), id -> Organ.name(organs, id), o.now());
        return new OversightJson(o.now(), o.overdueCount(), o.kept().stream().map(x -> names.row(x, Optional.empty())).toList(),
                o.overdue().stream().map(x -> names.row(x, Optional.empty())).toList(), o.refused().stream().map(x -> names.row(x, Optional.empty())).toList(),
                o.extended().stream().map(x -> names.row(x.owed(), Optional.of("已延长 " + x.times() + " 次"))).toList(),
                o.disputes().stream().map(m -> names.row(m, Optional.of(level(m)))).toList());
    }

    private static String level(Matter dispute) {
        int number = Integer.parseInt(dispute.field("level").orElse("1"));
        return "第 " + number + " 级：" + DisputePath.of(dispute).get(number - 1).name();
    }
}
