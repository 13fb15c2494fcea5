package cn.xiezhi.procedure;

import cn.xiezhi.document.Block;
import cn.xiezhi.document.Content;
import cn.xiezhi.document.Form;
import cn.xiezhi.document.Issued;
import cn.xiezhi.document.Issued.Place;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.policy.Material;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which documents a matter may have, what they say, and who sees them. Pure, like {@link Decisions}. */
public final class Papers {
    static final String ISSUE = "issueDocument";
    static final String VOID = "voidDocument";

    private Papers() {}

    /** What this person may issue now. */
    public static List<Paper> offered(Case c, Procedure procedure) {
        return procedure.papers().stream().filter(p -> p.from().contains(c.matter().state()) && mayIssue(c, p) && p.barred(c).isEmpty()).toList();
    }

    /** Why it can't be issued with this input; empty if it can. */
    public static Optional<Refusal> against(Case c, Procedure procedure, Paper paper) {
        return against(c, procedure, paper, true);
    }

    /** Why it can't be shown as a draft; a draft needs no number. */
    public static Optional<Refusal> againstDraft(Case c, Procedure procedure, Paper paper) {
        return against(c, procedure, paper, false);
    }

    private static Optional<Refusal> against(Case c, Procedure procedure, Paper paper, boolean counts) {
        if (!mayIssue(c, paper)) {
            return Optional.of(Refusal.forbidden("not-yours-to-issue", "“" + paper.name(c.policy()) + "”不由您的单位或岗位制发"));
        }
        if (!paper.from().contains(c.matter().state())) {
            return Optional.of(Refusal.conflict("not-in-this-state", "事项现为“" + procedure.stateName(c.matter().state()) + "”，不能制发" + paper.name(c.policy())));
        }
        Optional<Refusal> barred = paper.barred(c);
        if (barred.isPresent()) {
            return barred;
        }
        if (counts && paper.mark().isPresent() && numbering(c).isEmpty()) {
            return Optional.of(Refusal.conflict("no-number-template", c.actor().organ().name() + "还没有登记文号格式，不能制发有文号的文书；请管理员在机关名录中登记"));
        }
        List<FieldError> errors = Inputs.errors(paper.fields(), c);
        return errors.isEmpty() ? Optional.empty() : Optional.of(Refusal.input(errors));
    }

    /**
     * What the paper says; nothing stands {@link #againstDraft} it.
     *
     * @param place the number's; empty for a draft, whose number stays blank, and for papers without
     */
    public static Content write(Case c, Procedure procedure, Paper paper, Optional<Place> place) {
        PaperText text = new PaperText(c, procedure, paper);
        paper.write(c, text);
        return text.content(paper.mark().flatMap(mark -> shown(c, mark, place)));
    }

    private static Optional<String> shown(Case c, String mark, Optional<Place> place) {
        return numbering(c).map(t -> place.map(p -> t.number(p.mark(), p.year(), p.ordinal())).orElseGet(() -> t.blank(mark, Zone.day(c.now()).getYear())));
    }

    /** As the register has it now; the signed-in officer's organ may be older. */
    private static Optional<NumberTemplate> numbering(Case c) {
        return Optional.ofNullable(c.situation().organs().get(c.actor().organ().id())).flatMap(Organ::numbering);
    }

    /** The count that the paper's next number belongs to, at its place 0; empty for a paper without a number. */
    public static Optional<Place> count(Case c, Paper paper) {
        return paper.mark().map(mark -> new Place(c.actor().organ().id(), mark, Zone.day(c.now()).getYear(), 0));
    }

    /**
     * The matter with the entry that says that the document was issued; its number stands where the matter has a field for it, and the
     * document among the materials, where it is one of them.
     *
     * @param type of the file; {@code size} in bytes
     */
    public static Decision issue(Case c, Procedure procedure, Issued document, String type, long size) {
        Draft draft = new Draft(c.situation(), c.actor(), procedure, c.matter(), ISSUE);
        draft.detail("document", document.title());
        if (!document.shown().isEmpty()) {
            draft.detail("documentNumber", document.shown());
        }
        draft.detail("sha256", document.sha256());
        procedure.paper(document.kind()).flatMap(Paper::numberField).filter(f -> !document.shown().isEmpty()).ifPresent(f -> draft.record(f, document.shown()));
        procedure.paper(document.kind()).flatMap(Paper::slot).filter(slot -> procedure.materials().apply(c).stream().anyMatch(m -> m.id().equals(slot))).ifPresent(slot -> {
            draft.detach(a -> a.issued() && a.slot().equals(slot));
            draft.attach(Attachment.ofDocument(document.id(), document.title() + ".docx", type, size, document.sha256(), slot, c.now(), c.actor().user()));
            draft.detail("slot", slot);
        });
        return new Decision(draft.changes());
    }

    /** Only the organ that issued it declares it void, and says why. */
    public static Outcome declareVoid(Case c, Procedure procedure, Issued document) {
        if (document.voided().isPresent()) {
            return Refusal.conflict("already-void", "这份文书已经作废");
        }
        if (!mayVoid(c, document)) {
            return Refusal.forbidden("not-yours-to-void", "文书由制发单位作废");
        }
        List<FieldError> errors = Inputs.errors(List.of(Field.longText("voidReason", "作废原因").must()), c);
        if (!errors.isEmpty()) {
            return Refusal.input(errors);
        }
        Draft draft = new Draft(c.situation(), c.actor(), procedure, c.matter(), VOID);
        draft.detail("document", document.title());
        if (!document.shown().isEmpty()) {
            draft.detail("documentNumber", document.shown());
        }
        draft.detail("voidReason", c.in("voidReason").orElseThrow());
        draft.detach(a -> a.isDocument(document.id()));
        procedure.paper(document.kind()).flatMap(Paper::numberField).filter(f -> draft.field(f).filter(document.shown()::equals).isPresent()).ifPresent(draft::forget);
        draft.detail("sha256", document.sha256());
        return new Decision(draft.changes());
    }

    /**
     * What a paper would look like: every field says its name.
     *
     * @param name what the county calls it
     */
    public static Content sample(Procedure procedure, Paper paper, String name, String organ, LocalDate day) {
        Map<String, String> fields = fields(procedure, paper).stream().collect(Collectors.toMap(Field::id, f -> "（" + f.label() + "）"));
        List<Block> body = List.of(new Block.Paragraph("这里是正文。制发时，正文由事项的内容写成，长短不一，可以有几段。"), new Block.Heading("一、小标题"),
                new Block.Paragraph("小标题下的一段。"), new Block.Table(List.of("序号", "名称", "数量"), List.of(List.of("1", "示例", "1")), List.of(1, 4, 2)));
        boolean minutes = paper.form() == Form.MINUTES;
        return new Content(paper.form(), organ, paper.mark().map(m -> "示" + m + "〔" + day.getYear() + "〕1号"), "关于示例事项的" + name, minutes ? Optional.empty() : Optional.of("某某单位"),
                body, minutes ? List.of() : List.of("示例附件一", "示例附件二"), minutes ? List.of() : List.of(organ), day, organ, List.of("某某局", "某某镇人民政府"), fields);
    }

    /** Whether this person may declare the document void. */
    public static boolean mayVoid(Case c, Issued document) {
        return document.voided().isEmpty() && document.organ().equals(c.actor().organ().id()) && Decisions.seesOwn(c.actor());
    }

    /** Whether somebody who sees the matter sees the document: a paper that nobody knows any more only for who issued it. */
    public static boolean maySee(Case c, Procedure procedure, Issued document) {
        Optional<Set<String>> onlyFor = procedure.paper(document.kind()).map(Paper::onlyFor);
        boolean own = document.organ().equals(c.actor().organ().id());
        return onlyFor.map(only -> Decisions.maySee(c, only)).orElse(own && Decisions.seesOwn(c.actor()));
    }

    /** The fields of the matter that a template of the paper may show. */
    public static List<Field> fields(Procedure procedure, Paper paper) {
        return procedure.vocabulary().values().stream().filter(f -> mayShow(paper, f)).toList();
    }

    static boolean mayShow(Paper paper, Field field) {
        return field.onlyFor().isEmpty() || !paper.onlyFor().isEmpty() && field.onlyFor().containsAll(paper.onlyFor());
    }

    private static boolean mayIssue(Case c, Paper paper) {
        return Decisions.seesOwn(c.actor()) && paper.parts().stream().anyMatch(c::holds);
    }

    /** Against a list of files while there are none. */
    static Optional<Refusal> nothingEnclosed(Case c) {
        return c.matter().attachments().isEmpty() ? Optional.of(Refusal.conflict("nothing-to-say", "还没有可以移交的材料")) : Optional.empty();
    }

    /** For papers: a file by the material that it is under the policy; any other by its own name. */
    static String named(Case c, Attachment a) {
        return c.situation().procedures().of(c.matter()).materials().apply(c).stream().filter(m -> m.id().equals(a.slot())).findFirst().map(Material::name).orElse(a.name());
    }

    /** For papers: a matter's files; what was issued here does not stand beside the signed one that took its place. */
    static List<Attachment> enclosed(Case c) {
        List<Attachment> all = c.matter().attachments();
        return all.stream().filter(a -> !a.issued() || all.stream().noneMatch(b -> !b.issued() && b.slot().equals(a.slot()))).toList();
    }

    /** For papers: a matter's files as a list, name and pages of each. */
    static List<List<String>> files(Case c) {
        List<List<String>> rows = new ArrayList<>();
        enclosed(c).forEach(a -> rows.add(List.of(Integer.toString(rows.size() + 1), named(c, a), a.pages().map(p -> Integer.toString(p)).orElse(""), "")));
        return rows;
    }
}
