package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.OrganTable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The register of organs of one's own jurisdiction. */
@Path("v1/organs")
@Produces(MediaType.APPLICATION_JSON)
public final class OrgansResource {
    private static final int MOST_NUMBER = 99_999;

    private final Services services;

    OrgansResource(Services services) {
        this.services = services;
    }

    record Numbering(String template, String mark, Integer used) {}

    record NewOrgan(String id, String name, String kind, String parent, String code) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object all(@Context SecurityContext who, @QueryParam("kind") String kind) {
        Officer officer = Caller.officer(who);
        Optional<Organ.Kind> wanted = Params.text("kind", kind).map(OrgansResource::kind);
        return services.desk().organs(officer).values().stream().filter(o -> wanted.isEmpty() || o.kind() == wanted.get()).map(o -> OrganJson.of(o, officer)).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.REGISTER)
    public Response add(@Context SecurityContext who, NewOrgan in) {
        Officer officer = Caller.officer(who);
        Organ.Kind kind = kind(Params.needed("kind", in.kind()));
        String id = Params.text("id", in.id()).orElseGet(() -> "o-" + UUID.randomUUID().toString().substring(0, 8));
        if (!OrganTable.ID_FORM.matcher(id).matches()) {
            throw Problem.bad("bad-parameter", "id", "机关编号由 2 至 40 个小写字母、数字或连字符组成");
        }
        Optional<String> parent = parent(officer, kind, Params.text("parent", in.parent()));
        Optional<String> code = Params.text("code", in.code());
        code.filter(c -> !c.matches("\\d{9}")).ifPresent(c -> {
            throw Problem.bad("bad-parameter", "code", "区划代码应为 9 位数字");
        });
        Organ organ = new Organ(id, officer.jurisdiction(), Params.needed("name", in.name()), kind, parent, code);
        if (!services.registers().add(organ)) {
            throw new Problem(409, "organ-exists", "编号“" + id + "”已被使用，请换一个").field("id");
        }
        return Response.status(Response.Status.CREATED).entity(OrganJson.of(organ, officer)).build();
    }

    /** How an organ numbers its documents from now on, by which number of this year it begins; those that were issued keep their numbers, and the count goes on. */
    @PUT
    @Path("{id}/numbering")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.SETTINGS)
    public Object number(@Context SecurityContext who, @PathParam("id") String id, Numbering in) {
        Officer officer = Caller.officer(who);
        Organ organ = Optional.ofNullable(services.desk().organs(officer).get(id)).orElseThrow(() -> Problem.unknown("unknown-organ", "本辖区没有这个机关"));
        try {
            Optional<NumberTemplate> template = Params.text("template", in.template()).map(NumberTemplate::new);
            if (in.used() != null || Params.text("mark", in.mark()).isPresent()) {
                began(organ, Params.needed("mark", in.mark()), Optional.ofNullable(in.used()).orElse(-1));
            }
            return OrganJson.of(services.registers().number(organ, template), officer);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("bad-parameter", "template", e.getMessage());
        }
    }

    private void began(Organ organ, String mark, int used) {
        if (used < 0 || used > MOST_NUMBER) {
            throw Problem.bad("bad-parameter", "used", "已用到的号应在 0 至 " + MOST_NUMBER + " 之间");
        }
        services.documents().began(organ, mark, used).ifPresent(why -> {
            throw Problem.bad("bad-parameter", "mark", why);
        });
    }

    private static Organ.Kind kind(String code) {
        return Organ.Kind.of(code).orElseThrow(() -> Problem.bad("bad-parameter", "kind", "没有“" + code + "”这种机关"));
    }

    /** An internal unit belongs to an organ that can act; nothing else has a parent. */
    private Optional<String> parent(Officer officer, Organ.Kind kind, Optional<String> parent) {
        Map<String, Organ> organs = services.desk().organs(officer);
        if ((kind == Organ.Kind.INTERNAL_UNIT) != parent.isPresent()) {
            throw Problem.bad("bad-parameter", "parent", "内设机构须写明所属机关，其他机关不写");
        }
        parent.filter(p -> Optional.ofNullable(organs.get(p)).filter(o -> o.kind() != Organ.Kind.INTERNAL_UNIT).isEmpty()).ifPresent(p -> {
            throw Problem.bad("bad-parameter", "parent", "本辖区没有可以作为上级的机关“" + p + "”");
        });
        return parent;
    }
}
