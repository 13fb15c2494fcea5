package cn.xiezhi.clock;

import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.clock.Notices.Reached;
import cn.xiezhi.clock.Notices.Seen;
import cn.xiezhi.procedure.Decisions;
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

/** What a person has been told: by name, as one of the organ, or for the role there. Nobody else's notices exist for them. */
@Component(service = Inbox.class)
public final class Inbox {
    /** What is older is no news any more: whatever is still owed stands on the desk. */
    private static final Duration SHOWN = Duration.ofDays(90);

    private final Notices notices;
    private final Clock clock;

    @Activate
    public Inbox(@Reference Notices notices) {
        this(notices, Clock.systemUTC());
    }

    public Inbox(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** The newest first; one more than asked for tells whether there are more. */
    public List<Seen> list(Officer officer, boolean unreadOnly, Optional<NoticeQuery.After> after, int limit) {
        return notices.list(new NoticeQuery(officer.jurisdiction(), Address.of(officer), officer.user(), unreadOnly, since(), after, limit)).stream()
                .map(n -> mayOpen(officer, n.notice()) ? n : new Seen(n.notice().withoutMatter(), n.readAt())).toList();
    }

    /** How many are unread; stops at {@link Notices#MOST}. */
    public int unread(Officer officer) {
        return notices.unread(officer.jurisdiction(), Address.of(officer), officer.user(), since());
    }

    /** Where a jurisdiction's notices of late went, and how many of them nobody has read. */
    public List<Reached> reached(String jurisdiction) {
        return notices.reached(jurisdiction, since());
    }

    /** @return false if there is no such notice for this person */
    public boolean read(Officer officer, String id) {
        return notices.read(officer.jurisdiction(), Address.of(officer), officer.user(), id, now());
    }

    /** The joint meeting's office is told of matters in which it holds no part. */
    private static boolean mayOpen(Officer officer, Notice notice) {
        return notice.kind() != Kind.MEETING || Decisions.readsAcross(officer);
    }

    private Instant since() {
        return now().minus(SHOWN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
