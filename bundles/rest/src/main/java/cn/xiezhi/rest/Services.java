package cn.xiezhi.rest;

import cn.xiezhi.agenda.Agenda;
import cn.xiezhi.agenda.Subscriptions;
import cn.xiezhi.assessment.Assessments;
import cn.xiezhi.audit.AuditStore;
import cn.xiezhi.audit.Auditing;
import cn.xiezhi.audit.Verification;
import cn.xiezhi.assessment.Listings;
import cn.xiezhi.assessment.Oversights;
import cn.xiezhi.assessment.Overviews;
import cn.xiezhi.clock.Inbox;
import cn.xiezhi.clock.News;
import cn.xiezhi.desk.AccountRecords;
import cn.xiezhi.desk.Complaints;
import cn.xiezhi.bulletin.Bulletins;
import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.Documents;
import cn.xiezhi.desk.Dossiers;
import cn.xiezhi.desk.FormDraft;
import cn.xiezhi.desk.FormDrafts;
import cn.xiezhi.desk.Handovers;
import cn.xiezhi.desk.Health;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.Jobs;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.desk.Registers;
import cn.xiezhi.desk.Templates;
import cn.xiezhi.message.Reminding;
import cn.xiezhi.desk.SavedFilters;
import cn.xiezhi.desk.Vital;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleFiles;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.registry.Identity;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.revision.Previews;
import cn.xiezhi.revision.Recomputation;
import cn.xiezhi.revision.Revisions;
import cn.xiezhi.sheet.Spreadsheets;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the API answers from. Every service may come and go while the API stays: without one of them the answer is
 * {@code 503 not-ready}, where a static reference would take the whole application down and make it 404.
 */
@Component(service = Services.class)
public final class Services {
    private static final System.Logger LOG = System.getLogger(Services.class.getName());

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Desk desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Reading reading;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Identity identity;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Complaints complaints;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile AccountRecords accountRecords;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Handovers handovers;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Rules rules;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Registers registers;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Spreadsheets spreadsheets;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Inbox inbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile News news;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Bulletins bulletins;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Reminding reminding;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Documents documents;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Templates templates;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Dossiers dossiers;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Agenda agenda;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Subscriptions subscriptions;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Health> health = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<Vital> vitals = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Assessments assessments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Revisions revisions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Previews previews;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Recomputation recomputation;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile RuleFiles ruleFiles;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile FormDrafts formDrafts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile SavedFilters savedFilters;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Auditing auditing;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditStore auditStore;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Verification verification;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Jobs jobs;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Overviews overviews;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Listings listings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Oversights oversights;

    @Activate
    public Services() {}

    /** For tests: services that are there from the beginning. */
    Services(Desk desk, Reading reading, Identity identity, Rules rules, List<Health> health) {
        this.desk = desk;
        this.reading = reading;
        this.identity = identity;
        this.rules = rules;
        this.health = health;
    }

    /** For tests: what draws up the figures. */
    Services with(Assessments assessments, Spreadsheets spreadsheets) {
        this.assessments = assessments;
        this.spreadsheets = spreadsheets;
        return this;
    }

    Desk desk() {
        return there(desk, "业务服务");
    }

    Reading reading() {
        return there(reading, "业务服务");
    }

    Inbox inbox() {
        return there(inbox, "提醒服务");
    }

    /** For tests. */
    void inbox(Inbox given) {
        inbox = given;
    }

    Reminding reminding() {
        return there(reminding, "提醒服务");
    }

    SavedFilters savedFilters() {
        return there(savedFilters, "业务服务");
    }

    Auditing auditing() {
        return there(auditing, "审计服务");
    }

    AuditStore auditStore() {
        return there(auditStore, "审计服务");
    }

    Verification verification() {
        return there(verification, "审计服务");
    }

    AccountRecords accountRecords() {
        return there(accountRecords, "业务服务");
    }

    Handovers handovers() {
        return there(handovers, "业务服务");
    }

    Complaints complaints() {
        return there(complaints, "业务服务");
    }

    Identity identity() {
        return there(identity, "登录服务");
    }

    Assessments assessments() {
        return there(assessments, "考核统计");
    }

    Spreadsheets spreadsheets() {
        return there(spreadsheets, "表格服务");
    }

    /** As its rules call it, or called it when they were last in force; its id where that can't be told. */
    String jurisdictionName(String id) {
        return rulesIfThere().map(Rules::inForce).flatMap(b -> b.of(id)).map(PolicyInForce::policy).or(() -> lastPolicy(id)).map(p -> p.jurisdiction().name()).orElse(id);
    }

    private Optional<Policy> lastPolicy(String id) {
        return deskIsThere() ? reading.timeline(id).at(desk.now()).flatMap(t -> desk.policy(id, t.version())) : Optional.empty();
    }

    Rules rules() {
        return there(rules, "规则服务");
    }

    Agenda agenda() {
        return there(agenda, "日历服务");
    }

    Subscriptions subscriptions() {
        return there(subscriptions, "日历服务");
    }

    Documents documents() {
        return there(documents, "文书服务");
    }

    Templates templates() {
        return there(templates, "文书服务");
    }

    Dossiers dossiers() {
        return there(dossiers, "案卷服务");
    }

    FormDrafts formDrafts() {
        return there(formDrafts, "草稿服务");
    }

    /** What was sent needs no draft any more. That it could not be taken out is no reason to say that the act failed, which it did not. */
    void dropDraft(Officer officer, FormDraft.Form form) {
        Optional.ofNullable(formDrafts).ifPresent(d -> {
            try {
                d.drop(officer, form);
            } catch (MatterStore.StoreException e) {
                LOG.log(Level.WARNING, "办理已完成，草稿没有删除：" + e.getMessage());
            }
        });
    }

    News news() {
        return there(news, "实时更新");
    }

    Bulletins bulletins() {
        return there(bulletins, "简报服务");
    }

    Registers registers() {
        return there(registers, "名录服务");
    }

    Overviews overviews() {
        return there(overviews, "考核统计");
    }

    Listings listings() {
        return there(listings, "考核统计");
    }

    Oversights oversights() {
        return there(oversights, "监督查阅");
    }

    Jobs jobs() {
        return there(jobs, "任务登记");
    }

    Revisions revisions() {
        return there(revisions, "规则服务");
    }

    Previews previews() {
        return there(previews, "规则服务");
    }

    Recomputation recomputation() {
        return there(recomputation, "规则服务");
    }

    RuleFiles ruleFiles() {
        return there(ruleFiles, "规则服务");
    }

    Optional<Rules> rulesIfThere() {
        return Optional.ofNullable(rules);
    }

    boolean deskIsThere() {
        return desk != null && reading != null;
    }

    boolean identityIsThere() {
        return identity != null;
    }

    List<Vital> vitals() {
        return List.copyOf(vitals);
    }

    List<Health> health() {
        return List.copyOf(health);
    }

    private static <T> T there(T service, String what) {
        if (service == null) {
            throw Problem.notReady(what);
        }
        return service;
    }
}
