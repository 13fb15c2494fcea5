package cn.xiezhi.rest;

import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.ObligationQuery;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.matter.Light;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** My desk: what my organ owes, the next due first. */
@Path("v1/obligations")
@Produces(MediaType.APPLICATION_JSON)
public final class ObligationsResource {
    private static final int PAGE = 50;

    private final Services services;

    ObligationsResource(Services services) {
        this.services = services;
    }

    record DeskJson(List<ObligationJson> items, Counts counts, Optional<String> next) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object mine(@Context SecurityContext who, @QueryParam("light") String light, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        Officer officer = Caller.officer(who);
        Optional<Light> wanted = Params.text("light", light).map(ObligationsResource::light);
        Reading.Page<Owed> page = services.reading().obligations(officer, wanted, PageToken.obligation(after), Params.limit(limit, PAGE));
        List<Owed> rows = page.items();
        Optional<String> next = page.more() ? Optional.of(rows.get(rows.size() - 1)).map(o ->
                PageToken.of(new ObligationQuery.After(o.obligation().dueAtExclusive(), o.obligation().id()))) : Optional.empty();
        Procedures known = services.desk().procedures();
        return new DeskJson(rows.stream().map(o -> ObligationJson.of(known, o.obligation(), in(known, o), officer.organ().name(), page.now(), page.calendar(), List.of())).toList(),
                services.reading().counts(officer), next);
    }

    private static Light light(String code) {
        return Arrays.stream(Light.values()).filter(l -> l.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.bad("bad-parameter", "light", "light 应为 overdue、soon、inTime 或 noNumber"));
    }

    private static ObligationJson.InMatter in(Procedures known, Owed owed) {
        return new ObligationJson.InMatter(owed.matter(), owed.title(), known.name(owed.procedure()), known.stateName(owed.procedure(), owed.state()));
    }
}
