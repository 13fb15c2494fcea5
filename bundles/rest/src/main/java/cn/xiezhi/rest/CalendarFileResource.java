package cn.xiezhi.rest;

import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.LongSupplier;

/**
 * What calendar programs read. The address is the credential: it is written to no log, and whoever tries addresses is slowed
 * down. One that leads nowhere, no longer or never did, is answered alike.
 */
@Path("v1/calendar/{secret}.ics")
public final class CalendarFileResource {
    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 186;
    /** Programs ask every few minutes at most; an office of them may share one address. */
    private static final int AT_ONCE = 60;
    private static final int PER_HOUR = 600;

    private final Services services;
    private final RestSettings settings;
    private final RateLimit requests;

    CalendarFileResource(Services services, RestSettings settings, LongSupplier nanos) {
        this.services = services;
        this.settings = settings;
        this.requests = new RateLimit(nanos);
    }

    @GET
    @Access(Access.Level.PUBLIC)
    public Response read(@Context HttpServletRequest request, @PathParam("secret") String secret) {
        int wait = requests.take(ClientAddress.of(request, settings.trustForwardedFor()), AT_ONCE, PER_HOUR);
        if (wait > 0) {
            throw new Problem(429, "too-many-requests", "读取日历过于频繁，请 " + wait + " 秒后再试").retryAfter(wait);
        }
        Officer officer = services.subscriptions().reader(secret).orElseThrow(() -> Problem.unknown("unknown-calendar", "没有这个日历地址，或者它已经失效；请登录后在“日历”中重新订阅"));
        LocalDate today = Zone.day(services.desk().now());
        String calendar = CalendarFile.of(officer, services.jurisdictionName(officer.jurisdiction()), services.agenda().feed(officer, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)));
        return Response.ok(calendar.getBytes(StandardCharsets.UTF_8)).type("text/calendar; charset=utf-8").build();
    }
}
