package cn.xiezhi.rest;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.desk.Upload;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Files of a matter. */
@Path("v1/matters/{id}/attachments")
public final class AttachmentsResource {
    private static final int AT_ONCE = 4;

    private final Services services;
    private final Incoming incoming;

    AttachmentsResource(Services services, RestSettings settings) {
        this.services = services;
        this.incoming = new Incoming(() -> settings.maxUploadBytes(), AT_ONCE);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Response add(@Context SecurityContext who, @PathParam("id") String id, @QueryParam("name") String name, @QueryParam("slot") String slot,
            @QueryParam("pages") String pages, @QueryParam("version") String version, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length, InputStream body) throws IOException {
        Officer officer = Caller.officer(who);
        Desk desk = services.desk();
        desk.matter(officer, id).orElseThrow(Answers::unknownMatter);
        long seen = Params.number("version", version, 0, Long.MAX_VALUE);
        Optional<Integer> sheets = Params.text("pages", pages).map(p -> (int) Params.number("pages", p, 1, 10_000));
        String into = Params.text("slot", slot).orElse(Attachment.OTHER);
        return incoming.take(new Incoming.Announced(name, into, sheets, contentType, length), body, upload -> created(desk, officer, id, seen, upload));
    }

    @GET
    @Path("{attachment}")
    @Produces(MediaType.WILDCARD)
    @Access(Access.Level.OFFICER)
    public Response content(@Context SecurityContext who, @PathParam("id") String id, @PathParam("attachment") String attachment,
            @QueryParam("view") String view) {
        Officer officer = Caller.officer(who);
        boolean inPlace = Params.bool("view", view).orElse(false);
        MatterView matter = services.desk().matter(officer, id).orElseThrow(Answers::unknownMatter);
        Attachment file = matter.matter().attachments().stream().filter(a -> a.id().equals(attachment)).findFirst().orElseThrow(AttachmentsResource::unknown);
        byte[] bytes = services.desk().content(officer, id, attachment).orElseThrow(AttachmentsResource::unknown);
        boolean shown = inPlace && FileType.of(bytes).filter(t -> t.isViewable() && t.type().equals(file.type())).isPresent();
        // Without an origin, whatever is in the file; in the console's own frame and nobody else's.
        return Response.ok(bytes, file.type()).header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(shown ? "inline" : "attachment", file.name()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors " + (shown ? "'self'" : "'none'"))
                .header("X-Frame-Options", shown ? "SAMEORIGIN" : "DENY").build();
    }

    private Response created(Desk desk, Officer officer, String id, long version, Upload upload) {
        Response answer = Answers.of(desk.attach(officer, id, version, upload), services.reading());
        return Response.fromResponse(answer).status(Response.Status.CREATED).build();
    }

    private static Problem unknown() {
        return Problem.unknown("unknown-attachment", "这个事项没有这个附件");
    }
}
