package cn.xiezhi.desk;

import cn.xiezhi.desk.TemplateStore.Choice;
import cn.xiezhi.document.Content;
import cn.xiezhi.document.Template;
import cn.xiezhi.document.Template.Origin;
import cn.xiezhi.document.TemplateCheck;
import cn.xiezhi.document.Typesetter;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.Paper;
import cn.xiezhi.procedure.Papers;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a jurisdiction's papers are laid out by: what its administrator uploaded; else what its rules in force bring; else the platform's own.
 * Documents that were issued stay as they are.
 */
@Component(service = Templates.class)
public final class Templates {
    private final Desk desk;
    private final TemplateStore store;
    private final RuleArchive archive;
    private final Rules rules;
    private final Typesetter typesetter;

    @Activate
    public Templates(@Reference Desk desk, @Reference TemplateStore store, @Reference RuleArchive archive, @Reference Rules rules, @Reference Typesetter typesetter) {
        this.desk = desk;
        this.store = store;
        this.archive = archive;
        this.rules = rules;
        this.typesetter = typesetter;
    }

    /**
     * @param name what the jurisdiction calls the paper
     * @param history the administrator's choices, the latest first
     */
    public record Listed(Procedure procedure, Paper paper, String name, Template inUse, List<Field> fields, List<Choice> history) {}

    /** What came of an upload: a sample page set by it, or all that is wrong. */
    public record Tried(Optional<byte[]> sample, List<String> problems) {}

    /** Every paper that the jurisdiction's matters may have. */
    public List<Listed> of(Officer officer) {
        String jurisdiction = officer.jurisdiction();
        List<Choice> choices = store.of(jurisdiction);
        return rules.inForce().of(jurisdiction).map(PolicyInForce::policy).stream().flatMap(policy -> desk.procedures().all().values().stream().filter(p -> p.existsUnder(policy))
                .flatMap(p -> p.papers().stream().map(paper -> new Listed(p, paper, paper.name(policy), inUse(jurisdiction, p.id(), paper), Papers.fields(p, paper),
                        choices.stream().filter(c -> c.procedure().equals(p.id()) && c.paper().equals(paper.id())).toList())))).toList();
    }

    public Optional<Listed> one(Officer officer, String procedure, String paper) {
        return of(officer).stream().filter(l -> l.procedure().id().equals(procedure) && l.paper().id().equals(paper)).findFirst();
    }

    /** What a paper is laid out by from now on. */
    public Template inUse(String jurisdiction, String procedure, Paper paper) {
        return chosen(jurisdiction, procedure, paper).or(() -> ofRules(jurisdiction, procedure, paper))
                .orElseGet(() -> template(Origin.PLATFORM, Optional.empty(), typesetter.template(paper.form())));
    }

    private Optional<Template> chosen(String jurisdiction, String procedure, Paper paper) {
        return store.of(jurisdiction, procedure, paper.id()).stream().findFirst()
                .flatMap(c -> store.docx(c).map(docx -> template(Origin.COUNTY, Optional.of("第" + c.version() + "版"), docx)));
    }

    private Optional<Template> ofRules(String jurisdiction, String procedure, Paper paper) {
        return rules.inForce().of(jurisdiction).map(PolicyInForce::policy).flatMap(policy -> archive.files(jurisdiction, Subject.POLICY, policy.version())
                .flatMap(files -> Optional.ofNullable(files.get(Template.file(procedure, paper.id())))).map(docx -> template(Origin.RULES, Optional.of(policy.version()), docx)));
    }

    private static Template template(Origin origin, Optional<String> version, byte[] docx) {
        return new Template(origin, version, Hashes.sha256(docx), docx);
    }

    /** Sets a sample page by a template from outside; keeps nothing. */
    public Tried tried(Officer officer, Listed listed, byte[] docx) {
        List<String> problems = TemplateCheck.problems(docx, listed.fields().stream().map(Field::id).toList(), listed.paper().mark().isPresent());
        if (!problems.isEmpty()) {
            return new Tried(Optional.empty(), problems);
        }
        try {
            return new Tried(Optional.of(sample(officer, listed, docx)), List.of());
        } catch (IllegalArgumentException e) {
            return new Tried(Optional.empty(), List.of(e.getMessage()));
        }
    }

    /** A sample page as the template in use sets it. */
    public byte[] sample(Officer officer, Listed listed, byte[] docx) {
        Content content = Papers.sample(listed.procedure(), listed.paper(), listed.name(), officer.organ().name(), Zone.day(desk.now()));
        return typesetter.docx(content, docx);
    }

    /**
     * Lays the paper out by this template from now on; without one, by the default again.
     *
     * @param seen how many choices the administrator knew of
     * @return false if somebody else chose meanwhile
     */
    public boolean choose(Officer officer, Listed listed, int seen, Optional<byte[]> docx) {
        return store.add(new Choice(officer.jurisdiction(), listed.procedure().id(), listed.paper().id(), seen + 1, docx.map(Hashes::sha256), desk.now(), officer.user(), officer.name()), docx);
    }

    /** A former choice as it was. */
    public Optional<byte[]> former(Listed listed, int version) {
        return listed.history().stream().filter(c -> c.version() == version).findFirst().flatMap(store::docx);
    }
}
