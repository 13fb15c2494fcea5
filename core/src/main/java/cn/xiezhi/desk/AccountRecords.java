package cn.xiezhi.desk;

import cn.xiezhi.procedure.AccountRequest;
import cn.xiezhi.registry.Officer;
import java.util.Map;
import java.util.Optional;
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

    /** Begins a record of its own. */
    public Result begin(Officer administrator, Map<String, String> change) {
        return desk.open(administrator, AccountRequest.PROCEDURE.id(), change, Optional.empty(), Optional.empty());
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
