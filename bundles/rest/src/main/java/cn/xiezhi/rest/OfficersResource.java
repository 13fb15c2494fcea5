package cn.xiezhi.rest;

import cn.xiezhi.desk.Registers;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import cn.xiezhi.rest.OrganJson.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Officers with their certificates, and how many of an organ's hold a valid one. */
@Path("v1/officers")
@Produces(MediaType.APPLICATION_JSON)
public final class OfficersResource {
    private final Services services;

    OfficersResource(Services services) {
        this.services = services;
    }

    /** @param certified whether the enforcement certificate is valid today */
    record OfficerJson(String user, String name, List<String> roles, List<String> roleNames, List<CertificateJson> certificates, boolean certified) {}

    /** @param percent officers with a valid certificate of all enforcement officers, rounded down; 100 means every one of them */
    record RateJson(Named organ, long officers, long certified, int percent) {
        static RateJson of(Registers.Rate rate, Map<String, Organ> organs) {
            String name = Organ.name(organs, rate.organ());
            return new RateJson(new Named(rate.organ(), name), rate.officers(), rate.certified(), (int) (rate.certified() * 100 / rate.officers()));
        }
    }

    record OfficerList(LocalDate day, List<OfficerJson> officers, Optional<RateJson> rate) {}

    @GET
    @Access(Access.Level.OFFICER)
    public Object list(@Context SecurityContext who, @QueryParam("organ") String organ) {
        Officer officer = Caller.officer(who);
        Map<String, Organ> organs = services.desk().organs(officer);
        String wanted = Params.text("organ", organ).orElse(officer.organ().id());
        if (!organs.containsKey(wanted)) {
            throw Problem.bad("bad-parameter", "organ", "本辖区没有登记“" + wanted + "”这个机关");
        }
        Registers registers = services.registers();
        LocalDate today = registers.today();
        return new OfficerList(today, registers.officers(officer, wanted).stream().map(a -> json(a, today)).toList(),
                registers.rates(officer).stream().filter(r -> r.organ().equals(wanted)).findFirst().map(r -> RateJson.of(r, organs)));
    }

    @GET
    @Path("rates")
    @Access(Access.Level.OFFICER)
    public Object rates(@Context SecurityContext who) {
        Officer officer = Caller.officer(who);
        Map<String, Organ> organs = services.desk().organs(officer);
        return services.registers().rates(officer).stream().map(r -> RateJson.of(r, organs)).toList();
    }

    private static OfficerJson json(Account a, LocalDate today) {
        List<Role> roles = a.roles().stream().sorted().toList();
        return new OfficerJson(a.user(), a.name(), roles.stream().map(Role::code).toList(), roles.stream().map(Role::text).toList(), CertificateJson.of(a.certificates()),
                a.certified(Certificate.Kind.ENFORCEMENT, today));
    }
}
