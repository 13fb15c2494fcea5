package cn.xiezhi.rest;

import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every version of the rules that was, is or will be in force in one's own jurisdiction. */
@Path("v1/policies")
@Produces(MediaType.APPLICATION_JSON)
public final class PoliciesResource {
    private final Services services;

    PoliciesResource(Services services) {
        this.services = services;
    }

    /** @param by the administrator's name; empty where it came as a bundle */
    record VersionJson(String version, Instant inForceSince, Optional<Instant> inForceUntil, boolean planned, String kind, String kindText, Optional<String> by, String reason,
            List<String> documents) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object all(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        Timeline timeline = services.reading().timeline(officer.jurisdiction());
        List<VersionJson> versions = new ArrayList<>();
        // A decision that another one of the same instant took the place of never held.
        timeline.terms().stream().filter(t -> timeline.until(t).filter(t.since()::equals).isEmpty()).forEach(t -> versions.add(0, version(officer, t, timeline.until(t))));
        return versions;
    }

    private VersionJson version(Officer officer, Term t, Optional<Instant> until) {
        return new VersionJson(t.version(), t.since(), until, t.since().isAfter(services.desk().now()), t.kind().code(), t.kind().text(),
                services.reading().nameOf(officer.jurisdiction(), t.decidedBy()), t.reason(),
                documents(officer, t.version()));
    }

    private List<String> documents(Officer officer, String version) {
        try {
            return services.desk().policy(officer.jurisdiction(), version).map(p -> p.documents().stream().map(Document::title).toList()).orElse(List.of());
        } catch (IllegalArgumentException unreadable) {
            // A version of a contract that this product does not know; that it held is history all the same.
            return List.of();
        }
    }

    @GET
    @Path("{version}")
    @Access(Access.Level.OFFICER)
    public Object one(@Context SecurityContext who, @PathParam("version") String version) {
        String jurisdiction = Caller.officer(who).jurisdiction();
        Instant since = services.reading().timeline(jurisdiction).terms().stream().filter(t -> t.version().equals(version)).reduce((a, b) -> b)
                .map(Term::since).orElseThrow(PoliciesResource::unknown);
        return PolicyJson.of(services.desk().procedures(), services.desk().policy(jurisdiction, version).orElseThrow(PoliciesResource::unknown), since,
                services.rules().inForce().calendar(jurisdiction).years().keySet());
    }

    private static Problem unknown() {
        return Problem.unknown("unknown-policy", "本辖区没有施行过、也没有定于施行这个版本的规则");
    }
}
