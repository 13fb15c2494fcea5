package cn.xiezhi.rest;

import cn.xiezhi.clock.Notice;
import cn.xiezhi.clock.NoticeQuery;
import cn.xiezhi.clock.Notices;
import cn.xiezhi.clock.Notices.Seen;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What I have been told: by name, as one of my organ, or for my role there. */
@Path("v1/notices")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesResource {
    private static final int PAGE = 50;

    private final Services services;

    NoticesResource(Services services) {
        this.services = services;
    }

    record NoticeJson(String id, String kind, String light, String lightText, String text, Optional<String> matter, Instant dueAt, Instant at, Optional<Instant> readAt) {
        static NoticeJson of(Seen seen) {
            Notice n = seen.notice();
            return new NoticeJson(n.id(), n.kind().code(), n.kind().light().code(), n.kind().text(), n.text(), n.matter(), n.due(), n.at(), seen.readAt());
        }
    }

    record ListJson(List<NoticeJson> items, Optional<String> next) {}

    /** @param more whether there are more than were counted */
    record CountJson(int unread, boolean more) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object mine(@Context SecurityContext who, @QueryParam("unread") String unread, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        int most = Params.limit(limit, PAGE);
        List<Seen> found = services.inbox().list(Caller.officer(who), Params.bool("unread", unread).orElse(false), PageToken.notice(after), most + 1);
        List<Seen> page = found.subList(0, Math.min(most, found.size()));
        Optional<String> next = found.size() > most ? Optional.of(page.get(most - 1).notice()).map(n -> PageToken.of(new NoticeQuery.After(n.at(), n.id()))) : Optional.empty();
        return new ListJson(page.stream().map(NoticeJson::of).toList(), next);
    }

    @GET
    @Path("count")
    @Access(Access.Level.OFFICER)
    public Object count(@Context SecurityContext who) {
        int unread = services.inbox().unread(Caller.officer(who));
        return new CountJson(unread, unread >= Notices.MOST);
    }

    @POST
    @Path("{id}/read")
    @Access(Access.Level.OFFICER)
    public void read(@Context SecurityContext who, @PathParam("id") String id) {
        if (!services.inbox().read(Caller.officer(who), id)) {
            throw Problem.unknown("unknown-notice", "没有这条提醒，或者它不是发给您的");
        }
    }
}
