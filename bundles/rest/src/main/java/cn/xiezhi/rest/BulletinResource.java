package cn.xiezhi.rest;

import cn.xiezhi.assessment.Period;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;

/** 工作简报: what a period brought. */
@Path("v1/bulletin")
@Produces(MediaType.APPLICATION_JSON)
public final class BulletinResource {
    /** Each reads all matters of its period; so many at once, the next is asked to come again. */
    private static final int AT_ONCE = 2;

    private final Services services;
    private final Semaphore room = new Semaphore(AT_ONCE);

    BulletinResource(Services services) {
        this.services = services;
    }

    @GET
    @Access(Access.Level.OFFICER)
    public Object bulletin(@Context SecurityContext who, @QueryParam("from") String from, @QueryParam("to") String to) {
        Officer officer = Caller.officer(who);
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first)) {
            throw Problem.bad("bad-parameter", "to", "截止日 " + last + " 早于起始日 " + first + "，请核对");
        }
        if (last.isAfter(first.plusYears(1))) {
            throw Problem.bad("bad-parameter", "to", "一期简报最长一年，请缩短");
        }
        if (!room.tryAcquire()) {
            throw new Problem(503, "busy", "同时编制的人过多，请稍后重试").retryAfter(2);
        }
        try {
            return services.bulletins().of(officer, Period.days(first, last)).map(b -> BulletinJson.of(services.desk().procedures(), b, first, last, services.desk().organs(officer))).orElseThrow(() ->
                    new Problem(403, "not-yours-to-see", "工作简报由联席会议办公室、司法行政部门、政府办和审计员查看"));
        } finally {
            room.release();
        }
    }

    private static LocalDate day(String name, String value) {
        return Params.day(name, value).orElseThrow(() -> Problem.bad("missing-parameter", name, "缺少“" + name + "”，应为日期，例如 2026-11-01"));
    }
}
