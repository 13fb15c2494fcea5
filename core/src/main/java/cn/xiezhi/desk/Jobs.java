package cn.xiezhi.desk;

import cn.xiezhi.desk.Job.How;
import cn.xiezhi.registry.Officer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What long work runs in a jurisdiction on whatever node, how far it is, and what came of the last ones. */
@Component(service = Jobs.class)
public final class Jobs {
    private static final int MOST = 100;
    private static final int LONGEST = 500;
    /** How often a job writes how far it is, and so how soon it hears that it is to stop. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final JobStore store;
    private final Clock clock;

    @Activate
    public Jobs(@Reference JobStore store) {
        this(store, Clock.systemUTC());
    }

    public Jobs(JobStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param what in Chinese, with what it is about: 推演规则 2026-2 */
    public Run begin(Officer who, String node, String what) {
        Job job = new Job(who.jurisdiction(), Ids.next(now()), shortened(what), node, who.user(), who.name(), now(), now(), 0, 0, false, How.RUNNING, Optional.empty(), "");
        store.begin(job);
        return new Run(job);
    }

    public List<Job> latest(String jurisdiction) {
        return store.latest(jurisdiction, MOST);
    }

    /** @return false if there is no such job that runs */
    public boolean stop(String jurisdiction, String id) {
        return store.stop(jurisdiction, id);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A job while it runs; for one thread. */
    public final class Run {
        private final Job job;
        private Instant toldAt;

        private Run(Job job) {
            this.job = job;
            toldAt = job.began();
        }

        /** @return whether to go on */
        public boolean at(int done, int of) {
            Instant now = now();
            if (now.isBefore(toldAt.plus(EVERY))) {
                return true;
            }
            toldAt = now;
            return store.tell(job.jurisdiction(), job.id(), done, of, now);
        }

        public void end(How how, String outcome) {
            store.end(job.jurisdiction(), job.id(), how, shortened(outcome), now());
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
