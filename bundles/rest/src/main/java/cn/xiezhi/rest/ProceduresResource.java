package cn.xiezhi.rest;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The procedures that the jurisdiction has (none while its rules are not in force), each with the form by which this person may open a matter of it. */
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
        Officer officer = Caller.officer(who);
        Map<Procedure, Case> openable = services.desk().openable(officer);
        Procedures known = openable.values().stream().findFirst().map(c -> c.situation().procedures()).orElseGet(services.desk()::procedures);
        Optional<Policy> policy = services.rules().inForce().of(officer.jurisdiction()).map(PolicyInForce::policy);
        return known.all().values().stream().filter(p -> policy.filter(p::existsUnder).isPresent()).map(p ->
                new ProcedureJson(p.id(), p.name(), p.states().stream().map(x -> new OrganJson.Named(x.id(), x.name())).toList(), Optional.ofNullable(openable.get(p)).map(c -> FormJson.of(p, p.opening(), c)))).toList();
    }
}
