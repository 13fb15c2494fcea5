package cn.xiezhi.desk;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.desk.MatterStore.StaleMatterException;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Complaint;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Complaints as the public meets them: file one without an account, follow it by its code. The code is shown once and kept
 * only as a hash; a matter is found by it in its own jurisdiction only, and nothing internal is told.
 */
@Component(service = Complaints.class)
public final class Complaints {
    /** So many files may be handed in with one complaint. */
    public static final int MOST_FILES = 3;

    private static final int TRIES = 3;
    private static final Map<String, String> STATES = Map.ofEntries(Map.entry("registered", "已经收到，等待受理"), Map.entry("accepted", "已经受理，正在核实"),
            Map.entry("nothingFound", "核实完毕，正在答复"), Map.entry("toFile", "正在调查处理"), Map.entry("filed", "正在调查处理"), Map.entry("passing", "正在移交有管辖权的单位"),
            Map.entry("passedOn", "已经移交，正在处理"), Map.entry("decided", "已经作出处理，正在答复"), Map.entry("closed", "已经办结"),
            Map.entry("turnedAway", "不属于该单位职能，请向有权机关提出"), Map.entry("withdrawn", "已经撤回"));
    private static final Map<String, String> STEPS = Map.of("open", "收到", "accept", "受理", "turnAway", "告知向有权机关提出", "transfer.sent", "移交承办单位", "transfer.decided", "作出处理",
            "decide", "作出处理", "reply", "答复", "close", "办结");

    private final Desk desk;
    private final MatterStore store;

    @Activate
    public Complaints(@Reference Desk desk, @Reference MatterStore store) {
        this.desk = desk;
        this.store = store;
    }

    /**
     * @param code shown once, kept nowhere
     * @param receiver the organ that answers for it first
     */
    public record Filed(String code, Organ receiver, Instant at) {}

    /** Either it was filed, or the reason why not; neither where the jurisdiction's rules are not in force. */
    public record Answer(Optional<Filed> filed, Optional<Refusal> refusal) {}

    /** Something that happened, in plain words. */
    public record Step(String text, Instant at) {}

    /**
     * How far a complaint has come, for whoever has its code.
     *
     * @param handler the organ that answers for it now
     * @param reply what the complainant is told, once there is something
     * @param files how many files came with it
     */
    public record Progress(String state, boolean open, Organ handler, Instant filedAt, List<Step> steps, Optional<String> reply, int files) {}

    /** What is asked; empty where the jurisdiction is unknown or its document has no such system. */
    public Optional<Case> form(String jurisdiction) {
        return Optional.ofNullable(desk.openable(Officer.ofPublic(jurisdiction)).get(Complaint.PROCEDURE));
    }

    /** Files a complaint. */
    public Answer file(String jurisdiction, Map<String, String> input) {
        String code = QueryCode.next();
        Result result = desk.open(Officer.ofPublic(jurisdiction), Complaint.PROCEDURE.id(), input, Optional.empty(), QueryCode.fingerprint(code));
        if (result instanceof Result.Done done) {
            Case seen = done.matter().seen();
            return new Answer(Optional.of(new Filed(code, organ(seen.situation().organs(), seen.matter(), "receiver"), seen.matter().openedAt())), Optional.empty());
        }
        return new Answer(Optional.empty(), result instanceof Result.Refused refused ? Optional.of(refused.refusal()) : Optional.empty());
    }

    /**
     * A code for a complaint that an officer registered, to be handed to whoever complained; said once, and written down that it was given. Codes given before stay good.
     *
     * @return empty if there is no such complaint that this person's organ received or handles
     */
    public Optional<String> giveCode(Officer officer, String id) {
        String code = QueryCode.next();
        for (int tries = 1; ; tries++) {
            Optional<Matter> matter = store.find(officer.jurisdiction(), id).filter(m -> m.procedure().equals(Complaint.PROCEDURE.id()) && Decisions.seesOwn(officer)
                    && Stream.of("receiver", "handler").anyMatch(part -> m.organs(part).contains(officer.organ().id())));
            try {
                matter.ifPresent(m -> store.commit(new Commit(m.jurisdiction(), Decisions.codeGiven(desk.situation(m), officer, m).changes(), Map.of(),
                        Officer.ofPublic(m.jurisdiction()).user(), QueryCode.fingerprint(code))));
                return matter.map(m -> code);
            } catch (StaleMatterException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** How the complaint of a code stands; empty if there is none of that code in the jurisdiction. */
    public Optional<Progress> progress(String jurisdiction, String code) {
        return found(jurisdiction, code).map(m -> new Progress(STATES.getOrDefault(m.state(), "正在处理"), m.open(),
                organ(desk.organs(Officer.ofPublic(jurisdiction)), m, "handler"), m.openedAt(), steps(m), told(m), files(m)));
    }

    /** Adds a file to the complaint of a code; empty if there is none. */
    public Optional<Result> attach(String jurisdiction, String code, Upload upload) {
        for (int tries = 1; ; tries++) {
            Optional<Result> result = found(jurisdiction, code).map(m -> files(m) < MOST_FILES ? desk.attach(Officer.ofPublic(jurisdiction), m, upload)
                    : new Result.Refused(Refusal.conflict("too-many-files", "一件投诉举报最多上传 " + MOST_FILES + " 个文件")));
            if (tries == MOST_FILES || result.filter(Result.Stale.class::isInstance).isEmpty()) {
                return result;
            }
        }
    }

    private Optional<Matter> found(String jurisdiction, String code) {
        return QueryCode.fingerprint(code).flatMap(key -> store.openedUnder(jurisdiction, Officer.ofPublic(jurisdiction).user(), key)).flatMap(id -> store.find(jurisdiction, id))
                .filter(m -> m.procedure().equals(Complaint.PROCEDURE.id()));
    }

    private List<Step> steps(Matter m) {
        List<LedgerEntry> entries = store.ledger(m.jurisdiction(), m.id());
        return entries.stream().filter(e -> STEPS.containsKey(e.action())).map(e -> new Step(STEPS.get(e.action()), e.at())).toList();
    }

    private static Optional<String> told(Matter m) {
        List<String> parts = Stream.of("referredTo", "toldComplainant", "reply").map(m::field).flatMap(Optional::stream).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts));
    }

    private static int files(Matter m) {
        String somebody = Officer.ofPublic(m.jurisdiction()).user();
        return (int) m.attachments().stream().map(Attachment::addedBy).filter(somebody::equals).count();
    }

    private static Organ organ(Map<String, Organ> organs, Matter m, String part) {
        return m.party(part).map(organs::get).orElseThrow();
    }
}
