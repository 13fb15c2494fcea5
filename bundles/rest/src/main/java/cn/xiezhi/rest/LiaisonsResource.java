package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.registry.Liaison;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.OrganJson.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Whom other organs turn to: liaisons, deputy heads in charge, contacts for approvals. */
@Path("v1/liaisons")
@Produces(MediaType.APPLICATION_JSON)
public final class LiaisonsResource {
    private static final int LONGEST_NAME = 50;

    private final Services services;

    LiaisonsResource(Services services) {
        this.services = services;
    }

    record LiaisonJson(String id, Named organ, String kind, String kindName, String name, String phone, LocalDate since, Optional<LocalDate> until) {
        static LiaisonJson of(Liaison l, Map<String, Organ> organs) {
            return new LiaisonJson(l.id(), new Named(l.organ(), Organ.name(organs, l.organ())), l.kind().code(), l.kind().text(),
                    l.name(), l.phone(), l.since(), l.until());
        }
    }

    record NewLiaison(String organ, String kind, String name, String phone, String since, String until) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object all(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        Map<String, Organ> organs = services.desk().organs(officer);
        return services.registers().liaisons(officer).stream().map(l -> LiaisonJson.of(l, organs)).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.REGISTER)
    public Response add(@Context SecurityContext who, NewLiaison in) {
        Officer officer = Caller.officer(who);
        Map<String, Organ> organs = services.desk().organs(officer);
        String organ = Params.needed("organ", in.organ());
        if (!organs.containsKey(organ)) {
            throw Problem.bad("bad-parameter", "organ", "本辖区没有登记“" + organ + "”这个机关");
        }
        Liaison.Kind kind = Liaison.Kind.of(Params.needed("kind", in.kind())).orElseThrow(() -> Problem.bad("bad-parameter", "kind", "kind 应为 liaison、deputyHead 或 approvalContact"));
        String name = Params.needed("name", in.name());
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Problem.bad("bad-parameter", "name", "姓名不能超过 " + LONGEST_NAME + " 个字");
        }
        String phone = Params.needed("phone", in.phone());
        if (!phone.matches("[0-9+() -]{3,30}")) {
            throw Problem.bad("bad-parameter", "phone", "电话应为 3 至 30 个数字、空格、括号、加号或短横线");
        }
        Optional<LocalDate> since = Params.day("since", in.since());
        Optional<LocalDate> until = Params.day("until", in.until());
        LocalDate first = since.orElseGet(services.registers()::today);
        until.filter(first::isAfter).ifPresent(u -> {
            throw Problem.bad("bad-parameter", "until", "截止日不能早于起始日");
        });
        return Response.status(Response.Status.CREATED).entity(LiaisonJson.of(services.registers().add(officer, kind, organ, name, phone, first, until), organs)).build();
    }

    @DELETE
    @Path("{id}")
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.REGISTER)
    public Response remove(@Context SecurityContext who, @PathParam("id") String id) {
        if (!services.registers().removeLiaison(Caller.officer(who), id)) {
            throw Problem.unknown("unknown-liaison", "没有这个联络员，可能已被移除；请刷新");
        }
        return Response.noContent().build();
    }
}
