package cn.xiezhi.loader;

import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import cn.xiezhi.policy.VersionOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the archive has decided about one subject in one jurisdiction, read at once. */
record Decisions(RuleArchive archive, String jurisdiction, Subject subject, List<Edition> editions, List<Term> terms) {
    static Decisions of(RuleArchive archive, String jurisdiction, Subject subject) {
        return new Decisions(archive, jurisdiction, subject, archive.editions(jurisdiction, subject), archive.terms(jurisdiction, subject));
    }

    Timeline timeline() {
        return Timeline.of(terms);
    }

    /** In force now or planned. */
    boolean stands(String version, Instant now) {
        Timeline timeline = timeline();
        return timeline.at(now).filter(t -> t.version().equals(version)).isPresent()
                || timeline.terms().stream().anyMatch(t -> t.version().equals(version) && t.since().isAfter(now));
    }

    /**
     * Whether somebody has decided about a version, also to withdraw it, or has brought it and is still to decide. One that was kept
     * when a bundle brought it and never decided about was left over when the power was cut.
     */
    boolean knows(String version) {
        return terms.stream().anyMatch(t -> t.version().equals(version)) || edition(version).filter(e -> !e.receivedBy().equals(Edition.DROPPED)).isPresent();
    }

    /** The version with the highest number that was ever to be in force, if it is above another's. */
    Optional<String> above(String version) {
        return timeline().terms().stream().map(Term::version).max(VersionOrder.INSTANCE).filter(highest -> VersionOrder.INSTANCE.compare(highest, version) > 0);
    }

    Optional<Edition> edition(String version) {
        return editions.stream().filter(e -> e.version().equals(version)).findFirst();
    }

    /**
     * Keeps what a bundle brings and decides that it is in force, at once or from its own day on.
     *
     * @return false if somebody else was quicker: look again
     */
    boolean arrive(Offer offer, Content content, Instant now) {
        Origin origin = offer.origin();
        archive.keep(new Edition(jurisdiction, subject, content.version(), now, Edition.DROPPED, origin.sha256(), origin.signer()), offer.files().byName());
        int last = terms.stream().mapToInt(Term::seq).max().orElse(0);
        Instant since = content.inForceFrom().filter(now::isBefore).orElse(now);
        String reason = "规则包装入" + origin.signer().map(s -> "，签名者“" + s + "”").orElse("");
        return archive.decide(jurisdiction, subject, new Term(last + 1, content.version(), since, now, Edition.DROPPED, Term.Kind.ARRIVED, reason, Optional.empty()));
    }
}
