package cn.xiezhi.rest;

import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jurisdictions and their rules in force. Public, because the documents are. */
@Path("v1/jurisdictions")
@Produces(MediaType.APPLICATION_JSON)
public final class JurisdictionsResource {
    private final Services services;

    JurisdictionsResource(Services services) {
        this.services = services;
    }

    record JurisdictionJson(String id, String name, Optional<String> division, String policyVersion, Instant inForceSince) {}

    @GET
    @Access(Access.Level.PUBLIC)
    public Object all() {
        List<JurisdictionJson> list = services.rules().inForce().policies().values().stream().map(p -> new JurisdictionJson(p.policy().jurisdiction().id(),
                p.policy().jurisdiction().name(), p.policy().jurisdiction().division(), p.policy().version(), services.reading().inForceSince(p))).toList();
        return list;
    }

    @GET
    @Path("{id}/policy")
    @Access(Access.Level.PUBLIC)
    public Object policy(@PathParam("id") String id) {
        RuleBook book = services.rules().inForce();
        PolicyInForce policy = inForce(book, id);
        return PolicyJson.of(services.desk().procedures(), policy.policy(), services.reading().inForceSince(policy), book.calendar(id).years().keySet());
    }

    @GET
    @Path("{id}/deadline")
    @Access(Access.Level.PUBLIC)
    public Object deadline(@PathParam("id") String id, @QueryParam("duty") String duty, @QueryParam("variant") String variant, @QueryParam("trigger") String trigger) {
        RuleBook book = services.rules().inForce();
        return DeadlineJson.of(services.desk().procedures(), inForce(book, id).policy(), book.calendar(id), Params.text("duty", duty), Params.text("variant", variant), Params.text("trigger", trigger));
    }

    private static PolicyInForce inForce(RuleBook book, String id) {
        return book.of(id).orElseThrow(() -> Problem.unknown("unknown-jurisdiction", "没有这个辖区，或其规则未生效；现有辖区见 /api/v1/jurisdictions"));
    }
}
