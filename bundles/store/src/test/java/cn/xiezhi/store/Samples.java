package cn.xiezhi.store;

import cn.xiezhi.desk.MatterStore.Commit;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.MatterChange;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.DisputeLevel;
import cn.xiezhi.policy.DisputeRules;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import cn.xiezhi.policy.TransferRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Limit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Matters to keep, with one wish changed at a time. */
final class Samples {
    static final Instant TUE_2025_09_30 = Instant.parse("2025-09-30T02:00:00Z");
    /** 𠮷 and 🐂 are outside the basic plane, 凤 and é are not; then what escapes and what is invisible. */
    static final String RARE = "𠮷村🐂案 凤凰乡 é \"引号\" \\ \n\t%_! ' 〇㐂𡨴";

    private Samples() {}

    static Matter matter(String jurisdiction, String id) {
        return new Matter(jurisdiction, id, "transfer", "占道经营", "sent", true, 0, Map.of("sender", Set.of("fenghuang"), "receiver", Set.of("urban")), Set.of("urban"), Map.of(),
                List.of(), List.of(), Optional.empty(), Optional.empty(), "zhang", TUE_2025_09_30, TUE_2025_09_30, "v1", 0, Ledger.BEGINNING, Optional.empty());
    }

    static Matter openedAt(Matter m, Instant at) {
        return new Matter(m.jurisdiction(), m.id(), m.procedure(), m.title(), m.state(), m.open(), m.version(), m.parties(), m.awaiting(), m.fields(),
                m.attachments(), m.obligations(), m.origin(), m.assignee(), m.openedBy(), at, at, m.policyVersion(), m.ledgerLength(), m.ledgerHead(), m.wakesAt());
    }

    static Matter titled(Matter m, String title) {
        return new Matter(m.jurisdiction(), m.id(), m.procedure(), title, m.state(), m.open(), m.version(), m.parties(), m.awaiting(), m.fields(),
                m.attachments(), m.obligations(), m.origin(), m.assignee(), m.openedBy(), m.openedAt(), m.updatedAt(), m.policyVersion(), m.ledgerLength(),
                m.ledgerHead(), m.wakesAt());
    }

    static Matter in(Matter m, String state, boolean open, String... awaiting) {
        return new Matter(m.jurisdiction(), m.id(), m.procedure(), m.title(), state, open, m.version(), m.parties(), Set.of(awaiting), m.fields(),
                m.attachments(), m.obligations(), m.origin(), m.assignee(), m.openedBy(), m.openedAt(), m.updatedAt(), m.policyVersion(), m.ledgerLength(),
                m.ledgerHead(), m.wakesAt());
    }

    static Matter owing(Matter m, Obligation... obligations) {
        return new Matter(m.jurisdiction(), m.id(), m.procedure(), m.title(), m.state(), m.open(), m.version(), m.parties(), m.awaiting(), m.fields(),
                m.attachments(), Arrays.asList(obligations), m.origin(), m.assignee(), m.openedBy(), m.openedAt(), m.updatedAt(), m.policyVersion(),
                m.ledgerLength(), m.ledgerHead(), m.wakesAt());
    }

    static Matter from(Matter m, String origin) {
        return new Matter(m.jurisdiction(), m.id(), m.procedure(), m.title(), m.state(), m.open(), m.version(), m.parties(), m.awaiting(), m.fields(),
                m.attachments(), m.obligations(), Optional.of(origin), m.assignee(), m.openedBy(), m.openedAt(), m.updatedAt(), m.policyVersion(),
                m.ledgerLength(), m.ledgerHead(), m.wakesAt());
    }

    /** A matter that uses every field, with characters of every kind. */
    static Matter full(String jurisdiction, String id) {
        Map<String, Set<String>> parties = new LinkedHashMap<>();
        parties.put("sender", Set.of("fenghuang"));
        parties.put("receiver", new LinkedHashSet<>(List.of("urban", "housing")));
        parties.put("decider", Set.of("government"));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("z", "");
        fields.put("place", RARE);
        fields.put("a", "长".repeat(40_000));
        List<Attachment> attachments = List.of(
                new Attachment("2", "移送函𠮷.pdf", "application/pdf", 7, "ab".repeat(32), "letter", Optional.of(3), TUE_2025_09_30, "zhang"),
                new Attachment("1", "照片.jpg", "image/jpeg", 0, "cd".repeat(32), Attachment.OTHER, Optional.empty(), TUE_2025_09_30.plusMillis(1), "li"));
        List<Obligation> obligations = List.of(
                obligation(id + "-1", "urban", TUE_2025_09_30).closed(Obligation.Status.PASSED_ON, TUE_2025_09_30.plusSeconds(1)),
                new Obligation(id + "-2", Duty.ASSIST_REPLY, Variant.URGENT, "fenghuang", TUE_2025_09_30, Limit.promptly(), Optional.empty(), Optional.empty(),
                        true, Obligation.Status.OPEN, Optional.empty(), "v2", "暂行办法 第八条"),
                obligation(id + "-10", "government", TUE_2025_09_30.plusMillis(999)));
        return new Matter(jurisdiction, id, "transfer", RARE, "sent", true, 0, parties, Set.of("urban", "office-without-a-part"), fields, attachments, obligations,
                Optional.of("origin-𠮷"), Optional.of("li"), "zhang", TUE_2025_09_30.plusMillis(123), TUE_2025_09_30.plusMillis(456), "v2", 0, Ledger.BEGINNING, Optional.of(TUE_2025_09_30.plusMillis(789)));
    }

    static Obligation obligation(String id, String owedBy, Instant due) {
        return new Obligation(id, Duty.TRANSFER_ACKNOWLEDGE, Variant.NORMAL, owedBy, TUE_2025_09_30, Limit.workingDays(3), Optional.of(LocalDate.of(2025, 10, 11)),
                Optional.of(due), false, Obligation.Status.OPEN, Optional.empty(), "v1", "暂行办法 第七条");
    }

    static Obligation withoutNumber(String id, String owedBy) {
        return new Obligation(id, Duty.ASSIST_REPLY, Variant.NORMAL, owedBy, TUE_2025_09_30, Limit.promptly(), Optional.empty(), Optional.empty(), false,
                Obligation.Status.OPEN, Optional.empty(), "v1", "暂行办法 第八条");
    }

    /** The matter one version on, with that many entries appended. */
    static MatterChange change(Matter m, int entries) {
        List<LedgerEntry> appended = new ArrayList<>();
        String head = m.ledgerHead();
        for (int i = 1; i <= entries; i++) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("reason", RARE);
            details.put("empty", "");
            LedgerEntry e = Ledger.sealed(m.jurisdiction(), m.id(), new LedgerEntry(m.ledgerLength() + i, TUE_2025_09_30.plusMillis(i), "zhang", "张𠮷", "fenghuang",
                    "send", m.version() == 0 ? "" : "discovered", m.state(), details, i % 2 == 0 ? Optional.empty() : Optional.of("第七条"), "v1", head, ""));
            appended.add(e);
            head = e.hash();
        }
        return new MatterChange(new Matter(m.jurisdiction(), m.id(), m.procedure(), m.title(), m.state(), m.open(), m.version() + 1, m.parties(), m.awaiting(),
                m.fields(), m.attachments(), m.obligations(), m.origin(), m.assignee(), m.openedBy(), m.openedAt(), m.updatedAt(), m.policyVersion(),
                m.ledgerLength() + entries, head, m.wakesAt()), appended);
    }

    static Commit commit(MatterChange... changes) {
        return new Commit(changes[0].after().jurisdiction(), List.of(changes), Map.of(), "zhang", Optional.empty());
    }

    /** A policy with nothing but what every one has. */
    static PolicyInForce inForce(String jurisdiction, String version, Instant since) {
        DisputeLevel last = new DisputeLevel("decide", "决定", DisputeLevel.Kind.DECIDE, DisputeLevel.By.GOVERNMENT, "第九条");
        TransferRules transfer = new TransferRules(new Cited<>("以本机关名义", "第三条"), false, Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Cited<>("先行制止", "第四条"), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Policy policy = new Policy(new Jurisdiction(jurisdiction, "某县", Optional.empty()), version, List.of(), Map.of(), transfer,
                new DisputeRules(List.of(last), List.of(last), Optional.empty()), Map.of());
        return new PolicyInForce(policy, since, "text of " + version + " " + RARE);
    }

    /** Puts a policy into the archive as one that came with a bundle. */
    static void keep(RuleArchive archive, PolicyInForce policy) {
        String jurisdiction = policy.policy().jurisdiction().id();
        archive.keep(new Edition(jurisdiction, Subject.POLICY, policy.policy().version(), policy.since(), Edition.DROPPED, Optional.empty(), Optional.empty()),
                Map.of("policy.yaml", policy.text().getBytes(StandardCharsets.UTF_8)));
        archive.decide(jurisdiction, Subject.POLICY, new Term(archive.terms(jurisdiction, Subject.POLICY).size() + 1, policy.policy().version(), policy.since(), policy.since(),
                Edition.DROPPED, Term.Kind.ARRIVED, "", Optional.empty()));
    }
}
