package cn.xiezhi.desk;

import cn.xiezhi.document.Issued;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Papers;
import cn.xiezhi.registry.Officer;
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
     * @param rules the files of every version that something in it was decided or counted under, by version; none of a version that is not kept
     * @param leftOut how many attachments and documents this person may not see
     */
    public record Whole(MatterView matter, Reading.Dossier history, List<Attachment> attachments, List<Issued> documents, SortedMap<String, Map<String, byte[]>> rules, int leftOut) {}

    /** Where the procedure logs reads, this is one: an export. */
    public Optional<Whole> of(Officer officer, String id) {
        return desk.exported(officer, id).map(this::whole);
    }

    private Whole whole(MatterView view) {
        Matter m = view.matter();
        Reading.Dossier history = reading.dossier(view);
        List<Attachment> attachments = m.attachments().stream().filter(a -> Decisions.maySee(view.seen(), view.procedure(), a)).toList();
        List<Issued> all = register.of(m.jurisdiction(), m.id());
        List<Issued> documents = all.stream().filter(d -> Papers.maySee(view.seen(), view.procedure(), d)).toList();
        SortedMap<String, Map<String, byte[]>> rules = new TreeMap<>();
        Stream.concat(m.obligations().stream().map(Obligation::policyVersion), history.ledger().stream().map(LedgerEntry::policyVersion)).distinct()
                .forEach(v -> rules.put(v, archive.files(m.jurisdiction(), Subject.POLICY, v).orElse(Map.of())));
        return new Whole(view, history, attachments, documents, rules, m.attachments().size() - attachments.size() + all.size() - documents.size());
    }

    /** The bytes of one of its files; empty if they are no longer there. */
    public Optional<byte[]> content(Whole whole, String sha256) {
        return store.content(whole.matter().matter().jurisdiction(), sha256);
    }
}
