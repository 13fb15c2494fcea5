package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.NumberTakenException;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.desk.Result.What;
import cn.xiezhi.document.Content;
import cn.xiezhi.document.Issued;
import cn.xiezhi.document.Issued.Place;
import cn.xiezhi.document.Issued.Voided;
import cn.xiezhi.document.Template;
import cn.xiezhi.document.Typesetter;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Paper;
import cn.xiezhi.procedure.Papers;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The documents of matters: drafted as often as one likes, issued once, kept as they were issued, declared void with a reason. */
@Component(service = Documents.class)
public final class Documents {
    /** The type of every document's file. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /** How often the next number is tried while others take theirs. */
    private static final int TRIES = 20;

    private final Desk desk;
    private final MatterStore store;
    private final DocumentStore register;
    private final Templates templates;
    private final Typesetter typesetter;

    @Activate
    public Documents(@Reference Desk desk, @Reference MatterStore store, @Reference DocumentStore register, @Reference Templates templates, @Reference Typesetter typesetter) {
        this.desk = desk;
        this.store = store;
        this.register = register;
        this.templates = templates;
        this.typesetter = typesetter;
    }

    /** What an officer may issue on a matter now, and what was issued, as far as the officer sees it. */
    public record Listed(MatterView matter, List<Paper> offered, List<Issued> issued) {}

    /** A file; a draft has no number and is kept nowhere. */
    public record File(String title, byte[] bytes) {}

    /** What came of asking for a draft: a file, or why there is none. */
    public record Drafted(Optional<File> file, Optional<Result> not) {}

    public Optional<Listed> of(Officer officer, String id) {
        return desk.matter(officer, id).map(view -> new Listed(view, Papers.offered(view.seen(), view.procedure()), seen(view)));
    }

    private List<Issued> seen(MatterView view) {
        return register.of(view.matter().jurisdiction(), view.matter().id()).stream().filter(d -> Papers.maySee(view.seen(), view.procedure(), d)).toList();
    }

    /** The bytes as they were issued. */
    public Optional<File> content(Officer officer, String id, String document) {
        return desk.matter(officer, id).flatMap(view -> seen(view).stream().filter(d -> d.id().equals(document)).findFirst())
                .flatMap(d -> store.content(d.jurisdiction(), d.sha256()).map(bytes -> new File(d.title(), bytes)));
    }

    public Drafted draft(Officer officer, String id, String kind, Map<String, String> input) {
        Optional<MatterView> view = desk.matter(officer, id);
        Optional<Paper> paper = view.flatMap(v -> v.procedure().paper(kind));
        if (paper.isEmpty()) {
            return new Drafted(Optional.empty(), Optional.of(unknown(view, kind)));
        }
        Case c = with(view.get(), input);
        Procedure procedure = view.get().procedure();
        Optional<Refusal> refusal = Papers.againstDraft(c, procedure, paper.get());
        if (refusal.isPresent()) {
            return new Drafted(Optional.empty(), refusal.map(Result.Refused::new));
        }
        Content content = Papers.write(c, procedure, paper.get(), Optional.empty());
        try {
            return new Drafted(Optional.of(new File(content.title(), typesetter.docx(content, template(c, procedure, paper.get()).bytes()))), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Drafted(Optional.empty(), Optional.of(unfit(e)));
        }
    }

    /** A template that was found right can still be one that can't be filled. */
    private static Result unfit(IllegalArgumentException e) {
        return new Result.Refused(Refusal.conflict("unfit-template", e.getMessage() + "；请管理员在“规则管理”的“文书模板”中更换"));
    }

    private Template template(Case c, Procedure procedure, Paper paper) {
        return templates.inUse(c.matter().jurisdiction(), procedure.id(), paper);
    }

    /** Issues a paper on a matter that the officer has seen at a version: number, bytes and ledger entry together, or nothing. */
    public Result issue(Officer officer, String id, String kind, long version, Map<String, String> input) {
        Optional<MatterView> view = desk.matter(officer, id);
        Optional<Paper> paper = view.flatMap(v -> v.procedure().paper(kind));
        if (paper.isEmpty()) {
            return unknown(view, kind);
        }
        if (view.get().matter().version() != version) {
            return new Result.Stale(view.get());
        }
        Case c = with(view.get(), input);
        Optional<Refusal> refusal = Papers.against(c, view.get().procedure(), paper.get());
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        for (int left = TRIES; ; left--) {
            try {
                return issued(c, view.get().procedure(), paper.get());
            } catch (NumberTakenException e) {
                if (left <= 1) {
                    throw e;
                }
            }
        }
    }

    private Result issued(Case c, Procedure procedure, Paper paper) {
        String jurisdiction = c.matter().jurisdiction();
        Optional<Place> place = Papers.count(c, paper).map(count -> register.last(jurisdiction, count).next());
        Content content = Papers.write(c, procedure, paper, place);
        Template template = template(c, procedure, paper);
        byte[] file;
        try {
            file = typesetter.docx(content, template.bytes());
        } catch (IllegalArgumentException e) {
            return unfit(e);
        }
        String sha256 = Hashes.sha256(file);
        Issued document = new Issued(jurisdiction, c.matter().id(), Ids.next(c.now()), paper.id(), content.title(), c.actor().organ().id(), place, content.number().orElse(""),
                template.label(), sha256, c.now(), c.actor().user(), c.actor().name(), Optional.empty());
        return committed(c, Papers.issue(c, procedure, document, DOCX, file.length), Map.of(sha256, file), document, true);
    }

    /** Declares a document void; its number stays taken. */
    public Result declareVoid(Officer officer, String id, String document, long version, Map<String, String> input) {
        Optional<MatterView> view = desk.matter(officer, id);
        Optional<Issued> issued = view.flatMap(v -> seen(v).stream().filter(d -> d.id().equals(document)).findFirst());
        if (issued.isEmpty()) {
            return unknown(view, document);
        }
        if (view.get().matter().version() != version) {
            return new Result.Stale(view.get());
        }
        Case c = with(view.get(), input);
        Outcome outcome = Papers.declareVoid(c, view.get().procedure(), issued.get());
        return outcome instanceof Refusal refusal ? new Result.Refused(refusal) : committed(c, (Decision) outcome, Map.of(),
                issued.get().voided(new Voided(c.now(), officer.user(), c.in("voidReason").orElseThrow())), false);
    }

    private Result committed(Case c, Decision decision, Map<String, byte[]> contents, Issued document, boolean created) {
        try {
            store.commit(new Commit(c.matter().jurisdiction(), decision.changes(), contents, c.actor().user(), Optional.empty(), List.of(document)));
        } catch (StaleMatterException e) {
            return new Result.Stale(desk.matter(c.actor(), c.matter().id()).orElseThrow(() -> e));
        }
        return desk.matter(c.actor(), c.matter().id()).<Result>map(view -> new Result.Done(view, created)).orElseGet(() -> new Result.Unknown(What.MATTER, c.matter().id()));
    }

    /**
     * Notes up to which number an organ of the jurisdiction has numbered one kind of document on paper this year; the next one here follows it.
     *
     * @param mark the word that the number has for the kind, e.g. 移
     * @return why not, in Chinese; empty if it is noted
     */
    public Optional<String> began(Organ organ, String mark, int used) {
        Set<String> marks = desk.procedures().all().values().stream().flatMap(p -> p.papers().stream()).flatMap(p -> p.mark().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (!marks.contains(mark)) {
            return Optional.of("没有文种“" + mark + "”；可填：" + String.join("、", marks));
        }
        Place count = new Place(organ.id(), mark, Zone.day(desk.now()).getYear(), used);
        if (register.last(organ.jurisdiction(), count).ordinal() > used) {
            return Optional.of("“" + mark + "”今年已编到第 " + register.last(organ.jurisdiction(), count).ordinal() + " 号，不能从更小的号开始");
        }
        register.began(organ.jurisdiction(), count);
        return Optional.empty();
    }

    private static Result unknown(Optional<MatterView> view, String name) {
        return new Result.Unknown(view.isPresent() ? What.DOCUMENT : What.MATTER, name);
    }

    private static Case with(MatterView view, Map<String, String> input) {
        return new Case(view.seen().situation(), view.seen().actor(), view.matter(), view.seen().origin(), input);
    }
}
