package cn.xiezhi.desk;

import cn.xiezhi.document.Issued;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.Timeline;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Papers;
import cn.xiezhi.registry.Officer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything of one matter for taking away, as far as a person may see it. Files are fetched one by one, when they are wanted. */
@Component(service = Dossiers.class)
public final class Dossiers {
    private final Desk desk;
    private final Reading reading;
    private final MatterStore store;
    private final DocumentStore register;
    private final RuleArchive archive;

    @Activate
    public Dossiers(@Reference Desk desk, @Reference Reading reading, @Reference MatterStore store, @Reference DocumentStore register, @Reference RuleArchive archive) {
        this.desk = desk;
        this.reading = reading;
        this.store = store;
        this.register = register;
        this.archive = archive;
    }

    /**
     * A matter's whole file.
     *
     * @param calendars the work calendars that were in force since it was opened, in that order
     * @param rules the files of every version that something in it was decided or counted under, by version; none of a version that is not kept
     * @param leftOut how many attachments and documents this person may not see
     */
    public record Whole(MatterView matter, Reading.Dossier history, List<Attachment> attachments, List<Issued> documents, SortedMap<String, Map<String, byte[]>> rules,
            List<InForce> calendars, int leftOut) {}

    /** @param files none if they are not kept */
    public record InForce(Term term, Optional<Instant> until, Map<String, byte[]> files) {}

    /** Where the procedure logs reads, this is one: an export. */
    public Optional<Whole> of(Officer officer, String id) {
        return desk.exported(officer, id).map(this::whole);
    }

    private Whole whole(MatterView view) {
        Matter m = view.matter();
        Reading.Dossier history = reading.whole(view);
        List<Attachment> attachments = m.attachments().stream().filter(a -> Decisions.maySee(view.seen(), view.procedure(), a)).toList();
        List<Issued> all = register.of(m.jurisdiction(), m.id());
        List<Issued> documents = all.stream().filter(d -> Papers.maySee(view.seen(), view.procedure(), d)).toList();
        SortedMap<String, Map<String, byte[]>> rules = new TreeMap<>();
        Stream.concat(m.obligations().stream().map(Obligation::policyVersion), history.ledger().stream().map(LedgerEntry::policyVersion)).distinct()
                .forEach(v -> rules.put(v, archive.files(m.jurisdiction(), Subject.POLICY, v).orElse(Map.of())));
        return new Whole(view, history, attachments, documents, rules, calendars(m, view.seen().now()), m.attachments().size() - attachments.size() + all.size() - documents.size());
    }

    private List<InForce> calendars(Matter m, Instant now) {
        Timeline timeline = Timeline.of(archive.terms(m.jurisdiction(), Subject.CALENDAR));
        return timeline.terms().stream().filter(t -> !t.since().isAfter(now) && timeline.until(t).map(end -> end.isAfter(m.openedAt()) && end.isAfter(t.since())).orElse(true))
                .map(t -> new InForce(t, timeline.until(t).filter(end -> !end.isAfter(now)), archive.files(m.jurisdiction(), Subject.CALENDAR, t.version()).orElse(Map.of()))).toList();
    }

    /** The bytes of one of its files; empty if they are no longer there. */
    public Optional<byte[]> content(Whole whole, String sha256) {
        return store.content(whole.matter().matter().jurisdiction(), sha256);
    }
}
