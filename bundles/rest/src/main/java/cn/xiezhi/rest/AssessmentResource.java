package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.assessment.Assessment;
import cn.xiezhi.assessment.Period;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** 考核: the figures of a period, to look at and to take along. */
@Path("v1")
public final class AssessmentResource {
    /** Each reads all obligations of its period; so many at once, the next is asked to come again. */
    private static final int AT_ONCE = 2;

    private final Services services;
    private final Semaphore room = new Semaphore(AT_ONCE);

    AssessmentResource(Services services) {
        this.services = services;
    }

    @GET
    @Path("assessment")
    @Produces(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Object figures(@Context SecurityContext who, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("organ") String organ,
            @QueryParam("duty") String duty) {
        return assessment(Caller.officer(who), from, to, organ, duty);
    }

    @GET
    @Path("assessment.xlsx")
    @Produces(ExportsResource.XLSX)
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.EXPORT)
    public Response workbook(@Context SecurityContext who, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("organ") String organ,
            @QueryParam("duty") String duty) {
        Officer officer = Caller.officer(who);
        AssessmentJson a = assessment(officer, from, to, organ, duty);
        byte[] bytes = services.spreadsheets().write(AssessmentSheets.of(a, services.jurisdictionName(officer.jurisdiction())));
        return Response.ok(bytes).header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition("考核_" + a.from() + "_" + a.to() + ".xlsx")).build();
    }

    private AssessmentJson assessment(Officer officer, String from, String to, String organ, String duty) {
        Period period = period(from, to);
        Optional<String> one = organ(services, officer, organ);
        Optional<Duty> only = duty(services, duty);
        Map<String, Organ> organs = services.desk().organs(officer);
        if (!room.tryAcquire()) {
            throw new Problem(503, "busy", "同时统计的人过多，请稍后重试").retryAfter(2);
        }
        try {
            Assessment a = services.assessments().of(officer, period, one, only).orElseThrow(AssessmentResource::notYours);
            return AssessmentJson.of(services.desk().procedures(), a, id -> Organ.name(organs, id));
        } finally {
            room.release();
        }
    }

    static Problem notYours() {
        return new Problem(403, "not-yours-to-see", "考核数据由单位负责人查看本单位的，司法行政部门、政府办和审计员查看全辖区的");
    }

    /** An organ of the own jurisdiction, if one is named. */
    static Optional<String> organ(Services services, Officer officer, String organ) {
        Map<String, Organ> organs = services.desk().organs(officer);
        Optional<String> one = Params.text("organ", organ);
        one.filter(o -> !organs.containsKey(o)).ifPresent(o -> {
            throw Problem.bad("bad-parameter", "organ", "本辖区没有登记“" + o + "”这个机关");
        });
        return one;
    }

    static Optional<Duty> duty(Services services, String duty) {
        Procedures known = services.desk().procedures();
        return Params.text("duty", duty).map(d -> Optional.ofNullable(known.duties().get(d)).orElseThrow(() -> Problem.bad("bad-parameter", "duty", "没有“" + d + "”这种职责")));
    }

    static Period period(String from, String to) {
        return period(day("from", from), day("to", to));
    }

    private static LocalDate day(String name, String value) {
        String text = Params.text(name, value).orElseThrow(() -> Problem.bad("missing-parameter", name, "缺少“" + name + "”，应为日期，例如 2026-01-01"));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.bad("bad-parameter", name, "“" + name + "”应为日期，例如 2026-01-01");
        }
    }

    private static Period period(LocalDate from, LocalDate to) {
        Period.problem(from, to).ifPresent(why -> {
            throw Problem.bad("bad-parameter", "to", why);
        });
        return Period.days(from, to);
    }
}
