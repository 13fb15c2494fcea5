package cn.xiezhi.rest;

import cn.xiezhi.assessment.Contested;
import cn.xiezhi.assessment.Figures;
import cn.xiezhi.desk.MatterStore.Counts;
import cn.xiezhi.matter.Words;
import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.RuleFiles;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.registry.ItemClass;
import cn.xiezhi.revision.Comparison;
import cn.xiezhi.time.Deadline;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The JSON schemas that the records of the API amount to: what the description has to say of them, no more and no less. */
final class Schemas {
    static final Map<Class<?>, String> NAMES = new LinkedHashMap<>();
    /** What clients send: any property may be missing, the resource says which it needs. */
    private static final Set<Class<?>> REQUESTS = Set.of(SessionResource.Credentials.class, SessionResource.Passwords.class, TokensResource.TokenRequest.class,
            OrgansResource.NewOrgan.class, CertificateJson.NewCertificate.class, LiaisonsResource.NewLiaison.class, MattersResource.Opening.class, MattersResource.Act.class, AccountsResource.AccountRequest.class, AccountsResource.Change.class,
            PublicComplaintsResource.Filing.class,
            OrgansResource.Numbering.class, DocumentsResource.NewDocument.class, DocumentsResource.Voiding.class,
            HandoversResource.Handover.class,
            DraftsResource.DraftValues.class,
            RemindersResource.NewReminders.class, RemindersResource.MailAddress.class, RemindersResource.MailCode.class, DeliveryResource.NewRobot.class, DeliveryResource.Trial.class,
            RulesResource.Decision.class, RecomputationResource.Why.class);

    static {
        NAMES.put(SessionResource.Credentials.class, "Credentials");
        NAMES.put(SessionResource.Passwords.class, "Passwords");
        NAMES.put(SessionResource.SessionJson.class, "Session");
        NAMES.put(SessionResource.OrganOfSession.class, "SessionOrgan");
        NAMES.put(TokensResource.TokenRequest.class, "TokenRequest");
        NAMES.put(TokensResource.TokenJson.class, "Token");
        NAMES.put(JurisdictionsResource.JurisdictionJson.class, "Jurisdiction");
        NAMES.put(PolicyJson.class, "Policy");
        NAMES.put(Jurisdiction.class, "PolicyJurisdiction");
        NAMES.put(Document.class, "Document");
        NAMES.put(PolicyJson.LimitJson.class, "Limit");
        NAMES.put(PolicyJson.DutyJson.class, "DutyRule");
        NAMES.put(PolicyJson.ExtensionJson.class, "Extension");
        NAMES.put(PolicyJson.RuleJson.class, "TransferRule");
        NAMES.put(PolicyJson.MaterialJson.class, "Material");
        NAMES.put(PolicyJson.LevelJson.class, "DisputeLevel");
        NAMES.put(PolicyJson.DisputeJson.class, "DisputePaths");
        NAMES.put(PolicyJson.Section.class, "Section");
        NAMES.put(PolicyJson.TextRule.class, "TextRule");
        NAMES.put(PolicyJson.CalendarJson.class, "Calendar");
        NAMES.put(QueryCodeResource.CodeJson.class, "QueryCode");
        NAMES.put(FeedResource.FeedJson.class, "CalendarFeed");
        NAMES.put(FeedResource.AddressJson.class, "CalendarAddress");
        NAMES.put(CalendarResource.DaysJson.class, "CalendarDays");
        NAMES.put(CalendarResource.DayJson.class, "CalendarDay");
        NAMES.put(CalendarResource.EntryJson.class, "CalendarEntry");
        NAMES.put(PoliciesResource.VersionJson.class, "PolicyVersion");
        NAMES.put(DeadlineJson.class, "Deadline");
        NAMES.put(Deadline.Step.class, "Step");
        NAMES.put(OrganJson.class, "Organ");
        NAMES.put(OrganJson.Named.class, "Named");
        NAMES.put(OrgansResource.NewOrgan.class, "NewOrgan");
        NAMES.put(OrgansResource.Numbering.class, "Numbering");
        NAMES.put(DocumentsJson.class, "Documents");
        NAMES.put(DocumentsJson.OfferedDocument.class, "OfferedDocument");
        NAMES.put(DocumentsJson.IssuedDocument.class, "IssuedDocument");
        NAMES.put(DocumentsJson.VoidedDocument.class, "VoidedDocument");
        NAMES.put(TemplateJson.class, "PaperTemplate");
        NAMES.put(TemplateJson.Chosen.class, "TemplateChoice");
        NAMES.put(DocumentsResource.NewDocument.class, "NewDocument");
        NAMES.put(DocumentsResource.Voiding.class, "Voiding");
        NAMES.put(ProceduresResource.ProcedureJson.class, "Procedure");
        NAMES.put(FormJson.ActionForm.class, "ActionForm");
        NAMES.put(FormJson.FieldForm.class, "Field");
        NAMES.put(Field.Option.class, "Option");
        NAMES.put(Field.When.class, "When");
        NAMES.put(FormJson.Deadline.class, "DeadlineHint");
        NAMES.put(FormJson.MaterialSlot.class, "MaterialSlot");
        NAMES.put(MattersResource.Opening.class, "Opening");
        NAMES.put(MattersResource.Act.class, "Act");
        NAMES.put(PreviewJson.class, "Preview");
        NAMES.put(PreviewJson.Against.class, "PreviewAgainst");
        NAMES.put(DraftsResource.DraftSummary.class, "DraftSummary");
        NAMES.put(DraftsResource.DraftJson.class, "Draft");
        NAMES.put(DraftsResource.DraftValues.class, "DraftValues");
        NAMES.put(MatterListJson.class, "MatterList");
        NAMES.put(MatterListJson.ListedMatter.class, "ListedMatter");
        NAMES.put(MatterListJson.FoundAt.class, "FoundAt");
        NAMES.put(Words.Mark.class, "Mark");
        NAMES.put(FiltersResource.FilterList.class, "FilterList");
        NAMES.put(FiltersResource.FilterJson.class, "SavedFilter");
        NAMES.put(AuditResource.AuditList.class, "AuditList");
        NAMES.put(AuditResource.AuditJson.class, "AuditEntry");
        NAMES.put(AuditResource.CheckList.class, "AuditChecks");
        NAMES.put(AuditResource.CheckJson.class, "AuditCheck");
        NAMES.put(MatterJson.Summary.class, "MatterSummary");
        NAMES.put(MatterJson.class, "Matter");
        NAMES.put(WayJson.class, "Way");
        NAMES.put(WayJson.Stage.class, "WayStage");
        NAMES.put(WayJson.WaitingFor.class, "WaitingFor");
        NAMES.put(WayJson.Due.class, "WaitingDue");
        NAMES.put(MatterJson.Party.class, "Party");
        NAMES.put(MatterJson.NextDue.class, "NextDue");
        NAMES.put(MatterJson.Person.class, "Person");
        NAMES.put(MatterJson.Assignee.class, "Assignee");
        NAMES.put(MatterJson.Origin.class, "Origin");
        NAMES.put(MatterJson.Linked.class, "Linked");
        NAMES.put(MatterJson.FieldValue.class, "FieldValue");
        NAMES.put(MatterJson.AttachmentJson.class, "Attachment");
        NAMES.put(MatterJson.Entry.class, "LedgerEntry");
        NAMES.put(MatterJson.Who.class, "Who");
        NAMES.put(MatterJson.Detail.class, "Detail");
        NAMES.put(MatterJson.Reader.class, "Reader");
        NAMES.put(ExportJson.class, "SharedExport");
        NAMES.put(ExportJson.Column.class, "SharedColumn");
        NAMES.put(ObligationsResource.DeskJson.class, "Desk");
        NAMES.put(ObligationsResource.DeskRow.class, "DeskRow");
        NAMES.put(ObligationsResource.NextAction.class, "NextAction");
        NAMES.put(DeskResource.OverviewJson.class, "DeskOverview");
        NAMES.put(DeskResource.InHand.class, "InHand");
        NAMES.put(DeskResource.Workload.class, "Workload");
        NAMES.put(Counts.class, "Counts");
        NAMES.put(ObligationJson.class, "Obligation");
        NAMES.put(ObligationJson.InMatter.class, "ObligationMatter");
        NAMES.put(NoticesResource.ListJson.class, "NoticeList");
        NAMES.put(NoticesResource.NoticeJson.class, "Notice");
        NAMES.put(NoticesResource.CountJson.class, "NoticeCount");
        NAMES.put(CertificateJson.class, "Certificate");
        NAMES.put(CertificateJson.NewCertificate.class, "NewCertificate");
        NAMES.put(ItemsResource.ItemJson.class, "Item");
        NAMES.put(ItemsResource.HoldingJson.class, "Holding");
        NAMES.put(ItemsResource.CompetenceJson.class, "Competence");
        NAMES.put(ItemsResource.ItemList.class, "ItemList");
        NAMES.put(ItemClass.class, "ItemClass");
        NAMES.put(OfficersResource.OfficerJson.class, "Officer");
        NAMES.put(OfficersResource.RateJson.class, "CertificateRate");
        NAMES.put(OfficersResource.OfficerList.class, "OfficerList");
        NAMES.put(LiaisonsResource.LiaisonJson.class, "Liaison");
        NAMES.put(LiaisonsResource.NewLiaison.class, "NewLiaison");
        NAMES.put(ImportsResource.PreviewJson.class, "ImportPreview");
        NAMES.put(ImportsResource.RowJson.class, "ImportRow");
        NAMES.put(ImportsResource.CellFault.class, "CellFault");
        NAMES.put(ImportsResource.ImportedJson.class, "Imported");
        NAMES.put(AssessmentJson.class, "Assessment");
        NAMES.put(AssessmentJson.OfOrgan.class, "AssessmentOfOrgan");
        NAMES.put(AssessmentJson.Trained.class, "AssessmentTraining");
        NAMES.put(AssessmentJson.OfDuty.class, "AssessmentOfDuty");
        NAMES.put(AssessmentJson.FiguresJson.class, "Figures");
        NAMES.put(Figures.class, "FigureCounts");
        NAMES.put(AccountsResource.AccountJson.class, "Account");
        NAMES.put(AccountsResource.AccountRequest.class, "NewAccount");
        NAMES.put(AccountsResource.OneTime.class, "NewAccountPassword");
        NAMES.put(AccountsResource.PasswordJson.class, "OneTimePassword");
        NAMES.put(AccountsResource.Change.class, "AccountChange");
        NAMES.put(PublicComplaintsResource.ComplaintForm.class, "ComplaintForm");
        NAMES.put(PublicComplaintsResource.Filing.class, "ComplaintFiling");
        NAMES.put(PublicComplaintsResource.Receipt.class, "ComplaintReceipt");
        NAMES.put(PublicComplaintsResource.ProgressJson.class, "ComplaintProgress");
        NAMES.put(PublicComplaintsResource.StepJson.class, "ComplaintStep");
        NAMES.put(PublicComplaintsResource.FilesJson.class, "ComplaintFiles");
        NAMES.put(BulletinJson.class, "Bulletin");
        NAMES.put(BulletinJson.OfProcedure.class, "BulletinProcedure");
        NAMES.put(BulletinJson.OfOrgan.class, "BulletinOrgan");
        NAMES.put(BulletinJson.Opened.class, "BulletinCount");
        NAMES.put(BulletinJson.Limits.class, "BulletinLimits");
        NAMES.put(BulletinJson.Item.class, "BulletinItem");
        NAMES.put(HandoversResource.Handover.class, "Handover");
        NAMES.put(HandoversResource.HandedOver.class, "HandedOver");
        NAMES.put(RemindersResource.QuietJson.class, "QuietHours");
        NAMES.put(RemindersResource.KindJson.class, "ReminderKind");
        NAMES.put(RemindersResource.RemindersJson.class, "Reminders");
        NAMES.put(RemindersResource.NewReminders.class, "NewReminders");
        NAMES.put(RemindersResource.MailAddress.class, "MailAddress");
        NAMES.put(RemindersResource.MailCode.class, "MailCode");
        NAMES.put(DeliveryResource.WayJson.class, "DeliveryWay");
        NAMES.put(DeliveryResource.GivenUpJson.class, "Undelivered");
        NAMES.put(DeliveryResource.RobotJson.class, "Robot");
        NAMES.put(DeliveryResource.DeliveryJson.class, "Delivery");
        NAMES.put(DeliveryResource.NewRobot.class, "NewRobot");
        NAMES.put(DeliveryResource.Trial.class, "DeliveryTest");
        NAMES.put(DeliveryResource.RetriedJson.class, "Retried");
        NAMES.put(Comparison.Change.class, "RuleChange");
        NAMES.put(RuleFiles.Answers.class, "ChangedExample");
        NAMES.put(RulesJson.EditionJson.class, "RuleEdition");
        NAMES.put(RulesJson.TermJson.class, "RuleTerm");
        NAMES.put(RulesJson.TroubleJson.class, "RuleTrouble");
        NAMES.put(RulesJson.ReceivedJson.class, "RuleReceipt");
        NAMES.put(RulesJson.DutyCount.class, "DutyCount");
        NAMES.put(RulesJson.TouchedJson.class, "RuleTouched");
        NAMES.put(RulesJson.DayJson.class, "ChangedDay");
        NAMES.put(RulesJson.RecountJson.class, "ChangedLimit");
        NAMES.put(RulesJson.PreviewJson.class, "RulePreview");
        NAMES.put(RulesJson.class, "RuleVersions");
        NAMES.put(RulesResource.Decision.class, "RuleDecision");
        NAMES.put(ReplayJson.OfDuty.class, "ReplayOfDuty");
        NAMES.put(ReplayJson.Row.class, "ReplayRow");
        NAMES.put(ReplayJson.class, "Replay");
        NAMES.put(RecomputationResource.Why.class, "RecomputationReason");
        NAMES.put(RecomputationResource.MovedJson.class, "RecomputedLimit");
        NAMES.put(RecomputationResource.LeftJson.class, "KeptLimit");
        NAMES.put(RecomputationResource.OutlookJson.class, "RecomputationPreview");
        NAMES.put(RecomputationResource.DoneJson.class, "Recomputed");
        NAMES.put(AnnouncementsResource.AnnouncementJson.class, "Announcement");
        NAMES.put(NodeResource.NodeJson.class, "Node");
        NAMES.put(NodeResource.LiveJson.class, "NodeLive");
        NAMES.put(NodeResource.SuspendedJson.class, "NodeSuspended");
        NAMES.put(NodeResource.CarrierJson.class, "NodeBundle");
        NAMES.put(OverviewJson.class, "Overview");
        NAMES.put(OverviewJson.Month.class, "OverviewMonth");
        NAMES.put(OverviewJson.Backlog.class, "Backlog");
        NAMES.put(OverviewJson.OfAge.class, "BacklogOfAge");
        NAMES.put(OverviewJson.OverdueOf.class, "OverdueOfOrgan");
        NAMES.put(Contested.class, "Contested");
        NAMES.put(Contested.OfLevel.class, "ContestedAtLevel");
        NAMES.put(ListingJson.class, "Listing");
        NAMES.put(ListingJson.Row.class, "ListingRow");
        NAMES.put(OversightResource.OversightJson.class, "Oversight");
        NAMES.put(HealthResource.HealthJson.class, "Health");
        NAMES.put(HealthResource.SignJson.class, "Sign");
        NAMES.put(ReminderReachResource.ReachJson.class, "ReminderReach");
        NAMES.put(ReminderReachResource.StepJson.class, "ReminderStep");
        NAMES.put(ReminderReachResource.OfOrgan.class, "RemindersOfOrgan");
        NAMES.put(JobsResource.JobJson.class, "Job");
        NAMES.put(NdJson.Done.class, "WorkProgress");
        NAMES.put(Problem.Fault.class, "Fault");
        NAMES.put(Problem.Rule.class, "RuleReference");
    }

    private Schemas() {}

    static ObjectNode of(Class<?> type) {
        ObjectNode schema = node();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JsonProvider.MAPPER.createArrayNode();
        for (RecordComponent c : type.getRecordComponents()) {
            if (c.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                schema.withArray("allOf").add(reference(NAMES.get(c.getType())));
                continue;
            }
            JsonProperty renamed = c.getAccessor().getAnnotation(JsonProperty.class);
            String name = renamed == null ? c.getName() : renamed.value();
            properties.set(name, schema(c.getGenericType()));
            if (!REQUESTS.contains(type) && !c.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType p) {
            Class<?> raw = (Class<?>) p.getRawType();
            Type last = p.getActualTypeArguments()[p.getActualTypeArguments().length - 1];
            if (raw == Optional.class) {
                return nullable(schema(last));
            }
            ObjectNode schema = node();
            boolean list = Collection.class.isAssignableFrom(raw);
            schema.put("type", list ? "array" : "object");
            schema.set(list ? "items" : "additionalProperties", schema(last));
            return schema;
        }
        Class<?> c = (Class<?>) type;
        if (NAMES.containsKey(c)) {
            return reference(NAMES.get(c));
        }
        if (c == Instant.class || c == LocalDate.class) {
            return simple("string").put("format", c == Instant.class ? "date-time" : "date");
        }
        if (c == String.class) {
            return simple("string");
        }
        if (c == boolean.class || c == Boolean.class) {
            return simple("boolean");
        }
        if (c == Double.class || c == java.math.BigDecimal.class) {
            return simple("number");
        }
        return c == int.class || c == long.class || c == Integer.class || c == Long.class ? simple("integer") : node();
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            ArrayNode types = JsonProvider.MAPPER.createArrayNode().add(schema.get("type").asText()).add("null");
            schema.set("type", types);
            return schema;
        }
        if (schema.isEmpty()) {
            return schema;
        }
        ObjectNode either = node();
        either.putArray("anyOf").add(schema).add(simple("null"));
        return either;
    }

    private static ObjectNode reference(String name) {
        return node().put("$ref", "#/components/schemas/" + name);
    }

    private static ObjectNode simple(String type) {
        return node().put("type", type);
    }

    private static ObjectNode node() {
        return JsonProvider.MAPPER.createObjectNode();
    }
}
