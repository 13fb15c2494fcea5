package cn.xiezhi.matter;

import cn.xiezhi.policy.Duty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing being handled, as it stands after its last action.
 *
 * @param id also its number for people; unique in the jurisdiction
 * @param open whether anything can still be done to it
 * @param version 1 when opened, one more with each commit; settles races
 * @param parties which organs (ids) hold which part, e.g. sender → nw-fenghuang
 * @param awaiting the organs from which the next action is expected; derived, kept for the desk
 * @param fields what was recorded of it, by field id
 * @param obligations open and closed, in the order in which they arose
 * @param origin the matter it came from
 * @param policyVersion the version under which the last action was decided
 * @param ledgerHead the hash of the last ledger entry
 * @param wakesAt when the platform next does something to it by itself; derived, kept for the clock
 */
public record Matter(
        String jurisdiction,
        String id,
        String procedure,
        String title,
        String state,
        boolean open,
        long version,
        Map<String, Set<String>> parties,
        Set<String> awaiting,
        Map<String, String> fields,
        List<Attachment> attachments,
        List<Obligation> obligations,
        Optional<String> origin,
        Optional<String> assignee,
        String openedBy,
        Instant openedAt,
        Instant updatedAt,
        String policyVersion,
        int ledgerLength,
        String ledgerHead,
        Optional<Instant> wakesAt) {
    public Matter {
        Map<String, Set<String>> held = new LinkedHashMap<>();
        parties.forEach((part, organs) -> held.put(part, Collections.unmodifiableSet(new LinkedHashSet<>(organs))));
        parties = Collections.unmodifiableMap(held);
        awaiting = Set.copyOf(awaiting);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        attachments = List.copyOf(attachments);
        obligations = List.copyOf(obligations);
    }

    /** A matter that is about to be opened: no state, no parties, an empty ledger. */
    public static Matter blank(String jurisdiction, String id, String procedure, Optional<String> origin, String openedBy, Instant now, String policyVersion) {
        return new Matter(jurisdiction, id, procedure, "", "", true, 0, Map.of(), Set.of(), Map.of(), List.of(), List.of(), origin, Optional.empty(), openedBy,
                now, now, policyVersion, 0, Ledger.BEGINNING, Optional.empty());
    }

    /** The organ that holds a part; the first where several do. */
    public Optional<String> party(String part) {
        return organs(part).stream().findFirst();
    }

    /** The organs that hold a part. */
    public Set<String> organs(String part) {
        return parties.getOrDefault(part, Set.of());
    }

    /** Whether an organ holds any part. */
    public boolean involves(String organ) {
        return parties.values().stream().anyMatch(organs -> organs.contains(organ));
    }

    /** The open obligation of a duty; the first where there are several. */
    public Optional<Obligation> owed(Duty duty) {
        return obligations.stream().filter(o -> o.open() && o.duty().equals(duty)).findFirst();
    }

    public Matter titled(String other) {
        return new Matter(jurisdiction, id, procedure, other, state, open, version, parties, awaiting, fields, attachments, obligations, origin, assignee, openedBy,
                openedAt, updatedAt, policyVersion, ledgerLength, ledgerHead, wakesAt);
    }

    public Matter wakingAt(Optional<Instant> at) {
        return new Matter(jurisdiction, id, procedure, title, state, open, version, parties, awaiting, fields, attachments, obligations, origin, assignee, openedBy,
                openedAt, updatedAt, policyVersion, ledgerLength, ledgerHead, at);
    }

    /** A recorded value; blank is the same as none. */
    public Optional<String> field(String id) {
        return Optional.ofNullable(fields.get(id)).filter(value -> !value.isBlank());
    }
}
