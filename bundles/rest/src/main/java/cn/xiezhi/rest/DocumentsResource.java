package cn.xiezhi.rest;

import cn.xiezhi.desk.Documents;
import cn.xiezhi.desk.Result;
import cn.xiezhi.registry.Officer;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;

/** The documents (文书) of a matter: drafted, issued with a number, read as they were issued, declared void. */
@Path("v1/matters/{id}/documents")
public final class DocumentsResource {
    static final String DOCX = Documents.DOCX;

    private final Services services;

    DocumentsResource(Services services) {
        this.services = services;
    }

    record NewDocument(String kind, Long version, Map<String, JsonNode> fields) {}

    record Voiding(Long version, String reason) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Object all(@Context SecurityContext who, @PathParam("id") String id) {
        return listed(Caller.officer(who), id);
    }

    /** A draft has no number and leaves no trace. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, DOCX})
    @Access(Access.Level.OFFICER)
    public Response issue(@Context SecurityContext who, @PathParam("id") String id, @QueryParam("preview") String preview, NewDocument in) {
        Officer officer = Caller.officer(who);
        String kind = Params.needed("kind", in.kind());
        Map<String, String> fields = FieldValues.text(in.fields());
        if (Params.bool("preview", preview).orElse(false)) {
            Documents.Drafted drafted = services.documents().draft(officer, id, kind, fields);
            return file(drafted.file().orElseThrow(() -> Answers.problem(drafted.not().orElseThrow(), services.reading())), "（草稿）");
        }
        done(services.documents().issue(officer, id, kind, version(in.version()), fields));
        return Response.status(Response.Status.CREATED).type(MediaType.APPLICATION_JSON).entity(listed(officer, id)).build();
    }

    @GET
    @Path("{document}")
    @Produces(DOCX)
    @Access(Access.Level.OFFICER)
    public Response content(@Context SecurityContext who, @PathParam("id") String id, @PathParam("document") String document) {
        return file(services.documents().content(Caller.officer(who), id, document).orElseThrow(() -> Problem.unknown("unknown-document", "这个事项没有这份文书")), "");
    }

    @POST
    @Path("{document}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Object declareVoid(@Context SecurityContext who, @PathParam("id") String id, @PathParam("document") String document, Voiding in) {
        Officer officer = Caller.officer(who);
        Map<String, String> input = Optional.ofNullable(in.reason()).map(r -> Map.of("voidReason", r)).orElse(Map.of());
        done(services.documents().declareVoid(officer, id, document, version(in.version()), input));
        return listed(officer, id);
    }

    private DocumentsJson listed(Officer officer, String id) {
        return services.documents().of(officer, id).map(l -> DocumentsJson.of(l, services.reading())).orElseThrow(Answers::unknownMatter);
    }

    private void done(Result result) {
        if (!(result instanceof Result.Done)) {
            throw Answers.problem(result, services.reading());
        }
    }

    private static long version(Long version) {
        return Optional.ofNullable(version).orElseThrow(() -> Problem.bad("missing-property", "version", "缺少“version”：您看到的事项版本号"));
    }

    private static Response file(Documents.File file, String suffix) {
        return file(file.title() + suffix + ".docx", file.bytes());
    }

    static Response file(String name, byte[] docx) {
        return Response.ok(docx, DOCX).header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(name))
                .header("Content-Security-Policy", "sandbox; default-src 'none'").build();
    }
}
