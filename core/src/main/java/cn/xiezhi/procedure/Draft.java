package cn.xiezhi.procedure;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.policy.DueDate;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.registry.Officer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A matter while an action is being decided. Lives inside one call of {@code decide} and is turned into values at its end.
 */
public final class Draft {
    private final Situation situation;
    private final Officer actor;
    private final Procedure procedure;
    private final Matter before;
    private final String action;
    private final Map<String, Set<String>> parties;
    private final Map<String, String> fields;
    private final List<Attachment> attachments;
    private final List<Obligation> obligations;
    private final Map<String, String> details = new LinkedHashMap<>();
    private final List<Draft> others = new ArrayList<>();
    private Optional<String> citation = Optional.empty();
    private Optional<String> assignee;
    private String state;
    private String title;

    Draft(Situation situation, Officer actor, Procedure procedure, Matter before, String action) {
        this.situation = situation;
        this.actor = actor;
        this.procedure = procedure;
        this.before = before;
        this.action = action;
        parties = new LinkedHashMap<>(before.parties());
        fields = new LinkedHashMap<>(before.fields());
        attachments = new ArrayList<>(before.attachments());
        obligations = new ArrayList<>(before.obligations());
        assignee = before.assignee();
        state = before.state();
        title = before.title();
    }

    /** A matter that is about to come into being. */
    static Matter blank(Situation situation, Officer actor, Procedure procedure, Optional<String> origin) {
        return Matter.blank(situation.policy().jurisdiction().id(), situation.newId().get(), procedure.id(), origin, actor.user(), situation.now(),
                situation.policy().version());
    }

    public String id() {
        return before.id();
    }

    public void to(String next) {
        state = procedure.state(next).id();
        assignee = Optional.empty();
    }

    public void title(String text) {
        title = text;
    }

    public void party(String part, String organ) {
        parties.put(part, Set.of(organ));
    }

    /** Several organs hold a part. */
    public void parties(String part, Collection<String> organs) {
        parties.put(part, new LinkedHashSet<>(organs));
    }

    public Optional<String> party(String part) {
        return parties.getOrDefault(part, Set.of()).stream().findFirst();
    }

    public Optional<String> field(String id) {
        return Optional.ofNullable(fields.get(id)).filter(value -> !value.isBlank());
    }

    public Situation situation() {
        return situation;
    }

    /** Records a value on the matter; it also goes into the ledger entry. */
    public void record(String field, String value) {
        fields.put(field, value);
        details.put(field, value);
    }

    /** Takes a value off the matter; the ledger entry says that it is gone. */
    public void forget(String field) {
        if (fields.remove(field) != null) {
            details.put(field, "");
        }
    }

    /** Records everything that was put in. */
    public void recordInput(Case c) {
        c.input().keySet().forEach(field -> c.in(field).ifPresent(value -> record(field, value)));
    }

    /** Puts a value into the ledger entry only. */
    public void detail(String field, String value) {
        details.put(field, value);
    }

    public void cite(String where) {
        citation = Optional.of(where);
    }

    void assign(String user) {
        assignee = Optional.of(user);
    }

    public void attach(Attachment attachment) {
        attachments.add(attachment);
    }

    void detach(Predicate<Attachment> which) {
        attachments.removeIf(which);
    }

    /** Opens a duty for an organ, if the policy has it; under the normal variant where it lacks the one asked for. */
    public void owe(Duty duty, String organ, Variant variant, Instant trigger) {
        situation.policy().due(duty, variant, trigger, situation.calendar())
                .or(() -> situation.policy().due(duty, Variant.NORMAL, trigger, situation.calendar()))
                .ifPresent(due -> arise(due, organ));
    }

    /** Opens a duty whose last day is named by a paper, if the policy has such a duty. */
    public void oweOn(Duty duty, String organ, Instant trigger, LocalDate lastDay) {
        situation.policy().dueOn(duty, trigger, lastDay).ifPresent(due -> arise(due, organ));
    }

    private void arise(DueDate due, String organ) {
        obligations.add(Obligation.arising(nextObligation(), due, organ, situation.policy().version()));
    }

    /** What an organ still owes over what another has taken over is that one's from now on, with the ends it had. */
    void passOn(Succession succession) {
        for (Obligation o : obligations.stream().filter(o -> succession.takes(before, o)).toList()) {
            obligations.set(obligations.indexOf(o), o.closed(Status.PASSED_ON, situation.now()));
            obligations.add(o.takenOver(nextObligation(), succeeded(succession)));
            assignee = Optional.empty();
        }
    }

    /**
     * What arose in the act is owed by whoever has taken the duty over by now, and whom somebody else gave a place in it is its successor.
     * Looked at when all is said, since an act may name organs and duties before what they are about.
     */
    private void succeed() {
        if (obligations.size() == before.obligations().size() && parties.equals(before.parties())) {
            return;
        }
        for (Succession s : Approval.successions(situation)) {
            for (int i = before.obligations().size(); i < obligations.size(); i++) {
                if (s.covers(obligations.get(i), this::field)) {
                    obligations.set(i, obligations.get(i).takenOver(obligations.get(i).id(), succeeded(s)));
                }
            }
            boolean newly = !before.involves(s.from()) && parties.values().stream().anyMatch(organs -> organs.contains(s.from()));
            if (newly && !actor.organ().id().equals(s.from()) && s.coversAll(this::field, situation.now())) {
                succeeded(s);
            }
        }
    }

    /** @return who owes it now */
    private String succeeded(Succession s) {
        details.put("note", s.text(situation));
        parties.replaceAll((part, organs) -> s.holders(organs, actor.organ().id()));
        return s.to();
    }

    private String nextObligation() {
        return before.id() + "-" + (obligations.size() + 1);
    }

    /** Closes the open obligations of a duty that one organ owes. */
    public void close(Duty duty, String organ, Status how) {
        obligations.replaceAll(o -> o.open() && o.duty().equals(duty) && o.owedBy().equals(organ) ? o.closed(how, situation.now()) : o);
    }

    /** Closes the open obligations of a duty. */
    public void close(Duty duty, Status how) {
        obligations.replaceAll(o -> o.open() && o.duty().equals(duty) ? o.closed(how, situation.now()) : o);
    }

    /** Closes whatever is still owed. */
    public void closeAll(Status how) {
        obligations.replaceAll(o -> o.open() ? o.closed(how, situation.now()) : o);
    }

    /** Whether anything is still owed. */
    public boolean owing() {
        return obligations.stream().anyMatch(Obligation::open);
    }

    /** Gives the open obligation of a duty another end. */
    public void extend(Obligation obligation, DueDate due) {
        obligations.replaceAll(o -> o.id().equals(obligation.id()) ? o.due(due) : o);
    }

    /** Puts an open obligation under the rules in force. */
    void recompute(Obligation obligation, DueDate due) {
        obligations.replaceAll(o -> o.id().equals(obligation.id()) ? o.under(due, situation.policy().version()) : o);
    }

    /** Another matter that the same decision changes or brings into being. */
    public Draft also(Procedure other, Matter matter, String otherAction) {
        Draft draft = new Draft(situation, actor, other, matter, otherAction);
        others.add(draft);
        return draft;
    }

    /** A new matter that comes from this one, opened by the same decision. */
    public Draft spawn(Procedure other) {
        Draft next = also(other, blank(situation, actor, other, Optional.of(before.id())), other.opening().id());
        field(Approval.PERMIT.id()).filter(x -> other.vocabulary().containsKey(Approval.PERMIT.id())).ifPresent(permit -> next.record(Approval.PERMIT.id(), permit));
        return next;
    }

    /**
     * Tells the matter that this one came from, or, if that one is over, the one that it came from in turn, as when a case was
     * passed on twice; nothing happens if none is left or it does not listen.
     */
    public void tell(String event) {
        Optional<Matter> hearing = before.origin().flatMap(situation.lookup()::matter);
        while (hearing.isPresent() && !hearing.get().open()) {
            hearing = hearing.get().origin().flatMap(situation.lookup()::matter);
        }
        hearing.ifPresent(origin -> {
            Procedure listening = situation.procedures().of(origin);
            Optional.ofNullable(listening.reactions().get(event)).ifPresent(reaction -> reaction.to(this, origin, also(listening, origin, event)));
        });
    }

    List<MatterChange> changes() {
        List<MatterChange> all = new ArrayList<>();
        all.add(change());
        others.forEach(o -> all.addAll(o.changes()));
        return all;
    }

    private MatterChange change() {
        succeed();
        details.putAll(Trail.details(before.obligations(), obligations));
        LedgerEntry entry = Ledger.sealed(before.jurisdiction(), before.id(), new LedgerEntry(before.ledgerLength() + 1, situation.now(), actor.user(), actor.name(),
                actor.organ().id(), action, before.state(), state, details, citation, situation.policy().version(), before.ledgerHead(), ""));
        boolean open = procedure.isStandIn() ? before.open() : procedure.state(state).open();
        Matter after = new Matter(before.jurisdiction(), before.id(), before.procedure(), title, state, open, before.version() + 1, parties, awaiting(open), fields,
                attachments, obligations, before.origin(), assignee, before.openedBy(), before.openedAt(), situation.now(), situation.policy().version(),
                entry.seq(), entry.hash(), Optional.empty());
        return new MatterChange(open ? after.wakingAt(wakesAt(after)) : after, List.of(entry), Finding.of(procedure, entry));
    }

    private Optional<Instant> wakesAt(Matter after) {
        return procedure.isStandIn() ? before.wakesAt() : procedure.actions().stream().map(a -> a.at(after)).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private Set<String> awaiting(boolean open) {
        if (procedure.isStandIn()) {
            return before.awaiting();
        }
        Set<String> organs = new LinkedHashSet<>();
        if (open) {
            procedure.actions().stream().filter(a -> a.expected() && a.from().contains(state))
                    .forEach(a -> a.parts().forEach(part -> organs.addAll(parties.getOrDefault(part, Set.of()))));
        }
        return organs;
    }
}
