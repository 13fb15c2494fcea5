package cn.xiezhi.rest;

import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Every version of the rules that was ever in force in one's own jurisdiction. */
@Path("v1/policies")
@Produces(MediaType.APPLICATION_JSON)
public final class PoliciesResource {
    private final Services services;

    PoliciesResource(Services services) {
        this.services = services;
    }

    record VersionJson(String version, Instant inForceSince, Optional<Instant> inForceUntil) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object all(@Context SecurityContext who) {
        Timeline timeline = services.reading().timeline(Caller.officer(who).jurisdiction());
        List<VersionJson> versions = new ArrayList<>(timeline.terms().stream().map(t -> new VersionJson(t.version(), t.since(), timeline.until(t))).toList());
        Collections.reverse(versions);
        return versions;
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
        return Problem.unknown("unknown-policy", "本辖区没有施行过这个版本的规则");
    }
}
