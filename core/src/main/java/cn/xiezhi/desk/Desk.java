package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.Read;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.Result.What;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outlook;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Accounts;
import cn.xiezhi.registry.Items;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organs;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The application: loads a matter and the rules, lets the procedure decide, and commits what it decided in one transaction.
 * Everything is scoped to the officer's jurisdiction; what an officer may not see does not exist for them.
 */
@Component(service = Desk.class)
public final class Desk {
    private final MatterStore store;
    private final Rules rules;
    private final Situations situations;

    @Activate
    public Desk(@Reference MatterStore store, @Reference RuleArchive archive, @Reference Rules rules, @Reference PolicyReader reader,
            @Reference Organs organs, @Reference Accounts accounts, @Reference Items items, @Reference InstalledProcedures procedures) {
        this(store, archive, rules, reader, organs, accounts, items, Clock.systemUTC(), procedures::now);
    }

    /** With a clock of one's own and the platform's own procedures, for tests and for sample data that lies in the past. */
    public Desk(MatterStore store, RuleArchive archive, Rules rules, PolicyReader reader, Organs organs, Accounts accounts, Items items, Clock clock) {
        this(store, archive, rules, reader, organs, accounts, items, clock, Procedures::own);
    }

    public Desk(MatterStore store, RuleArchive archive, Rules rules, PolicyReader reader, Organs organs, Accounts accounts, Items items, Clock clock,
            Supplier<Procedures> procedures) {
        this.store = store;
        this.rules = rules;
        this.situations = new Situations(store, archive, reader, organs, accounts, items, clock, procedures);
    }

    /** The procedures that are known at this moment. */
    public Procedures procedures() {
        return situations.procedures();
    }

    /** The procedures that an officer may open, each with the case that its form is drawn from. */
    public Map<Procedure, Case> openable(Officer officer) {
        Map<Procedure, Case> forms = new LinkedHashMap<>();
        RuleBook book = rules.inForce();
        Procedures known = procedures();
        book.of(officer.jurisdiction()).ifPresent(p -> known.all().values().forEach(procedure -> {
            Case blank = new Case(situations.of(known, book, officer.jurisdiction(), p.policy()), officer, Matter.blank(officer.jurisdiction(), "", procedure.id(), Optional.empty(), officer.user(), now(), p.policy().version()), Optional.empty(), Map.of());
            if (Decisions.mayOpen(blank, procedure)) {
                forms.put(procedure, blank);
            }
        }));
        return forms;
    }

    /**
     * Opens a matter.
     *
     * @param idempotencyKey the same key from the same user gives the first matter again instead of a second one
     */
    public Result open(Officer officer, String procedureId, Map<String, String> input, Optional<String> origin, Optional<String> idempotencyKey) {
        RuleBook book = rules.inForce();
        Optional<MatterView> before = openedUnder(officer, book, idempotencyKey);
        if (before.isPresent()) {
            return new Result.Done(before.get(), false);
        }
        return opening(officer, book, procedureId, origin, why -> why, opening -> opened(officer, book, opening.decide(officer, input), idempotencyKey));
    }

    private Result opened(Officer officer, RuleBook book, Outcome outcome, Optional<String> idempotencyKey) {
        if (outcome instanceof Outcome.Refusal refusal) {
            return new Result.Refused(refusal);
        }
        try {
            return committed(officer, book, (Outcome.Decision) outcome, Map.of(), idempotencyKey, true);
        } catch (StaleMatterException e) {
            // The same key was used at the same moment: the other one's matter is the answer.
            return new Result.Done(openedUnder(officer, book, idempotencyKey).orElseThrow(() -> e), false);
        }
    }

    /** What opening a matter would do. */
    public Foreseen foresee(Officer officer, String procedureId, Map<String, String> input, Optional<String> origin) {
        return opening(officer, rules.inForce(), procedureId, origin, Foreseen.Not::new,
                opening -> new Foreseen.Known(officer, opening.procedure(), opening.situation(), Outlook.of(opening.decide(officer, input))));
    }

    private record Opening(Situation situation, Procedure procedure, Optional<Matter> origin) {
        Outcome decide(Officer officer, Map<String, String> input) {
            return Decisions.open(situation, officer, procedure, origin, input);
        }
    }

    private <T> T opening(Officer officer, RuleBook book, String procedureId, Optional<String> origin, Function<Result, T> not, Function<Opening, T> then) {
        Procedures known = procedures();
        Procedure procedure = known.all().get(procedureId);
        if (procedure == null) {
            return not.apply(new Result.Unknown(What.PROCEDURE, procedureId));
        }
        if (book.of(officer.jurisdiction()).isEmpty()) {
            return not.apply(new Result.NotInForce(officer.jurisdiction()));
        }
        Optional<Matter> from = origin.flatMap(id -> visible(officer, id));
        if (origin.isPresent() && from.isEmpty()) {
            return not.apply(new Result.Unknown(What.MATTER, origin.get()));
        }
        return then.apply(new Opening(situations.of(known, book, officer.jurisdiction(), book.of(officer.jurisdiction()).orElseThrow().policy()), procedure, from));
    }

    /** Takes an action on a matter that the officer has seen at a version. */
    public Result act(Officer officer, String id, String actionId, long version, Map<String, String> input) {
        // What the officer has seen is mostly still how it stands, and the commit knows for sure: no need to ask before it.
        return store.remembered(officer.jurisdiction(), id, version).filter(m -> Decisions.maySee(procedures(), officer, m))
                .map(m -> act(officer, m, actionId, version, input)).filter(Result.Done.class::isInstance)
                .orElseGet(() -> visible(officer, id).map(m -> act(officer, m, actionId, version, input)).orElseGet(() -> new Result.Unknown(What.MATTER, id)));
    }

    /** What an action on a matter that the officer has seen at a version would do. */
    public Foreseen foresee(Officer officer, String id, String actionId, long version, Map<String, String> input) {
        Optional<Matter> matter = visible(officer, id);
        if (matter.isEmpty()) {
            return new Foreseen.Not(new Result.Unknown(What.MATTER, id));
        }
        RuleBook book = rules.inForce();
        Case c = seen(officer, book, matter.get(), input);
        Procedure procedure = c.situation().procedures().of(matter.get());
        if (matter.get().version() != version) {
            return new Foreseen.Not(new Result.Stale(view(officer, book, matter.get())));
        }
        return procedure.action(actionId).<Foreseen>map(a -> new Foreseen.Known(officer, procedure, c.situation(), Decisions.foresee(c, procedure, a)))
                .orElseGet(() -> new Foreseen.Not(new Result.Unknown(What.ACTION, actionId)));
    }

    private Result act(Officer officer, Matter matter, String actionId, long version, Map<String, String> input) {
        RuleBook book = rules.inForce();
        Case c = seen(officer, book, matter, input);
        Procedure procedure = c.situation().procedures().of(matter);
        Optional<Action> action = procedure.action(actionId);
        if (procedure.isStandIn()) {
            return new Result.Refused(Decisions.unknown(procedure));
        }
        if (action.isEmpty()) {
            return new Result.Unknown(What.ACTION, actionId);
        }
        return concluded(c, book, version, Map.of(), () -> Decisions.act(c, procedure, action.get()));
    }

    /** Adds a file to a matter. */
    public Result attach(Officer officer, String id, long version, Upload upload) {
        RuleBook book = rules.inForce();
        Optional<Matter> matter = visible(officer, id);
        if (matter.isEmpty()) {
            return new Result.Unknown(What.MATTER, id);
        }
        return attach(officer, book, matter.get(), version, upload);
    }

    /** Adds a file that somebody of the public hands in; whoever calls this knows that it is that person's matter. */
    Result attach(Officer somebody, Matter matter, Upload upload) {
        return attach(somebody, rules.inForce(), matter, matter.version(), upload);
    }

    private Result attach(Officer officer, RuleBook book, Matter matter, long version, Upload upload) {
        Case c = seen(officer, book, matter, Map.of());
        String sha256 = Hashes.sha256(upload.bytes());
        Attachment attachment = new Attachment(Ids.next(c.now()), upload.name(), upload.type(), upload.bytes().length, sha256, upload.slot(), upload.pages(),
                c.now(), officer.user());
        return concluded(c, book, version, Map.of(sha256, upload.bytes()), () -> Decisions.attach(c, c.situation().procedures().of(matter), attachment));
    }

    /** A matter, if this person may see it. Where the procedure logs reads, this is one: without the log there is no answer. */
    public Optional<MatterView> matter(Officer officer, String id) {
        Optional<Matter> matter = visible(officer, id);
        matter.ifPresent(m -> logRead(officer, m, Read.What.PAGE, Optional.empty()));
        return matter.map(m -> view(officer, rules.inForce(), m));
    }

    /** The same for taking a copy of all of it away. */
    Optional<MatterView> exported(Officer officer, String id) {
        Optional<Matter> matter = visible(officer, id);
        matter.ifPresent(m -> logRead(officer, m, Read.What.EXPORT, Optional.empty()));
        return matter.map(m -> view(officer, rules.inForce(), m));
    }

    /** Matters by id as this person sees them in a list, which is no read; those that this person may not see are left out. */
    public Map<String, MatterView> listed(Officer officer, List<String> ids) {
        return views(officer, store.find(officer.jurisdiction(), ids));
    }

    /** The same of matters that were found already. */
    public Map<String, MatterView> views(Officer officer, List<Matter> matters) {
        RuleBook book = rules.inForce();
        Map<String, MatterView> views = new LinkedHashMap<>();
        matters.stream().filter(m -> Decisions.maySee(procedures(), officer, m)).forEach(m -> views.put(m.id(), view(officer, book, m)));
        return views;
    }

    private void logRead(Officer officer, Matter matter, Read.What what, Optional<String> attachment) {
        if (!procedures().of(matter).readsFor().isEmpty()) {
            store.keepReads(officer.jurisdiction(), List.of(new Read(matter.id(), officer.user(), officer.name(), officer.organ().id(), now(), what, attachment)));
        }
    }

    /** An attachment's bytes, if this person may see its matter. */
    public Optional<byte[]> content(Officer officer, String id, String attachment) {
        return visible(officer, id).map(m -> view(officer, rules.inForce(), m)).flatMap(v -> v.matter().attachments().stream()
                .filter(a -> a.id().equals(attachment) && Decisions.maySee(v.seen(), v.procedure(), a)).findFirst().flatMap(a -> {
                    logRead(officer, v.matter(), Read.What.FILE, Optional.of(a.id()));
                    return store.content(officer.jurisdiction(), a.sha256());
                }));
    }

    /** The organs of the officer's jurisdiction by id. */
    public Map<String, Organ> organs(Officer officer) {
        return situations.directory.of(officer.jurisdiction());
    }

    /** A version of a jurisdiction's policy, in force or archived. */
    public Optional<Policy> policy(String jurisdiction, String version) {
        return situations.policies.version(jurisdiction, version);
    }

    public Instant now() {
        return situations.now();
    }

    private Result concluded(Case c, RuleBook book, long version, Map<String, byte[]> contents, Supplier<Outcome> decide) {
        if (c.matter().version() != version) {
            return new Result.Stale(view(c.actor(), book, c.matter()));
        }
        Outcome outcome = decide.get();
        if (outcome instanceof Outcome.Refusal refusal) {
            return new Result.Refused(refusal);
        }
        try {
            return committed(c.actor(), book, (Outcome.Decision) outcome, contents, Optional.empty(), false);
        } catch (StaleMatterException e) {
            return new Result.Stale(store.find(c.actor().jurisdiction(), c.matter().id()).map(m -> view(c.actor(), book, m)).orElseThrow(() -> e));
        }
    }

    private Result committed(Officer officer, RuleBook book, Outcome.Decision decision, Map<String, byte[]> contents, Optional<String> key, boolean created) {
        List<MatterChange> changes = decision.changes();
        store.commit(new Commit(officer.jurisdiction(), changes, contents, officer.user(), key));
        return new Result.Done(view(officer, book, changes.get(0).after()), created);
    }

    private Optional<MatterView> openedUnder(Officer officer, RuleBook book, Optional<String> key) {
        return key.flatMap(k -> store.openedUnder(officer.jurisdiction(), officer.user(), k)).flatMap(id -> visible(officer, id)).map(m -> view(officer, book, m));
    }

    /** A matter, if this person may see it, for what is no read of it. */
    Optional<Matter> visible(Officer officer, String id) {
        return store.find(officer.jurisdiction(), id).filter(m -> Decisions.maySee(procedures(), officer, m));
    }

    private MatterView view(Officer officer, RuleBook book, Matter matter) {
        Case seen = seen(officer, book, matter, Map.of());
        return new MatterView(seen.situation().procedures().of(matter), seen);
    }

    private Case seen(Officer officer, RuleBook book, Matter matter, Map<String, String> input) {
        return new Case(situation(book, matter), officer, matter, matter.origin().flatMap(o -> store.find(officer.jurisdiction(), o)), input);
    }

    Situations situations() {
        return situations;
    }

    /** What a decision on a matter may look at now. */
    Situation situation(Matter matter) {
        return situation(rules.inForce(), matter);
    }

    private Situation situation(RuleBook book, Matter matter) {
        return situations.of(procedures(), book, matter.jurisdiction(), situations.policies.forMatter(book, matter.jurisdiction(), matter.policyVersion()));
    }
}
