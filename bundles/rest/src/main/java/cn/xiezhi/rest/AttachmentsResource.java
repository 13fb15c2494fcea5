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
import java.util.concurrent.Semaphore;

/** Files of a matter. A file is the request's whole body, so that it is read once, under one bound. */
@Path("v1/matters/{id}/attachments")
public final class AttachmentsResource {
    /** A file is held in memory while it is checked and written; so many at once, the next is asked to come again. */
    private static final int AT_ONCE = 4;
    private static final String ALLOWED = "可以上传 pdf、jpg、png、docx、xlsx、doc、xls、mp4、txt";

    private final Services services;
    private final RestSettings settings;
    private final Semaphore room = new Semaphore(AT_ONCE);

    AttachmentsResource(Services services, RestSettings settings) {
        this.services = services;
        this.settings = settings;
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
        if (name == null || name.isBlank() || name.length() > 1000) {
            throw Problem.bad("missing-parameter", "name", "缺少文件名 name，或者过长");
        }
        Optional<FileType> declared = declared(contentType);
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > settings.maxUploadBytes()) {
            throw tooLarge();
        }
        if (!room.tryAcquire()) {
            throw new Problem(503, "busy", "同时上传的文件过多，请稍后重试").retryAfter(2);
        }
        try {
            byte[] bytes = bounded(body);
            FileType type = FileType.of(bytes).filter(t -> declared.isEmpty() || declared.get() == t)
                    .orElseThrow(() -> wrongType("文件的内容与所称的类型不符，或者不是允许的类型。" + ALLOWED));
            return created(desk, officer, id, seen, new Upload(FileName.of(name, type), type.type(), into, sheets, bytes));
        } finally {
            room.release();
        }
    }

    @GET
    @Path("{attachment}")
    @Produces(MediaType.WILDCARD)
    @Access(Access.Level.OFFICER)
    public Response content(@Context SecurityContext who, @PathParam("id") String id, @PathParam("attachment") String attachment) {
        Officer officer = Caller.officer(who);
        MatterView view = services.desk().matter(officer, id).orElseThrow(Answers::unknownMatter);
        Attachment file = view.matter().attachments().stream().filter(a -> a.id().equals(attachment)).findFirst().orElseThrow(AttachmentsResource::unknown);
        byte[] bytes = services.desk().content(officer, id, attachment).orElseThrow(AttachmentsResource::unknown);
        return Response.ok(bytes, file.type()).header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(file.name()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'").build();
    }

    private Response created(Desk desk, Officer officer, String id, long version, Upload upload) {
        Response answer = Answers.of(desk.attach(officer, id, version, upload), services.reading());
        return Response.fromResponse(answer).status(Response.Status.CREATED).build();
    }

    private byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(settings.maxUploadBytes() + 1);
        if (bytes.length > settings.maxUploadBytes()) {
            throw tooLarge();
        }
        if (bytes.length == 0) {
            throw Problem.bad("empty-file", "name", "文件是空的，请重新选择");
        }
        return bytes;
    }

    /** Browsers that don't know a type say octet-stream or nothing: then the content alone decides. */
    private static Optional<FileType> declared(String contentType) {
        String type = Optional.ofNullable(contentType).map(t -> t.split(";", 2)[0].strip()).orElse("");
        if (type.isEmpty() || type.equalsIgnoreCase(MediaType.APPLICATION_OCTET_STREAM)) {
            return Optional.empty();
        }
        return Optional.of(FileType.ofType(type).orElseThrow(() -> wrongType("不能上传这种类型的文件。" + ALLOWED)));
    }

    private Problem tooLarge() {
        long bytes = settings.maxUploadBytes();
        return new Problem(413, "too-large", "文件过大，单个文件不能超过 " + (bytes >= 1 << 20 ? bytes / (1 << 20) + " MiB" : bytes + " 字节"));
    }

    private static Problem wrongType(String detail) {
        return new Problem(415, "wrong-type", detail);
    }

    private static Problem unknown() {
        return Problem.unknown("unknown-attachment", "这个事项没有这个附件");
    }
}
