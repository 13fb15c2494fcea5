package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.Templates;
import cn.xiezhi.desk.Templates.Listed;
import cn.xiezhi.document.TemplateCheck;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The templates that a jurisdiction's papers are laid out by, for its administrator. Documents that were issued stay as they are. */
@Path("v1/templates")
public final class TemplatesResource {
    private static final Logger LOG = LoggerFactory.getLogger(TemplatesResource.class);
    private final Services services;

    TemplatesResource(Services services) {
        this.services = services;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    public Object all(@Context SecurityContext who) {
        return services.templates().of(RulesResource.keeper(services, who)).stream().map(TemplateJson::of).toList();
    }

    /** The template in use, as a starting point, or a former one. */
    @GET
    @Path("{procedure}/{paper}")
    @Produces(DocumentsResource.DOCX)
    @Access(Access.Level.ADMINISTRATOR)
    public Response file(@Context SecurityContext who, @PathParam("procedure") String procedure, @PathParam("paper") String paper, @QueryParam("version") String version) {
        Listed listed = listed(RulesResource.keeper(services, who), procedure, paper);
        byte[] docx = Params.text("version", version).map(v -> services.templates().former(listed, (int) Params.number("version", v, 1, Integer.MAX_VALUE))
                .orElseThrow(() -> Problem.unknown("unknown-template", "没有这一版模板"))).orElse(listed.inUse().bytes());
        return docx(listed.name() + "（模板）", docx);
    }

    @GET
    @Path("{procedure}/{paper}/sample")
    @Produces(DocumentsResource.DOCX)
    @Access(Access.Level.ADMINISTRATOR)
    public Response sample(@Context SecurityContext who, @PathParam("procedure") String procedure, @PathParam("paper") String paper) {
        Officer officer = RulesResource.keeper(services, who);
        Listed listed = listed(officer, procedure, paper);
        return docx(listed.name() + "（样张）", services.templates().sample(officer, listed, listed.inUse().bytes()));
    }

    /** The file is the request's body; with {@code preview} it is only tried. */
    @PUT
    @Path("{procedure}/{paper}")
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, DocumentsResource.DOCX})
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.SETTINGS)
    public Response choose(@Context SecurityContext who, @PathParam("procedure") String procedure, @PathParam("paper") String paper, @QueryParam("preview") String preview,
            @QueryParam("seen") String seen, InputStream body) throws IOException {
        Officer officer = RulesResource.keeper(services, who);
        Listed listed = listed(officer, procedure, paper);
        byte[] docx = body.readNBytes(TemplateCheck.MOST + 1);
        Templates.Tried tried = services.templates().tried(officer, listed, docx);
        if (tried.sample().isEmpty()) {
            throw new Problem(422, "unfit-template", "这个模板不能使用：" + String.join("；", tried.problems()));
        }
        if (Params.bool("preview", preview).orElse(false)) {
            return docx(listed.name() + "（样张）", tried.sample().get());
        }
        return chosen(officer, listed, seen, Optional.of(docx));
    }

    /** The default again. */
    @DELETE
    @Path("{procedure}/{paper}")
    @Produces(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.SETTINGS)
    public Response reset(@Context SecurityContext who, @PathParam("procedure") String procedure, @PathParam("paper") String paper, @QueryParam("seen") String seen) {
        Officer officer = RulesResource.keeper(services, who);
        return chosen(officer, listed(officer, procedure, paper), seen, Optional.empty());
    }

    private Response chosen(Officer officer, Listed listed, String seen, Optional<byte[]> docx) {
        int known = Params.text("seen", seen).map(v -> (int) Params.number("seen", v, 0, Integer.MAX_VALUE))
                .orElseThrow(() -> Problem.bad("missing-parameter", "seen", "缺少“seen”：您看到的模板更换次数"));
        int now = listed.history().stream().findFirst().map(c -> c.version()).orElse(0);
        if (known != now || !services.templates().choose(officer, listed, known, docx)) {
            throw new Problem(409, "template-changed", "模板刚被他人更换过，请刷新后再试");
        }
        LOG.info("{} 更换了{}的模板：{}", officer.user(), listed.name(), docx.isPresent() ? "上传" : "恢复默认");
        return Response.ok(TemplateJson.of(listed(officer, listed.procedure().id(), listed.paper().id())), MediaType.APPLICATION_JSON).build();
    }

    private Listed listed(Officer officer, String procedure, String paper) {
        return services.templates().one(officer, procedure, paper).orElseThrow(() -> Problem.unknown("unknown-paper", "本辖区没有这种文书"));
    }

    private static Response docx(String name, byte[] bytes) {
        return DocumentsResource.file(name + ".docx", bytes);
    }
}
