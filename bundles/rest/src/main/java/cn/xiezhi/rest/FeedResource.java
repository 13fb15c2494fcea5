package cn.xiezhi.rest;

import cn.xiezhi.agenda.Feed;
import cn.xiezhi.agenda.Subscriptions;
import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;

/** One's own address for calendar programs: made, made anew, taken back. It is read at {@link CalendarFileResource}. */
@Path("v1/calendar/feed")
@Produces(MediaType.APPLICATION_JSON)
public final class FeedResource {
    private final Services services;

    FeedResource(Services services) {
        this.services = services;
    }

    record FeedJson(boolean possible, Optional<Instant> madeAt, Optional<Instant> lastUsedAt) {}

    record AddressJson(String path) {
        /** Never shows the secret. */
        @Override
        public String toString() {
            return "calendar address";
        }
    }

    @GET
    @Access(Access.Level.OFFICER)
    public Object mine(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        Optional<Feed> feed = services.subscriptions().of(officer);
        return new FeedJson(Subscriptions.isFor(officer), feed.map(Feed::madeAt), feed.flatMap(Feed::lastUsedAt));
    }

    @POST
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.SETTINGS)
    public Response make(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        if (!Subscriptions.isFor(officer)) {
            throw new Problem(403, "not-yours-to-do", "您的岗位不办理事项，没有可订阅的日历");
        }
        return Response.status(Response.Status.CREATED).entity(new AddressJson("/api/v1/calendar/" + services.subscriptions().make(officer) + ".ics")).build();
    }

    @DELETE
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.SETTINGS)
    public void revoke(@Context SecurityContext who) {
        services.subscriptions().revoke(Caller.officer(who));
    }
}
