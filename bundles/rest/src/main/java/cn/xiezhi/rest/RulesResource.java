package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.policy.RulesHere;
import cn.xiezhi.policy.RulesHere.Suspended;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.Problem.Fault;
import cn.xiezhi.revision.Revisions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the own jurisdiction's rules and work calendar change: a version comes in, is looked at beforehand, decided on, taken back. For its administrators. */
@Path("v1/rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RulesResource {
    static final int MOST_BYTES = 4 << 20;
    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_MONTHS = 60;
    private static final Pattern HOSTILE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");
    private static final Logger LOG = LoggerFactory.getLogger(RulesResource.class);

    private final Services services;
    /** Reading a version runs its examples. */
    private final Semaphore room = new Semaphore(2);

    RulesResource(Services services) {
        this.services = services;
    }

    record Decision(String since, String reason) {}

    @GET
    @Path("{subject}")
    @Access(Access.Level.ADMINISTRATOR)
    public Object versions(@Context SecurityContext who, @PathParam("subject") String subject) {
        Officer officer = keeper(services, who);
        Subject what = subject(subject);
        RulesHere here = services.rules().here();
        return new RulesJson(here.signed(), services.revisions().editions(officer, what, MOST_SHOWN).stream().map(e -> RulesJson.of(e, names(officer))).toList(),
                services.revisions().terms(officer, what, MOST_SHOWN).stream().map(t -> RulesJson.of(t, names(officer))).toList(),
                RulesJson.troubles(here.troubles(), officer.jurisdiction()),
                here.suspended().stream().filter(s -> s.jurisdiction().equals(officer.jurisdiction())).map(Suspended::since).findFirst());
    }

    @POST
    @Path("{subject}")
    @Consumes(MediaType.WILDCARD)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.RULES)
    public Response receive(@Context SecurityContext who, @PathParam("subject") String subject, InputStream body) throws IOException {
        Officer officer = keeper(services, who);
        Subject what = subject(subject);
        byte[] jar = body.readNBytes(MOST_BYTES + 1);
        if (jar.length > MOST_BYTES) {
            throw new Problem(413, "too-large", "规则包过大，不能超过 " + (MOST_BYTES >> 20) + " MiB");
        }
        if (jar.length == 0) {
            throw new Problem(400, "empty-file", "文件是空的，请重新选择");
        }
        Revisions.Received received = alone(() -> RulesJson.value(services.revisions().receive(officer, what, jar)));
        if (received.fresh()) {
            LOG.info("{} 上传了{} {}，尚未施行", officer.user(), what.text(), received.version());
        }
        return Response.status(received.fresh() ? Response.Status.CREATED : Response.Status.OK).entity(RulesJson.of(received)).build();
    }

    @GET
    @Path("{subject}/{version}/preview")
    @Access(Access.Level.ADMINISTRATOR)
    public Object preview(@Context SecurityContext who, @PathParam("subject") String subject, @PathParam("version") String version) {
        Officer officer = keeper(services, who);
        Subject what = subject(subject);
        return alone(() -> RulesJson.of(services.desk().procedures(), RulesJson.value(services.previews().of(officer, what, version)), organs(officer)));
    }

    @GET
    @Path("policy/{version}/replay")
    @Produces({NdJson.TYPE, MediaType.APPLICATION_JSON})
    @Access(Access.Level.ADMINISTRATOR)
    public Response replay(@Context SecurityContext who, @PathParam("version") String version, @QueryParam("months") String months) {
        Officer officer = keeper(services, who);
        int back = Params.text("months", months).map(m -> (int) Params.number("months", m, 1, MOST_MONTHS)).orElse(12);
        var previews = services.previews();
        Procedures known = services.desk().procedures();
        Function<String, String> organs = organs(officer);
        StreamingOutput lines = NdJson.of(services.jobs(), officer, "推演规则 " + version + "（近 " + back + " 个月）",
                progress -> previews.replay(officer, version, back, progress), r -> ReplayJson.of(known, back, r, organs),
                r -> "共 " + r.outcome().all().obligations() + " 项期限，新增逾期 " + r.outcome().all().newlyLate() + " 项，不再逾期 " + r.outcome().all().noLongerLate() + " 项");
        return Response.ok(lines, NdJson.TYPE).build();
    }

    @POST
    @Path("{subject}/{version}/terms")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.RULES)
    public Response decide(@Context SecurityContext who, @PathParam("subject") String subject, @PathParam("version") String version, Decision in) {
        Officer officer = keeper(services, who);
        Subject what = subject(subject);
        String reason = reason(in.reason());
        Optional<Instant> since = since(in.since());
        Revisions.Decided decided = alone(() -> RulesJson.value(services.revisions().decide(officer, what, version, since, reason)));
        LOG.info("{} 决定自 {} 起施行{} {}", officer.user(), JsonProvider.time(decided.term().since()), what.text(), version);
        return Response.status(Response.Status.CREATED).entity(RulesJson.of(decided, names(officer))).build();
    }

    @POST
    @Path("{subject}/terms/{seq}/withdraw")
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.RULES)
    public Object withdraw(@Context SecurityContext who, @PathParam("subject") String subject, @PathParam("seq") String seq) {
        Officer officer = keeper(services, who);
        Subject what = subject(subject);
        Revisions.Decided decided = RulesJson.value(services.revisions().withdraw(officer, what, (int) Params.number("seq", seq, 1, Integer.MAX_VALUE)));
        LOG.info("{} 撤回了{}的第 {} 号决定", officer.user(), what.text(), seq);
        return RulesJson.of(decided, names(officer));
    }

    /** Whoever may change the rules at all. */
    static Officer keeper(Services services, SecurityContext who) {
        Officer officer = Caller.officer(who);
        if (!services.revisions().keepsRules(officer)) {
            throw new Problem(403, "not-yours-to-do", "规则由辖区的管理员管理；部门、乡镇街道的管理员只管理本单位人员的账号");
        }
        return officer;
    }

    private interface Work<T> {
        T done();
    }

    private <T> T alone(Work<T> work) {
        if (!room.tryAcquire()) {
            throw new Problem(503, "busy", "正在检查别的规则包，请稍后重试").retryAfter(2);
        }
        try {
            return work.done();
        } finally {
            room.release();
        }
    }

    private static Subject subject(String code) {
        return Subject.of(code).orElseThrow(() -> Problem.unknown("unknown-subject", "只有 policy（规则）和 calendar（工作日历），没有“" + code + "”"));
    }

    /** Why, and by which document. */
    static String reason(String given) {
        String reason = Optional.ofNullable(given).map(r -> r.strip().replace("\r\n", "\n")).orElse("");
        if (reason.isEmpty()) {
            throw Problem.invalidFields(List.of(new Fault("reason", "请写明理由，以及依据的文件", Optional.empty())));
        }
        if (reason.length() > LONGEST_REASON || HOSTILE.matcher(reason).find()) {
            throw Problem.invalidFields(List.of(new Fault("reason", "理由不能超过 " + LONGEST_REASON + " 个字，也不能含有控制字符", Optional.empty())));
        }
        return reason;
    }

    private static Optional<Instant> since(String text) {
        return Params.text("since", text).map(s -> {
            try {
                OffsetDateTime at = OffsetDateTime.parse(s);
                if (at.getYear() >= 2000 && at.getYear() <= LAST_YEAR) {
                    return at.toInstant();
                }
            } catch (DateTimeParseException e) {
                // said below
            }
            throw Problem.bad("bad-parameter", "since", "since 应为带时区的时间，例如 2027-01-01T00:00:00+08:00");
        });
    }

    private Function<String, Optional<String>> names(Officer officer) {
        return user -> services.reading().nameOf(officer.jurisdiction(), user);
    }

    private Function<String, String> organs(Officer officer) {
        Map<String, Organ> organs = services.desk().organs(officer);
        return id -> Organ.name(organs, id);
    }
}
