package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.Foreseen;
import cn.xiezhi.desk.FormDraft;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.sheet.Sheet;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Matters: open one, find them, read one with its ledger, take an action. */
@Path("v1/matters")
@Produces(MediaType.APPLICATION_JSON)
public final class MattersResource {
    private final Services services;

    MattersResource(Services services) {
        this.services = services;
    }

    record Opening(String procedure, Map<String, JsonNode> fields, String origin) {}

    record Act(Long version, Map<String, JsonNode> fields) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Response open(@Context SecurityContext who, @HeaderParam("Idempotency-Key") String key, Opening in) {
        Optional<String> idempotencyKey = Optional.ofNullable(key).filter(k -> !k.isBlank());
        idempotencyKey.filter(k -> !k.matches("[\\x21-\\x7e]{1,100}")).ifPresent(k -> {
            throw Problem.bad("bad-idempotency-key", "Idempotency-Key", "Idempotency-Key 应为 1 至 100 个可见的 ASCII 字符");
        });
        Officer officer = Caller.officer(who);
        String procedure = Params.needed("procedure", in.procedure());
        Optional<String> origin = Params.text("origin", in.origin());
        Response answer = Answers.of(services.desk().open(officer, procedure, FieldValues.text(in.fields()), origin, idempotencyKey), services.reading());
        services.dropDraft(officer, new FormDraft.Opening(procedure, origin));
        return answer;
    }

    /** What opening would do; nothing is written. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Object previewOpening(@Context SecurityContext who, Opening in) {
        return preview(services.desk().foresee(Caller.officer(who), Params.needed("procedure", in.procedure()), FieldValues.text(in.fields()), Params.text("origin", in.origin())));
    }

    @GET
    @Access(Access.Level.OFFICER)
    public Object list(@Context SecurityContext who, @BeanParam MatterFilters filters) {
        return MatterListJson.of(services.reading().list(Caller.officer(who), filters.wanted(Caller.officer(who))), services.desk(), Caller.officer(who));
    }

    /** The list as a table: what the filters let through, the newest first, so many at most. */
    @GET
    @Path("list.csv")
    @Produces("text/csv")
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.EXPORT)
    public Response csv(@Context SecurityContext who, @BeanParam MatterFilters filters) {
        List<List<String>> table = MatterListJson.table(services, Caller.officer(who), filters);
        return Response.ok(Csv.of(table.get(0), table.subList(1, table.size())), "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition("事项.csv")).build();
    }

    @GET
    @Path("list.xlsx")
    @Produces(ExportsResource.XLSX)
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.EXPORT)
    public Response xlsx(@Context SecurityContext who, @BeanParam MatterFilters filters) {
        byte[] file = services.spreadsheets().write(List.of(new Sheet("事项", MatterListJson.table(services, Caller.officer(who), filters))));
        return Response.ok(file, ExportsResource.XLSX).header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition("事项.xlsx")).build();
    }

    @GET
    @Path("{id}")
    @Access(Access.Level.OFFICER)
    public Object one(@Context SecurityContext who, @PathParam("id") String id) {
        return MatterJson.of(seen(who, id), services.reading());
    }

    @GET
    @Path("{id}/actions")
    @Access(Access.Level.OFFICER)
    public Object actions(@Context SecurityContext who, @PathParam("id") String id) {
        return MatterJson.actions(seen(who, id));
    }

    @POST
    @Path("{id}/actions/{action}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Response act(@Context SecurityContext who, @PathParam("id") String id, @PathParam("action") String action, Act in) {
        Officer officer = Caller.officer(who);
        Response answer = Answers.of(services.desk().act(officer, id, action, version(in), FieldValues.text(in.fields())), services.reading());
        services.dropDraft(officer, new FormDraft.Acting(id, action));
        return answer;
    }

    /** What an action would do; nothing is written. */
    @POST
    @Path("{id}/actions/{action}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Object preview(@Context SecurityContext who, @PathParam("id") String id, @PathParam("action") String action, Act in) {
        return preview(services.desk().foresee(Caller.officer(who), id, action, version(in), FieldValues.text(in.fields())));
    }

    private PreviewJson preview(Foreseen foreseen) {
        if (foreseen instanceof Foreseen.Not not) {
            throw Answers.problem(not.why(), services.reading());
        }
        return PreviewJson.of((Foreseen.Known) foreseen, services.reading());
    }

    private static long version(Act in) {
        return Optional.ofNullable(in.version()).orElseThrow(() -> Problem.bad("missing-property", "version", "缺少“version”：您看到的事项版本号"));
    }

    private MatterView seen(SecurityContext who, String id) {
        return services.desk().matter(Caller.officer(who), id).orElseThrow(Answers::unknownMatter);
    }
}
