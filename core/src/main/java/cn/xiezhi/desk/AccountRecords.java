package cn.xiezhi.desk;

import cn.xiezhi.procedure.AccountRequest;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts what administrators do to accounts into the ledger, where the jurisdiction's document asks for it: begun before the
 * account changes, ended after it. A record that stays begun says that nobody knows.
 */
@Component(service = AccountRecords.class)
public final class AccountRecords {
    private final Desk desk;

    @Activate
    public AccountRecords(@Reference Desk desk) {
        this.desk = desk;
    }

    /** Whether the jurisdiction's document asks for records. */
    public boolean kept(Officer administrator) {
        return desk.openable(administrator).containsKey(AccountRequest.PROCEDURE);
    }

    /** The person whose account it is, with the account's organ as its id. */
    public record Whose(String user, String person, String organ, Set<Role> roles, Optional<String> certificate) {
        public static Whose of(Account a) {
            return new Whose(a.user(), a.name(), a.organ(), a.roles(), a.certificates().stream().findFirst().map(Certificate::number));
        }
    }

    /**
     * Begins a record of its own.
     *
     * @param change what is about to happen: open, change, disable, enable or reset
     */
    public Result begin(Officer administrator, String change, Whose whose) {
        Organ organ = desk.organs(administrator).get(whose.organ());
        Map<String, String> input = new HashMap<>(Map.of("change", change, "person", whose.person(), "user", whose.user(), "of", organ.parent().orElse(organ.id()),
                "roles", whose.roles().stream().sorted().map(Role::code).collect(Collectors.joining("\n"))));
        organ.parent().ifPresent(p -> input.put("unit", organ.name()));
        whose.certificate().ifPresent(number -> input.put("certificate", number));
        return desk.open(administrator, AccountRequest.PROCEDURE.id(), input, Optional.empty(), Optional.empty());
    }

    /** Begins with what was requested. */
    public Result begin(Officer administrator, String request, String user) {
        return desk.matter(administrator, request).map(m -> desk.act(administrator, request, "begin", m.matter().version(), Map.of("user", user)))
                .orElseGet(() -> new Result.Unknown(Result.What.MATTER, request));
    }

    /** @param failure why the account was not changed; empty if it was */
    public Result end(Officer administrator, MatterView begun, Optional<String> failure) {
        return desk.act(administrator, begun.matter().id(), failure.isPresent() ? "failed" : "done", begun.matter().version(), failure.map(why -> Map.of("reason", why)).orElse(Map.of()));
    }
}
