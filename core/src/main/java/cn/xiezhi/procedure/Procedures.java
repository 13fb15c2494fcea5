package cn.xiezhi.procedure;

import cn.xiezhi.matter.Matter;
import cn.xiezhi.policy.Duty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The procedures that are known at a moment, in the order in which people are offered them: the platform's own, and those that
 * other bundles bring. One immutable snapshot; whoever decides something takes it once.
 */
public final class Procedures {
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");

    /** Made when it is first asked for: the procedures name each other. */
    private static final class Own {
        private static final Procedures ALL = new Procedures(List.of(
                Transfer.CASE, Transfer.CLUE, Dispute.PROCEDURE,
                // complaint
                Complaint.PROCEDURE,
                // assistance
                Assistance.PROCEDURE,
                // consultation
                Consultation.PROCEDURE,
                // records
                Records.PROCEDURE,
                // sharing
                Sharing.PROCEDURE,
                // meeting
                Meeting.PROCEDURE, Resolution.PROCEDURE,
                // hazard
                Hazard.PROCEDURE,
                // operation
                Operation.PROCEDURE,
                // supervision
                Supervision.PROCEDURE, Review.PROCEDURE, Casefile.PROCEDURE,
                // referral
                Referral.PROCEDURE,
                // entrustment
                Entrustment.PROCEDURE,
                // correction
                Correction.PROCEDURE,
                // enforcement
                Enforcement.PROCEDURE, Police.PROCEDURE,
                // training
                Training.PROCEDURE,
                // dispatched
                Dispatched.PROCEDURE,
                // approval
                Approval.PROCEDURE,
                // accounts
                AccountRequest.PROCEDURE));
    }

    private final Map<String, Procedure> byId = new LinkedHashMap<>();
    private final Map<String, Duty> duties = new LinkedHashMap<>();

    private Procedures(List<Procedure> all) {
        Duty.values().forEach(d -> duties.put(d.id(), d));
        all.forEach(p -> {
            byId.put(p.id(), p);
            p.duties().forEach(d -> duties.put(d.id(), d));
        });
    }

    /** Those of the platform itself. */
    public static Procedures own() {
        return Own.ALL;
    }

    public Map<String, Procedure> all() {
        return Collections.unmodifiableMap(byId);
    }

    /** The procedure of a matter; while it is not known, or not known any more as the matter knew it, one by which the matter can be read and nothing can be done. */
    public Procedure of(Matter matter) {
        Procedure known = byId.get(matter.procedure());
        boolean fits = known != null && known.states().stream().anyMatch(s -> s.id().equals(matter.state()));
        return fits ? known : Procedure.standIn(matter.procedure(), name(matter.procedure()));
    }

    /** What a procedure is called; its id while it is not known. */
    public String name(String procedure) {
        return Optional.ofNullable(byId.get(procedure)).map(Procedure::name).orElse(procedure);
    }

    /** What a state is called; its id while it is not known. */
    public String stateName(String procedure, String state) {
        return Optional.ofNullable(byId.get(procedure)).map(p -> p.stateName(state)).orElse(state);
    }

    /** Every duty that is known, the platform's own first. */
    public Map<String, Duty> duties() {
        return Collections.unmodifiableMap(duties);
    }

    /** What a duty is called; its id while nobody knows it. */
    public String text(Duty duty) {
        return Optional.ofNullable(duties.get(duty.id())).map(Duty::text).orElse(duty.id());
    }

    /** Why a procedure from another bundle can't be had beside these, in Chinese; empty if it can. */
    public Optional<String> against(Procedure p) {
        if (!ID.matcher(p.id()).matches()) {
            return Optional.of("规程 id “" + p.id() + "”应以小写字母开头，只含字母、数字和连字符，不超过 40 个字符");
        }
        if (byId.containsKey(p.id())) {
            return Optional.of("规程 id “" + p.id() + "”已有“" + name(p.id()) + "”在用");
        }
        Optional<Duty> taken = p.duties().stream().filter(d -> duties.containsKey(d.id())).findFirst();
        if (taken.isPresent()) {
            return taken.map(d -> "职责 id “" + d.id() + "”已有“" + text(d) + "”在用");
        }
        if (p.rules().isEmpty()) {
            return Optional.of("没有用 rules(…) 说明辖区规则文件怎样启用它");
        }
        // Whoever may see what would be forgotten together with the bundle, and everything shown to everybody.
        boolean secret = !p.sealed().isEmpty() || !p.readsFor().isEmpty() || p.vocabulary().values().stream().anyMatch(f -> !f.onlyFor().isEmpty())
                || p.papers().stream().anyMatch(paper -> !paper.onlyFor().isEmpty());
        return secret ? Optional.of("带有只给部分单位看的内容；外来规程停用后无从保密，不能采用") : Optional.empty();
    }

    /** These and one more, which nothing stands {@link #against}. */
    public Procedures with(Procedure another) {
        return new Procedures(Stream.concat(byId.values().stream(), Stream.of(another)).toList());
    }
}
