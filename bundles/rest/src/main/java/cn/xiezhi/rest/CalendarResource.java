package cn.xiezhi.rest;

import cn.xiezhi.agenda.Agenda;
import cn.xiezhi.agenda.Entry;
import cn.xiezhi.matter.Light;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.OrganJson.Named;
import cn.xiezhi.time.DayKind;
import cn.xiezhi.time.WorkCalendar;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Days with what stands on them: limits that end, meetings and other appointments, holidays and make-up working days. */
@Path("v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarResource {
    private static final int MOST_DAYS = 62;

    private final Services services;

    CalendarResource(Services services) {
        this.services = services;
    }

    record DaysJson(List<DayJson> days, List<EntryJson> entries, boolean whole) {}

    record DayJson(LocalDate day, boolean working, Optional<String> name, Optional<String> notice) {
        static DayJson of(LocalDate day, WorkCalendar calendar) {
            DayKind kind = calendar.kind(day);
            boolean noticed = kind == DayKind.HOLIDAY || kind == DayKind.MAKE_UP;
            return new DayJson(day, kind.working(), noticed ? Optional.of(kind.text()) : Optional.empty(), noticed ? Optional.of(calendar.sources(day, day).get(0)) : Optional.empty());
        }
    }

    record EntryJson(String id, LocalDate day, Instant at, boolean allDay, String kind, Optional<String> light, Optional<String> lightText, String title, String text,
            String procedureName, String matter, Optional<Named> organ, boolean ours, boolean mine, Optional<String> citation) {
        static EntryJson of(Entry e, Officer officer, Map<String, Organ> organs, Agenda.Days days) {
            Optional<Light> light = e.limit().map(o -> Light.of(o, days.now(), days.calendar()));
            Optional<String> owedBy = e.limit().map(Obligation::owedBy);
            return new EntryJson(e.id(), e.day(), e.at(), e.allDay(), e.kind(), light.map(Light::code), light.map(Light::text), e.name(), e.title(), e.procedure(),
                    e.matter(), owedBy.map(id -> new Named(id, Organ.name(organs, id))),
                    owedBy.filter(officer.organ().id()::equals).isPresent(), e.assignee().filter(officer.user()::equals).isPresent(), e.limit().map(Obligation::citation));
        }
    }

    @GET
    @Access(Access.Level.OFFICER)
    public Object days(@Context SecurityContext who, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("organ") String organ, @QueryParam("all") String all) {
        Officer officer = Caller.officer(who);
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1))) {
            throw Problem.bad("bad-parameter", "to", "日历一次最多 " + MOST_DAYS + " 天，且截止日不早于起始日");
        }
        Agenda.Days days = services.agenda().days(officer, whose(officer, Params.text("organ", organ), Params.bool("all", all).orElse(false)), first, last);
        Map<String, Organ> organs = services.desk().organs(officer);
        return new DaysJson(first.datesUntil(last.plusDays(1)).map(d -> DayJson.of(d, days.calendar())).toList(),
                days.entries().stream().map(e -> EntryJson.of(e, officer, organs, days)).toList(), days.whole());
    }

    /** The own organ's, for whoever acts for it; who only reads sees all unless an organ is named. */
    private static Optional<String> whose(Officer officer, Optional<String> organ, boolean all) {
        boolean across = Decisions.readsAcross(officer);
        if (!across && (all || organ.filter(o -> !o.equals(officer.organ().id())).isPresent())) {
            throw new Problem(403, "not-yours-to-see", "别的单位的日历由审计员和司法局监督人员查看");
        }
        return all || across && organ.isEmpty() && !Decisions.seesOwn(officer) ? Optional.empty() : organ.or(() -> Optional.of(officer.organ().id()));
    }

    private static LocalDate day(String name, String value) {
        return Params.day(name, value).orElseThrow(() -> Problem.bad("missing-parameter", name, "缺少“" + name + "”，应为日期，例如 2026-11-01"));
    }
}
