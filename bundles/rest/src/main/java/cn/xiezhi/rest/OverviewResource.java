package cn.xiezhi.rest;

import cn.xiezhi.assessment.Age;
import cn.xiezhi.assessment.Listing;
import cn.xiezhi.assessment.Period;
import cn.xiezhi.assessment.Stand;
import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.policy.Duty;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** The leader's view, and the list behind each of its figures; for whom the assessment is for. */
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
public final class OverviewResource {
    private static final int MOST_LEVELS = 20;
    /** Each reads all obligations of its period; so many at once, the next is asked to come again. */
    private static final int AT_ONCE = 2;

    private final Services services;
    private final Semaphore room = new Semaphore(AT_ONCE);

    OverviewResource(Services services) {
        this.services = services;
    }

    @GET
    @Path("overview")
    @Access(Access.Level.OFFICER)
    public Object overview(@Context SecurityContext who, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("organ") String organ) {
        return figures(Caller.officer(who), from, to, organ);
    }

    @GET
    @Path("overview.xlsx")
    @Produces(ExportsResource.XLSX)
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.EXPORT)
    public Response workbook(@Context SecurityContext who, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("organ") String organ) {
        Officer officer = Caller.officer(who);
        OverviewJson o = figures(officer, from, to, organ);
        byte[] bytes = services.spreadsheets().write(OverviewSheets.of(o, services.jurisdictionName(officer.jurisdiction())));
        String name = "概览_" + o.assessment().from() + "_" + o.assessment().to() + ".xlsx";
        return Response.ok(bytes).header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(name)).build();
    }

    @GET
    @Path("overview/obligations")
    @Access(Access.Level.OFFICER)
    public Object obligations(@Context SecurityContext who, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("organ") String organ,
            @QueryParam("duty") String duty, @QueryParam("stand") String stand) {
        Officer officer = Caller.officer(who);
        Period period = AssessmentResource.period(from, to);
        Optional<String> of = AssessmentResource.organ(services, officer, organ);
        Optional<Duty> what = AssessmentResource.duty(services, duty);
        Stand how = Stand.of(Params.needed("stand", stand)).orElseThrow(() -> Problem.bad("bad-parameter", "stand", "没有“" + stand + "”这种情况"));
        return listing(officer, () -> services.listings().obligations(officer, period, of, what, how));
    }

    @GET
    @Path("overview/overdue")
    @Access(Access.Level.OFFICER)
    public Object overdue(@Context SecurityContext who, @QueryParam("organ") String organ) {
        Officer officer = Caller.officer(who);
        Optional<String> of = AssessmentResource.organ(services, officer, organ);
        return listing(officer, () -> services.listings().overdue(officer, of));
    }

    @GET
    @Path("overview/backlog")
    @Access(Access.Level.OFFICER)
    public Object backlog(@Context SecurityContext who, @QueryParam("procedure") String procedure, @QueryParam("age") String age, @QueryParam("organ") String organ) {
        Officer officer = Caller.officer(who);
        Optional<String> of = AssessmentResource.organ(services, officer, organ);
        String kind = Params.needed("procedure", procedure);
        Optional<Age> how = Params.text("age", age).map(a -> Age.of(a).orElseThrow(() -> Problem.bad("bad-parameter", "age", "没有“" + a + "”这一段")));
        return listing(officer, () -> services.listings().backlog(officer, of, kind, how));
    }

    @GET
    @Path("overview/disputes")
    @Access(Access.Level.OFFICER)
    public Object disputes(@Context SecurityContext who, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("organ") String organ,
            @QueryParam("level") String level, @QueryParam("ended") String ended) {
        Officer officer = Caller.officer(who);
        Period period = AssessmentResource.period(from, to);
        Optional<String> of = AssessmentResource.organ(services, officer, organ);
        int number = (int) Params.number("level", level, 1, MOST_LEVELS);
        boolean over = Params.bool("ended", ended).orElse(false);
        return listing(officer, () -> services.listings().disputes(officer, period, of, number, over));
    }

    private OverviewJson figures(Officer officer, String from, String to, String organ) {
        Period period = AssessmentResource.period(from, to);
        Optional<String> of = AssessmentResource.organ(services, officer, organ);
        return alone(() -> services.overviews().of(officer, period, of).map(o -> OverviewJson.of(services.desk().procedures(), o, names(officer)))).orElseThrow(AssessmentResource::notYours);
    }

    private ListingJson listing(Officer officer, Supplier<Optional<Listing>> work) {
        Listing found = alone(work).orElseThrow(AssessmentResource::notYours);
        return ListingJson.of(found, new ListingJson.Names(services.desk().procedures(), names(officer), found.now()));
    }

    private <T> T alone(Supplier<T> work) {
        if (!room.tryAcquire()) {
            throw new Problem(503, "busy", "同时统计的人过多，请稍后重试").retryAfter(2);
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private Function<String, String> names(Officer officer) {
        Map<String, Organ> organs = services.desk().organs(officer);
        return id -> Organ.name(organs, id);
    }
}
