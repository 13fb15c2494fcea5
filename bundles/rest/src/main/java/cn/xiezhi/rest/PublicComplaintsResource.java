package cn.xiezhi.rest;

import cn.xiezhi.desk.Complaints;
import cn.xiezhi.desk.Result;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Complaint;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.OrganJson.Named;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Complaints by anybody, without an account: what is asked, filing one, following it by its code. Bounded and limited in rate. */
@Path("v1/public/{jurisdiction}/complaints")
@Produces(MediaType.APPLICATION_JSON)
public final class PublicComplaintsResource {
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int FILES_AT_ONCE = 2;
    /** Reading, wrong input and files: for people who click about, not for programs that try. */
    private static final int REQUESTS_AT_ONCE = 60;
    private static final int REQUESTS_PER_HOUR = 600;

    private final Services services;
    private final RestSettings settings;
    private final Incoming incoming;
    private final RateLimit requests;
    private final RateLimit filings;

    PublicComplaintsResource(Services services, RestSettings settings, LongSupplier nanos) {
        this.services = services;
        this.settings = settings;
        this.incoming = new Incoming(() -> Math.min(MOST_BYTES, settings.maxUploadBytes()), FILES_AT_ONCE);
        this.requests = new RateLimit(nanos);
        this.filings = new RateLimit(nanos);
    }

    record ComplaintForm(List<FormJson.FieldForm> fields, List<Named> receivers, List<Named> organs) {}

    record Filing(Map<String, JsonNode> fields) {}

    record Receipt(String code, Named receiver, Instant filedAt) {}

    record StepJson(String text, Instant at) {}

    record ProgressJson(String state, boolean open, Named handler, Instant filedAt, List<StepJson> steps, Optional<String> reply, int files, int mostFiles) {}

    record FilesJson(int files, int mostFiles) {}

    @GET
    @Access(Access.Level.PUBLIC)
    public Object form(@Context HttpServletRequest request, @PathParam("jurisdiction") String jurisdiction) {
        counted(request);
        Case blank = services.complaints().form(jurisdiction).orElseThrow(PublicComplaintsResource::none);
        List<FormJson.FieldForm> fields = FormJson.of(Complaint.PROCEDURE, Complaint.PROCEDURE.opening(), blank).fields();
        List<String> kinds = fields.stream().filter(f -> f.id().equals("receiver")).flatMap(f -> f.organKinds().stream()).flatMap(List::stream).toList();
        List<Organ> organs = blank.situation().organs().values().stream().filter(o -> o.kind() != Organ.Kind.INTERNAL_UNIT).toList();
        return new ComplaintForm(fields, organs.stream().filter(o -> kinds.contains(o.kind().code())).map(PublicComplaintsResource::named).toList(),
                organs.stream().map(PublicComplaintsResource::named).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.PUBLIC)
    public Response file(@Context HttpServletRequest request, @PathParam("jurisdiction") String jurisdiction, Filing in) {
        String client = counted(request);
        services.complaints().form(jurisdiction).orElseThrow(PublicComplaintsResource::none);
        Map<String, String> input = FieldValues.text(in.fields());
        int most = settings.complaintsPerClientPerHour();
        allowed(filings.take(client, most, most), "您提交得过于频繁");
        int together = settings.complaintsPerHour();
        int wait = filings.take("of " + jurisdiction, together, together);
        if (wait > 0) {
            filings.giveBack(client);
            allowed(wait, "现在提交的人太多");
        }
        Complaints.Answer answer = services.complaints().file(jurisdiction, input);
        return answer.filed().map(f -> Response.status(Response.Status.CREATED).entity(new Receipt(f.code(), named(f.receiver()), f.at())).build()).orElseThrow(() -> {
            filings.giveBack(client);
            filings.giveBack("of " + jurisdiction);
            return answer.refusal().map(Problem::of).orElseGet(PublicComplaintsResource::none);
        });
    }

    @GET
    @Path("{code}")
    @Access(Access.Level.PUBLIC)
    public Object progress(@Context HttpServletRequest request, @PathParam("jurisdiction") String jurisdiction, @PathParam("code") String code) {
        counted(request);
        Complaints.Progress p = services.complaints().progress(jurisdiction, code).orElseThrow(PublicComplaintsResource::unknownCode);
        return new ProgressJson(p.state(), p.open(), named(p.handler()), p.filedAt(), p.steps().stream().map(s -> new StepJson(s.text(), s.at())).toList(), p.reply(), p.files(),
                Complaints.MOST_FILES);
    }

    @POST
    @Path("{code}/attachments")
    @Consumes(MediaType.WILDCARD)
    @Access(Access.Level.PUBLIC)
    public Response attach(@Context HttpServletRequest request, @PathParam("jurisdiction") String jurisdiction, @PathParam("code") String code, @QueryParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length, InputStream body) throws IOException {
        counted(request);
        Complaints complaints = services.complaints();
        complaints.progress(jurisdiction, code).orElseThrow(PublicComplaintsResource::unknownCode);
        Result result = incoming.take(new Incoming.Announced(name, "complaint", Optional.empty(), contentType, length), body,
                upload -> complaints.attach(jurisdiction, code, upload)).orElseThrow(PublicComplaintsResource::unknownCode);
        if (result instanceof Result.Refused refused) {
            throw Problem.of(refused.refusal());
        }
        if (!(result instanceof Result.Done)) {
            throw new Problem(409, "matter-changed", "这件投诉举报刚刚有变化，请重试");
        }
        return Response.status(Response.Status.CREATED).entity(new FilesJson(complaints.progress(jurisdiction, code).orElseThrow().files(), Complaints.MOST_FILES)).build();
    }

    private String counted(HttpServletRequest request) {
        String client = ClientAddress.of(request, settings.trustForwardedFor());
        allowed(requests.take(client, REQUESTS_AT_ONCE, REQUESTS_PER_HOUR), "您的请求过于频繁");
        return client;
    }

    private static void allowed(int wait, String why) {
        if (wait > 0) {
            throw new Problem(429, "too-many-requests", why + "，请 " + (wait < 90 ? wait + " 秒" : (wait + 59) / 60 + " 分钟") + "后再试；已填写的内容请先保留").retryAfter(wait);
        }
    }

    private static Named named(Organ organ) {
        return new Named(organ.id(), organ.name());
    }

    private static Problem none() {
        return Problem.unknown("no-complaints-here", "没有这个辖区，或者其文件没有规定投诉举报制度；请直接向有关单位反映");
    }

    private static Problem unknownCode() {
        return Problem.unknown("unknown-code", "没有找到这个查询码，请核对辖区和查询码");
    }
}
