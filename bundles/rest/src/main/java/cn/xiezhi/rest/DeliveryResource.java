package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.message.Carrier.Undelivered;
import cn.xiezhi.message.Message;
import cn.xiezhi.message.Outbox.Figures;
import cn.xiezhi.message.Outbox.GivenUp;
import cn.xiezhi.message.Target;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.message.Way;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.OrganJson.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How reminders leave the product: the groups' robots, what waits, what did not arrive. For administrators. */
@Path("v1/delivery")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveryResource {
    private static final int LONGEST_ADDRESS = 1000;
    private static final String COUNTY = "全辖区";

    private final Services services;

    DeliveryResource(Services services) {
        this.services = services;
    }

    /** @param held of those waiting: kept back by quiet hours or until the day's hour */
    record WayJson(String way, String name, boolean ready, int waiting, int held, int givenUp, Optional<Instant> lastSent, Optional<String> problem) {}

    record GivenUpJson(String way, String recipient, String reason, int attempts, Instant at) {}

    /** @param host all that is ever shown of the address */
    record RobotJson(Named organ, String kind, String kindName, String host, boolean signed, Instant setAt) {}

    record DeliveryJson(List<WayJson> ways, List<GivenUpJson> givenUp, List<RobotJson> robots) {}

    record NewRobot(String kind, String address, String secret) {}

    /** @param organ whose robot, or {@code *} */
    record Trial(String way, String address, String organ) {}

    record RetriedJson(int retried) {}

    @GET
    @Access(Access.Level.ADMINISTRATOR)
    public Object state(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        Map<String, Organ> organs = services.desk().organs(officer);
        return new DeliveryJson(services.reminding().figures(officer).stream().map(this::json).toList(),
                services.reminding().givenUp(officer).stream().map(g -> json(g, organs)).toList(),
                services.reminding().robots(officer).stream().map(r -> json(r, organs)).toList());
    }

    @POST
    @Path("retry")
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.SETTINGS)
    public Object retry(@Context SecurityContext who) {
        return new RetriedJson(services.reminding().retry(Caller.officer(who)));
    }

    @PUT
    @Path("robots/{organ}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.SETTINGS)
    public Object set(@Context SecurityContext who, @PathParam("organ") String organ, NewRobot in) {
        Officer officer = Caller.officer(who);
        Map<String, Organ> organs = services.desk().organs(officer);
        if (!organ.equals(Robot.COUNTY) && !organs.containsKey(organ)) {
            throw Problem.unknown("unknown-organ", "本辖区没有这个机关");
        }
        Robot.Kind kind = Robot.Kind.of(Params.needed("kind", in.kind())).orElseThrow(() -> Problem.bad("bad-parameter", "kind", "kind 应为 wecom 或 dingtalk"));
        String address = Params.secret("address", in.address()).strip();
        if (address.length() > LONGEST_ADDRESS) {
            throw Problem.bad("bad-parameter", "address", "群机器人的地址过长");
        }
        Optional<String> secret = Params.text("secret", in.secret());
        try {
            return json(services.reminding().set(officer, organ, kind, address, secret), organs);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("bad-parameter", "address", e.getMessage());
        }
    }

    @DELETE
    @Path("robots/{organ}")
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.SETTINGS)
    public void remove(@Context SecurityContext who, @PathParam("organ") String organ) {
        if (!services.reminding().removeRobot(Caller.officer(who), organ)) {
            throw Problem.unknown("unknown-robot", "这里没有设置群机器人，可能已被移除；请刷新");
        }
    }

    @POST
    @Path("test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.SETTINGS)
    public void test(@Context SecurityContext who, Trial in) {
        Officer officer = Caller.officer(who);
        Way way = Way.of(Params.needed("way", in.way())).filter(w -> w != Way.NONE).orElseThrow(() -> Problem.bad("bad-parameter", "way", "way 应为 mail 或 robot"));
        Target target = way == Way.MAIL ? RemindersResource.mailbox("address", in.address()) : robot(officer, Params.needed("organ", in.organ()));
        try {
            services.reminding().test(services.jurisdictionName(officer.jurisdiction()), target);
        } catch (Undelivered e) {
            throw RemindersResource.undelivered(e);
        }
    }

    private Robot robot(Officer officer, String organ) {
        return services.reminding().robots(officer).stream().filter(r -> r.organ().equals(organ)).findFirst()
                .orElseThrow(() -> Problem.unknown("unknown-robot", "这里没有设置群机器人，可能已被移除；请刷新"));
    }

    private WayJson json(Figures f) {
        return new WayJson(f.way().code(), f.way().text(), services.reminding().ready(f.way()), f.waiting(), f.held(), f.givenUp(), f.lastSent(), f.reason());
    }

    private static GivenUpJson json(GivenUp g, Map<String, Organ> organs) {
        Way way = Message.way(g.recipient());
        String name = Message.name(g.recipient());
        return new GivenUpJson(way.code(), way == Way.ROBOT ? name(name, organs) : name, g.reason(), g.attempts(), g.at());
    }

    private static RobotJson json(Robot r, Map<String, Organ> organs) {
        return new RobotJson(new Named(r.organ(), name(r.organ(), organs)), r.kind().code(), r.kind().text(), URI.create(r.address()).getHost(), r.secret().isPresent(), r.setAt());
    }

    private static String name(String organ, Map<String, Organ> organs) {
        return organ.equals(Robot.COUNTY) ? COUNTY : Organ.name(organs, organ);
    }
}
