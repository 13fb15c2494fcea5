package cn.xiezhi.desk;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.PolicyReader;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Timeline;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the rules that something is decided by: those in force, or an archived version once its bundle is gone. */
public final class Policies {
    /** A jurisdiction has a few versions that running matters arose under; a machine that swaps them all day must not fill up. */
    private static final int MOST = 100;

    private final RuleArchive archive;
    private final PolicyReader reader;
    /** Versions never change, so those asked for last stay read. */
    private final Map<String, Policy> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Policy> eldest) {
            return size() > MOST;
        }
    });

    public Policies(RuleArchive archive, PolicyReader reader) {
        this.archive = archive;
        this.reader = reader;
    }

    /** The version in force; else the one that the matter was last decided by. */
    Policy forMatter(RuleBook book, String jurisdiction, String lastVersion) {
        return book.of(jurisdiction).map(PolicyInForce::policy).or(() -> version(jurisdiction, lastVersion))
                .orElseThrow(() -> new IllegalStateException("no snapshot of policy " + jurisdiction + " " + lastVersion));
    }

    /** What the archive says is in force at an instant, whether or not a bundle is here for it. */
    Optional<Policy> last(String jurisdiction, Instant at) {
        return Timeline.of(archive.terms(jurisdiction, Subject.POLICY)).at(at).flatMap(term -> version(jurisdiction, term.version()));
    }

    /** A version that is kept; empty if there is none of that name. */
    public Optional<Policy> version(String jurisdiction, String version) {
        Policy known = read.get(jurisdiction + " " + version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Policy> policy = archive.text(jurisdiction, version).map(reader::read);
        policy.ifPresent(p -> read.put(jurisdiction + " " + version, p));
        return policy;
    }
}
