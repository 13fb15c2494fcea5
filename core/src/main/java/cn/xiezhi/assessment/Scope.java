package cn.xiezhi.assessment;

import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.util.Optional;

/** Whose figures somebody may see: leaders those of their own organ; who reads across the jurisdiction, and the government's office, those of all. */
record Scope(String jurisdiction, Optional<String> organ) {
    /**
     * @param organ only this one's; a leader's own if none is named
     * @return empty if this person may not see them
     */
    static Optional<Scope> of(Officer officer, Optional<String> organ) {
        String own = officer.organ().id();
        if (Decisions.readsAcross(officer) || officer.is(Role.GOVERNMENT_OFFICE)) {
            return Optional.of(new Scope(officer.jurisdiction(), organ));
        }
        return officer.is(Role.LEADER) && organ.orElse(own).equals(own) ? Optional.of(new Scope(officer.jurisdiction(), Optional.of(own))) : Optional.empty();
    }
}
