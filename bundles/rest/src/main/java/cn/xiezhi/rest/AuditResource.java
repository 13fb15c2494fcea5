package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditCheck;
import cn.xiezhi.audit.AuditEntry;
import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.revision.Answer;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of who did what when, of one's own jurisdiction. For auditors: administrators are among those it is about. */
@Path("v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private static final int PAGE = 50;
    private static final int MOST_ROWS = 10_000;
    private static final int CHECKS = 20;

    private final Services services;

    AuditResource(Services services) {
        this.services = services;
    }

    /** @param seq its place in the chain; empty until it has one, a few seconds after it was written */
    record AuditJson(String id, Instant at, String user, String userName, String organ, String organName, String kind, String kindName, boolean ok, String subject, String detail, String address,
            Optional<Long> seq, String hash) {}

    record AuditList(List<AuditJson> items, Optional<String> next) {}

    /** @param intact empty until it is finished */
    record CheckJson(String id, String userName, Instant startedAt, Optional<Instant> finishedAt, long entries, long matters, Optional<Boolean> intact, List<String> faults) {}

    record CheckList(List<CheckJson> items) {}

    @GET
    @Access(Access.Level.AUDITOR)
    public Object list(@Context SecurityContext who, @BeanParam AuditFilters filters) {
        Officer officer = Caller.officer(who);
        int limit = Params.limit(filters.limit, PAGE);
        List<AuditEntry> found = services.auditStore().find(filters.query(officer, PageToken.entry(filters.after), limit + 1));
        List<AuditEntry> page = found.subList(0, Math.min(limit, found.size()));
        return new AuditList(json(officer, page), found.size() > limit ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
    }

    @GET
    @Path("list.csv")
    @Produces("text/csv")
    @Access(Access.Level.AUDITOR)
    @Audited(AuditKind.EXPORT)
    public Response table(@Context SecurityContext who, @BeanParam AuditFilters filters) {
        Officer officer = Caller.officer(who);
        List<List<String>> rows = json(officer, services.auditStore().find(filters.query(officer, Optional.empty(), MOST_ROWS))).stream().map(AuditResource::row).toList();
        return Response.ok(Csv.of(List.of("序号", "时间", "用户", "姓名", "单位", "种类", "结果", "对象", "说明", "来源地址", "哈希"), rows), "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition("审计记录.csv")).build();
    }

    @GET
    @Path("verification")
    @Access(Access.Level.AUDITOR)
    public Object checks(@Context SecurityContext who) {
        return new CheckList(services.auditStore().checks(Caller.officer(who).jurisdiction(), CHECKS).stream().map(AuditResource::json).toList());
    }

    /** Goes on with the verification that was stopped, or begins one. */
    @POST
    @Path("verification")
    @Produces({NdJson.TYPE, MediaType.APPLICATION_JSON})
    @Access(Access.Level.AUDITOR)
    public Response verify(@Context SecurityContext who, @QueryParam("anew") String anew) {
        Officer officer = Caller.officer(who);
        boolean begin = Params.bool("anew", anew).orElse(false);
        return Response.ok(NdJson.of(services.jobs(), officer, "检验审计记录和台账", progress -> checked(services.verification().run(officer, begin, progress)), AuditResource::json,
                c -> "审计记录 " + c.entries() + " 条，事项 " + c.matters() + " 件，" + (c.faults().isEmpty() ? "完整" : "发现 " + c.faults().size() + " 处问题")), NdJson.TYPE).build();
    }

    private static Answer<AuditCheck> checked(AuditCheck check) {
        return check.finishedAt().isPresent() ? Answer.of(check) : Answer.not(Answer.Reason.STOPPED, "检验已停止，可以接着检验");
    }

    private List<AuditJson> json(Officer officer, List<AuditEntry> entries) {
        Map<String, Organ> organs = services.desk().organs(officer);
        List<AuditJson> all = new ArrayList<>();
        entries.forEach(e -> all.add(new AuditJson(e.id(), e.at(), e.user(), e.userName(), e.organ(), Organ.name(organs, e.organ()), e.kind().code(),
                e.kind().text(), e.ok(), e.subject(), e.detail(), e.address(), Optional.of(e.seq()).filter(s -> s > 0), e.hash())));
        return all;
    }

    private static List<String> row(AuditJson e) {
        return List.of(e.seq().map(Object::toString).orElse(""), Texts.time(e.at()), e.user(), e.userName(), e.organName(), e.kindName(), e.ok() ? "成功" : "未成功", e.subject(), e.detail(),
                e.address(), e.hash());
    }

    private static CheckJson json(AuditCheck c) {
        return new CheckJson(c.id(), c.userName(), c.startedAt(), c.finishedAt(), c.entries(), c.matters(), c.finishedAt().map(at -> c.faults().isEmpty()), c.faults());
    }
}
