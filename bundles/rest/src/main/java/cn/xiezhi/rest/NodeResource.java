package cn.xiezhi.rest;

import cn.xiezhi.policy.RulesHere;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The node that answers: which versions are live on it and what was refused, of the own jurisdiction and of nobody in particular. For administrators. */
@Path("v1/node")
@Produces(MediaType.APPLICATION_JSON)
public final class NodeResource {
    private final Services services;
    private final Instant madeAt = Instant.now();

    NodeResource(Services services) {
        this.services = services;
    }

    record NodeJson(String host, Instant startedAt, boolean signed, List<LiveJson> live, List<RulesJson.TroubleJson> troubles, List<SuspendedJson> suspended,
            List<CarrierJson> bundles) {}

    record LiveJson(String jurisdiction, String subject, String version, Optional<String> sha256, Optional<String> signer, Instant since) {}

    record SuspendedJson(String jurisdiction, Instant since) {}

    record CarrierJson(String name, String version, String state, Instant modified) {}

    @GET
    @Access(Access.Level.ADMINISTRATOR)
    public Object here(@Context SecurityContext who) {
        String own = Caller.officer(who).jurisdiction();
        RulesHere here = services.rules().here();
        return new NodeJson(Host.NAME, ProcessHandle.current().info().startInstant().orElse(madeAt), here.signed(),
                here.live().stream().filter(l -> l.edition().jurisdiction().equals(own)).map(l -> new LiveJson(own, l.edition().subject().code(), l.edition().version(),
                        l.edition().sha256(), l.edition().signer(), l.since())).toList(),
                RulesJson.troubles(here.troubles(), own),
                here.suspended().stream().filter(s -> s.jurisdiction().equals(own)).map(s -> new SuspendedJson(own, s.since())).toList(),
                here.bundles().stream().map(b -> new CarrierJson(b.name(), b.version(), b.state(), b.modified())).toList());
    }
}
