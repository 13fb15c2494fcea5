package cn.xiezhi.rest;

import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The procedures, each with the form by which this person may open a matter of it. */
@Path("v1/procedures")
@Produces(MediaType.APPLICATION_JSON)
public final class ProceduresResource {
    private final Services services;

    ProceduresResource(Services services) {
        this.services = services;
    }

    record ProcedureJson(String id, String name, List<OrganJson.Named> states, Optional<FormJson.ActionForm> open) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object all(@Context SecurityContext who) {
        Map<Procedure, Case> openable = services.desk().openable(Caller.officer(who));
        return Procedures.all().values().stream().map(p ->
                new ProcedureJson(p.id(), p.name(), p.states().stream().map(x -> new OrganJson.Named(x.id(), x.name())).toList(), Optional.ofNullable(openable.get(p)).map(c -> FormJson.of(p, p.opening(), c)))).toList();
    }
}
