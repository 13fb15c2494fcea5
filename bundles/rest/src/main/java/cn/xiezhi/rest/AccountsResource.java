package cn.xiezhi.rest;

import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Identity.Administered;
import cn.xiezhi.registry.Identity.NewAccount;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.rest.OrganJson.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts of one's own jurisdiction; for administrators. */
@Path("v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountsResource {
    private final Services services;

    AccountsResource(Services services) {
        this.services = services;
    }

    record AccountJson(String user, String name, Named organ, List<String> roles, Optional<String> certificate, boolean enabled, Optional<Instant> lockedUntil) {}

    record AccountRequest(String user, String name, String organ, List<String> roles, String certificate) {}

    record OneTime(String user, String password) {}

    record PasswordJson(String password) {}

    record Change(Boolean enabled) {}

    @GET
    @Access(Access.Level.ADMINISTRATOR)
    public Object all(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        Map<String, Organ> organs = services.desk().organs(officer);
        return services.identity().accounts(officer.jurisdiction()).stream().map(a -> json(a, organs)).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    public Response add(@Context SecurityContext who, AccountRequest in) {
        Officer officer = Caller.officer(who);
        String user = Params.needed("user", in.user());
        if (!user.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
            throw Problem.bad("bad-parameter", "user", "用户名由 2 至 40 个小写字母、数字、点、下划线或连字符组成");
        }
        String organ = Params.needed("organ", in.organ());
        if (!services.desk().organs(officer).containsKey(organ)) {
            throw Problem.bad("bad-parameter", "organ", "本辖区没有登记“" + organ + "”这个机关");
        }
        NewAccount account = new NewAccount(user, Params.needed("name", in.name()), organ, roles(in.roles()), Params.text("certificate", in.certificate()));
        Administered.Done done = done(services.identity().add(officer.jurisdiction(), account));
        return Response.status(Response.Status.CREATED).entity(new OneTime(done.user(), done.password().orElseThrow())).build();
    }

    @POST
    @Path("{user}/password")
    @Access(Access.Level.ADMINISTRATOR)
    public Object resetPassword(@Context SecurityContext who, @PathParam("user") String user) {
        return new PasswordJson(done(services.identity().resetPassword(Caller.officer(who).jurisdiction(), user)).password().orElseThrow());
    }

    @PATCH
    @Path("{user}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    public Object change(@Context SecurityContext who, @PathParam("user") String user, Change in) {
        Officer officer = Caller.officer(who);
        boolean enabled = Optional.ofNullable(in.enabled()).orElseThrow(() -> Problem.bad("missing-property", "enabled", "缺少“enabled”"));
        if (!enabled && user.equals(officer.user())) {
            throw new Problem(422, "not-oneself", "不能停用自己的账号");
        }
        done(services.identity().enable(officer.jurisdiction(), user, enabled));
        return services.identity().accounts(officer.jurisdiction()).stream().filter(a -> a.user().equals(user)).findFirst()
                .map(a -> json(a, services.desk().organs(officer))).orElseThrow(AccountsResource::unknown);
    }

    private static Set<Role> roles(List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            throw Problem.bad("missing-property", "roles", "至少选择一个角色");
        }
        return codes.stream().map(c -> Role.of(String.valueOf(c)).orElseThrow(() -> Problem.bad("bad-parameter", "roles", "没有“" + c + "”这个角色"))).collect(Collectors.toSet());
    }

    private static Administered.Done done(Administered outcome) {
        if (outcome instanceof Administered.Done done) {
            return done;
        }
        if (outcome instanceof Administered.Refused refused) {
            throw new Problem(409, refused.code(), refused.message());
        }
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.unknown("unknown-account", "本辖区没有这个账号");
    }

    private static AccountJson json(Account a, Map<String, Organ> organs) {
        Named organ = new Named(a.organ(), Optional.ofNullable(organs.get(a.organ())).map(Organ::name).orElse(a.organ()));
        return new AccountJson(a.user(), a.name(), organ, a.roles().stream().sorted().map(Role::code).toList(), a.certificate(), a.enabled(), a.lockedUntil());
    }
}
