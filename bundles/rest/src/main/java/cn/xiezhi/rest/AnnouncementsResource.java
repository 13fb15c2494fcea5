package cn.xiezhi.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;

/** What everybody should know of the own jurisdiction's rules: changes that are planned, and the last one while it is fresh. */
@Path("v1/announcements")
@Produces(MediaType.APPLICATION_JSON)
public final class AnnouncementsResource {
    private final Services services;

    AnnouncementsResource(Services services) {
        this.services = services;
    }

    record AnnouncementJson(String subject, String subjectText, String version, Instant since, boolean planned, String reason, int changes) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object all(@Context SecurityContext who) {
        return services.revisions().announcements(Caller.officer(who)).stream().map(a -> new AnnouncementJson(a.subject().code(), a.subject().text(), a.term().version(),
                a.term().since(), a.planned(), a.term().reason(), a.changes())).toList();
    }
}
