package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.revision.Recomputation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Running obligations under the version in force instead of the one that they arose under: shown first, then done for a reason. For administrators. */
@Path("v1/rules/policy/recomputation")
@Produces({NdJson.TYPE, MediaType.APPLICATION_JSON})
public final class RecomputationResource {
    private static final Logger LOG = LoggerFactory.getLogger(RecomputationResource.class);

    private final Services services;

    RecomputationResource(Services services) {
        this.services = services;
    }

    record Why(String reason) {}

    record MovedJson(String matter, String title, String duty, String name, String organ, String organName, String versionBefore, Optional<Instant> before, Optional<Instant> after) {}

    record LeftJson(String matter, String title, String duty, String name, String organ, String organName, String versionBefore, String why) {}

    record OutlookJson(String version, int matters, int obligations, List<MovedJson> moved, int movedCount, List<LeftJson> left, int leftCount) {}

    record DoneJson(String version, int matters, int moved) {}

    @GET
    @Access(Access.Level.ADMINISTRATOR)
    public Response preview(@Context SecurityContext who) {
        Officer officer = RulesResource.keeper(services, who);
        Recomputation recomputation = services.recomputation();
        Map<String, Organ> organs = services.desk().organs(officer);
        Procedures known = services.desk().procedures();
        return Response.ok(NdJson.of(services.jobs(), officer, "预览重新计算在办期限", progress -> recomputation.preview(officer, progress), o -> json(known, o, organs),
                o -> "将有 " + o.matters() + " 个事项的 " + o.movedCount() + " 项期限变化"), NdJson.TYPE).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.RULES)
    public Response run(@Context SecurityContext who, Why in) {
        Officer officer = RulesResource.keeper(services, who);
        Recomputation recomputation = services.recomputation();
        String reason = RulesResource.reason(in.reason());
        return Response.ok(NdJson.of(services.jobs(), officer, "重新计算在办期限", progress -> recomputation.run(officer, reason, progress), d -> {
            LOG.info("{} 按规则 {} 重新计算了 {} 个事项的 {} 项期限", officer.user(), d.version(), d.matters(), d.moved());
            return new DoneJson(d.version(), d.matters(), d.moved());
        }, d -> "按规则 " + d.version() + " 重新计算了 " + d.matters() + " 个事项的 " + d.moved() + " 项期限"), NdJson.TYPE).build();
    }

    private static OutlookJson json(Procedures known, Recomputation.Outlook o, Map<String, Organ> organs) {
        return new OutlookJson(o.version(), o.matters(), o.obligations(), o.moved().stream().map(m -> moved(known, m, organs)).toList(), o.movedCount(),
                o.left().stream().map(l -> left(known, l, organs)).toList(), o.leftCount());
    }

    private static MovedJson moved(Procedures known, Recomputation.Moved m, Map<String, Organ> organs) {
        Owed owed = m.owed();
        return new MovedJson(owed.matter(), owed.title(), owed.obligation().duty().id(), known.text(owed.obligation().duty()), owed.obligation().owedBy(), name(owed, organs),
                owed.obligation().policyVersion(), owed.obligation().dueAtExclusive(), m.after().deadline().dueAtExclusive());
    }

    private static LeftJson left(Procedures known, Recomputation.Left l, Map<String, Organ> organs) {
        Owed owed = l.owed();
        return new LeftJson(owed.matter(), owed.title(), owed.obligation().duty().id(), known.text(owed.obligation().duty()), owed.obligation().owedBy(), name(owed, organs),
                owed.obligation().policyVersion(), l.why());
    }

    private static String name(Owed owed, Map<String, Organ> organs) {
        return Organ.name(organs, owed.obligation().owedBy());
    }
}
