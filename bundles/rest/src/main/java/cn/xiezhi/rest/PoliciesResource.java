package cn.xiezhi.rest;

import cn.xiezhi.policy.PolicyArchive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
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
        return services.reading().versions(Caller.officer(who).jurisdiction()).stream().map(v -> new VersionJson(v.version(), v.since(), v.until())).toList();
    }

    @GET
    @Path("{version}")
    @Access(Access.Level.OFFICER)
    public Object one(@Context SecurityContext who, @PathParam("version") String version) {
        String jurisdiction = Caller.officer(who).jurisdiction();
        Instant since = services.reading().versions(jurisdiction).stream().filter(v -> v.version().equals(version)).findFirst()
                .map(PolicyArchive.Version::since).orElseThrow(PoliciesResource::unknown);
        return PolicyJson.of(services.desk().procedures(), services.desk().policy(jurisdiction, version).orElseThrow(PoliciesResource::unknown), since,
                services.rules().inForce().calendar().years().keySet());
    }

    private static Problem unknown() {
        return Problem.unknown("unknown-policy", "本辖区没有施行过这个版本的规则");
    }
}
