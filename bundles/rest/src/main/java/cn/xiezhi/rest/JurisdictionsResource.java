package cn.xiezhi.rest;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.RulesHere.Suspended;
import cn.xiezhi.policy.Term;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The jurisdictions and their rules in force, or last in force. Public, because the documents are. */
@Path("v1/jurisdictions")
@Produces(MediaType.APPLICATION_JSON)
public final class JurisdictionsResource {
    private final Services services;

    JurisdictionsResource(Services services) {
        this.services = services;
    }

    /** @param status {@code inForce}, or {@code suspended} where only what has begun is finished, under the last version */
    record JurisdictionJson(String id, String name, Optional<String> division, String policyVersion, Instant inForceSince, String status) {}

    @GET
    @Access(Access.Level.PUBLIC)
    public Object all() {
        Rules rules = services.rules();
        RuleBook book = rules.inForce();
        Stream<JurisdictionJson> inForce = book.policies().values().stream().map(p -> json(p.policy(), services.reading().inForceSince(p), "inForce"));
        Stream<JurisdictionJson> suspended = rules.here().suspended().stream().map(Suspended::jurisdiction).filter(id -> book.of(id).isEmpty()).flatMap(id -> last(id).stream());
        return Stream.concat(inForce, suspended).sorted(Comparator.comparing(JurisdictionJson::id)).toList();
    }

    private Optional<JurisdictionJson> last(String id) {
        Optional<Term> term = services.reading().timeline(id).at(services.desk().now());
        return term.flatMap(t -> services.desk().policy(id, t.version()).map(p -> json(p, t.since(), "suspended")));
    }

    private static JurisdictionJson json(Policy policy, Instant since, String status) {
        return new JurisdictionJson(policy.jurisdiction().id(), policy.jurisdiction().name(), policy.jurisdiction().division(), policy.version(), since, status);
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
