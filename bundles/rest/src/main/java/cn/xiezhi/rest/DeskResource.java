package cn.xiezhi.rest;

import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** How much my organ has in hand: by procedure, and for its leader by person. */
@Path("v1/desk")
@Produces(MediaType.APPLICATION_JSON)
public final class DeskResource {
    private final Services services;

    DeskResource(Services services) {
        this.services = services;
    }

    /** @param counts of all that the organ owes */
    record OverviewJson(List<InHand> procedures, List<Workload> people, Counts counts) {}

    /** @param matters open ones; {@code obligations}: those that the organ owes */
    record InHand(String procedure, String name, int matters, int obligations) {}

    record Workload(String user, String name, Counts counts) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object overview(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        return new OverviewJson(
                services.reading().tallies(officer).entrySet().stream().map(e -> new InHand(e.getKey().id(), e.getKey().name(), e.getValue().matters(), e.getValue().obligations())).toList(),
                services.reading().workloads(officer).entrySet().stream().map(e -> new Workload(e.getKey().user(), e.getKey().name(), e.getValue())).toList(),
                services.reading().counts(officer, Reading.Wish.ALL));
    }
}
