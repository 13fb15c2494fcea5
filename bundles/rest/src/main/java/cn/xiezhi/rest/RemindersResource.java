package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.code.Coded;
import cn.xiezhi.message.Carrier.Undelivered;
import cn.xiezhi.message.Quiet;
import cn.xiezhi.message.Reminding;
import cn.xiezhi.message.Target.Mailbox;
import cn.xiezhi.message.Way;
import cn.xiezhi.message.Wish;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How I want to be reminded outside the product. */
@Path("v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
public final class RemindersResource {
    private final Services services;

    RemindersResource(Services services) {
        this.services = services;
    }

    record QuietJson(String from, String until, Boolean daysOff, Boolean urgentBreaks) {}

    record KindJson(String id, String name) {}

    /**
     * @param ways those that lead somewhere for me
     * @param mail the address that was shown to be mine
     * @param allKinds to choose from
     */
    record RemindersJson(String way, List<String> ways, Optional<String> mail, List<String> kinds, List<KindJson> allKinds, QuietJson quiet, boolean daily, String dailyAt) {}

    record NewReminders(String way, List<String> kinds, QuietJson quiet, Boolean daily) {}

    record MailAddress(String address) {}

    record MailCode(String code) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object mine(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        return json(officer, services.reminding().mine(officer));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.SETTINGS)
    public Object save(@Context SecurityContext who, NewReminders in) {
        Officer officer = Caller.officer(who);
        Wish before = services.reminding().mine(officer);
        Way way = Way.of(Params.needed("way", in.way())).filter(w -> ways(officer, before).contains(w))
                .orElseThrow(() -> Problem.bad("bad-parameter", "way", "这种方式现在不能用：邮箱要先验证，群机器人要由管理员先设置"));
        Wish wish = new Wish(officer.jurisdiction(), officer.user(), way, before.mail(), kinds(in.kinds()), quiet(in.quiet()), Boolean.TRUE.equals(in.daily()));
        return json(officer, services.reminding().save(officer, wish));
    }

    /** Sends a code to an address; what is set stays as it is until the code comes back. */
    @POST
    @Path("code")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.SETTINGS)
    public void code(@Context SecurityContext who, MailAddress in) {
        Officer officer = Caller.officer(who);
        Mailbox mailbox = mailbox("address", in.address());
        try {
            if (!services.reminding().sendCode(officer, services.jurisdictionName(officer.jurisdiction()), mailbox)) {
                throw new Problem(429, "too-many-codes", "验证码刚刚发出，请等 " + Reminding.BETWEEN_CODES.toMinutes() + " 分钟再要").retryAfter((int) Reminding.BETWEEN_CODES.toSeconds());
            }
        } catch (Undelivered e) {
            throw undelivered(e);
        }
    }

    @POST
    @Path("verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.SETTINGS)
    public Object verify(@Context SecurityContext who, MailCode in) {
        Officer officer = Caller.officer(who);
        return json(officer, services.reminding().verify(officer, Params.needed("code", in.code()))
                .orElseThrow(() -> Problem.bad("wrong-code", "code", "验证码不对，或已过期、试得太多；请核对邮件，或过一会儿重新发送")));
    }

    @DELETE
    @Path("mail")
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.SETTINGS)
    public Object forget(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        return json(officer, services.reminding().forgetMail(officer));
    }

    static Mailbox mailbox(String field, String address) {
        try {
            return new Mailbox(Params.needed(field, address));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("bad-parameter", field, e.getMessage());
        }
    }

    static Problem undelivered(Undelivered e) {
        return new Problem(422, "undelivered", e.getMessage());
    }

    private List<Way> ways(Officer officer, Wish wish) {
        Set<Way> ways = new LinkedHashSet<>(List.of(Way.NONE));
        wish.mail().filter(m -> services.reminding().ready(Way.MAIL)).ifPresent(m -> ways.add(Way.MAIL));
        services.reminding().robotOf(officer).ifPresent(r -> ways.add(Way.ROBOT));
        // What was chosen when it was possible stays possible to keep.
        ways.add(wish.way());
        return List.copyOf(ways);
    }

    private Object json(Officer officer, Wish wish) {
        Quiet q = wish.quiet();
        return new RemindersJson(wish.way().code(), ways(officer, wish).stream().map(Way::code).toList(), wish.mail(), wish.kinds().stream().sorted().map(Notice.Kind::code).toList(),
                Arrays.stream(Notice.Kind.values()).map(k -> new KindJson(k.code(), k.text())).toList(),
                new QuietJson(q.from().toString(), q.until().toString(), q.daysOff(), q.urgentBreaks()), wish.daily(), Wish.DAILY_AT.toString());
    }

    private static Set<Notice.Kind> kinds(List<String> codes) {
        Set<Notice.Kind> kinds = new LinkedHashSet<>();
        for (String code : Optional.ofNullable(codes).orElse(List.of())) {
            kinds.add(Coded.find(Notice.Kind.values(), code)
                    .orElseThrow(() -> Problem.bad("bad-parameter", "kinds", "没有这一类提醒，请刷新页面后重选")));
        }
        return kinds;
    }

    private static Quiet quiet(QuietJson in) {
        if (in == null) {
            throw Problem.bad("missing-property", "quiet", "缺少免打扰时段");
        }
        return new Quiet(time("quiet.from", in.from()), time("quiet.until", in.until()), Boolean.TRUE.equals(in.daysOff()), Boolean.TRUE.equals(in.urgentBreaks()));
    }

    private static LocalTime time(String field, String text) {
        if (text == null || !text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw Problem.bad("bad-parameter", field, "免打扰时段的时刻应形如 22:00");
        }
        return LocalTime.parse(text);
    }
}
