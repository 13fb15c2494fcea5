package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.AccountRecords;
import cn.xiezhi.desk.AccountRecords.Whose;
import cn.xiezhi.desk.Result;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Identity.Answer;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The accounts of one's own jurisdiction; for administrators. */
@Path("v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountsResource {
    private final Services services;

    AccountsResource(Services services) {
        this.services = services;
    }

    record AccountJson(String user, String name, Named organ, List<String> roles, List<CertificateJson> certificates, boolean enabled, Optional<Instant> lockedUntil) {}

    record AccountRequest(String user, String name, String organ, List<String> roles, List<CertificateJson.NewCertificate> certificates, String request) {}

    record OneTime(String user, String password) {}

    record PasswordJson(String password) {}

    record Change(Boolean enabled) {}

    @GET
    @Access(Access.Level.ADMINISTRATOR)
    public Object all(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        Map<String, Organ> organs = services.desk().organs(officer);
        return Denials.value(services.identity().accounts(officer)).stream().map(a -> json(a, organs)).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.ACCOUNT)
    public Response add(@Context SecurityContext who, AccountRequest in) {
        Officer officer = Caller.officer(who);
        String user = Params.needed("user", in.user());
        String organ = Params.needed("organ", in.organ());
        NewAccount account = new NewAccount(user, Params.needed("name", in.name()), organ, roles(in.roles()), CertificateJson.read(in.certificates()));
        Optional<String> number = account.certificates().stream().findFirst().map(Certificate::number);
        String password = recorded(officer, "open", new Whose(user, account.name(), organ, account.roles(), number), Params.text("request", in.request()),
                () -> services.identity().open(officer, account));
        return Response.status(Response.Status.CREATED).entity(new OneTime(user, password)).build();
    }

    @POST
    @Path("{user}/password")
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.ACCOUNT)
    public Object resetPassword(@Context SecurityContext who, @PathParam("user") String user) {
        Officer officer = Caller.officer(who);
        return new PasswordJson(recorded(officer, "reset", user, () -> services.identity().resetPassword(officer, user)));
    }

    @PATCH
    @Path("{user}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.ACCOUNT)
    public Object change(@Context SecurityContext who, @PathParam("user") String user, Change in) {
        Officer officer = Caller.officer(who);
        boolean enabled = Optional.ofNullable(in.enabled()).orElseThrow(() -> Problem.bad("missing-property", "enabled", "缺少“enabled”"));
        if (!enabled && user.equals(officer.user())) {
            throw new Problem(422, "not-oneself", "不能停用自己的账号");
        }
        return json(recorded(officer, enabled ? "enable" : "disable", user, () -> services.identity().setEnabled(officer, user, enabled)), services.desk().organs(officer));
    }

    private <T> T recorded(Officer officer, String change, String user, Supplier<Answer<T>> work) {
        return Denials.value(services.identity().accounts(officer)).stream().filter(a -> a.user().equals(user)).findFirst()
                .map(a -> recorded(officer, change, Whose.of(a), Optional.empty(), work))
                .orElseGet(() -> Denials.value(work.get()));
    }

    /** Where the jurisdiction's document asks for it, the ledger knows of the change before it happens and what became of it. */
    private <T> T recorded(Officer officer, String change, Whose whose, Optional<String> request, Supplier<Answer<T>> work) {
        AccountRecords records = services.accountRecords();
        if (!services.desk().organs(officer).containsKey(whose.organ()) || !records.kept(officer)) {
            return Denials.value(work.get());
        }
        Result begun = request.map(id -> records.begin(officer, id, whose.user())).orElseGet(() -> records.begin(officer, change, whose));
        if (!(begun instanceof Result.Done done)) {
            throw Answers.problem(begun, services.reading());
        }
        Answer<T> answer = work.get();
        Result ended = records.end(officer, done.matter(), answer.denied().map(d -> answer.message()));
        if (!(ended instanceof Result.Done)) {
            throw Answers.problem(ended, services.reading());
        }
        return Denials.value(answer);
    }

    private static Set<Role> roles(List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            throw Problem.bad("missing-property", "roles", "至少选择一个角色");
        }
        return codes.stream().map(c -> Role.of(String.valueOf(c)).orElseThrow(() -> Problem.bad("bad-parameter", "roles", "没有“" + c + "”这个角色"))).collect(Collectors.toSet());
    }

    private static AccountJson json(Account a, Map<String, Organ> organs) {
        Named organ = new Named(a.organ(), Organ.name(organs, a.organ()));
        return new AccountJson(a.user(), a.name(), organ, a.roles().stream().sorted().map(Role::code).toList(), CertificateJson.of(a.certificates()), a.enabled(), a.lockedUntil());
    }
}
