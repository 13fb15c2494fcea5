package cn.xiezhi.matter;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param parties which organ (id) holds which part, e.g. sender → nw-fenghuang
 * @param awaiting the organs from which the next action is expected; derived, kept for the desk
 * @param fields what was recorded of it, by field id
 * @param obligations open and closed, in the order in which they arose
 * @param origin the matter it came from
 * @param policyVersion the version under which the last action was decided
 * @param ledgerHead the hash of the last ledger entry
 */
public record Matter(
        String jurisdiction,
        String id,
        String procedure,
        String title,
        String state,
        boolean open,
        long version,
        Map<String, String> parties,
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
        String ledgerHead) {
    public Matter {
        parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
        awaiting = Set.copyOf(awaiting);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        attachments = List.copyOf(attachments);
        obligations = List.copyOf(obligations);
    }

    /** A matter that is about to be opened: no state, no parties, an empty ledger. */
    public static Matter blank(String jurisdiction, String id, String procedure, Optional<String> origin, String openedBy, Instant now, String policyVersion) {
        return new Matter(jurisdiction, id, procedure, "", "", true, 0, Map.of(), Set.of(), Map.of(), List.of(), List.of(), origin, Optional.empty(), openedBy,
                now, now, policyVersion, 0, Ledger.BEGINNING);
    }

    /** The organ that holds a part. */
    public Optional<String> party(String part) {
        return Optional.ofNullable(parties.get(part));
    }

    /** A recorded value; blank is the same as none. */
    public Optional<String> field(String id) {
        return Optional.ofNullable(fields.get(id)).filter(value -> !value.isBlank());
    }
}
