package cn.xiezhi.loader;

import cn.xiezhi.policy.DisputeRules;
import cn.xiezhi.policy.Document;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.Jurisdiction;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.ReminderRules;
import cn.xiezhi.policy.TransferRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code xiezhi/policy.yaml}, contract 1: the whole policy of a jurisdiction, or what is wrong with it. */
final class PolicyFile {
    /** The contract of rule files that this product knows. */
    static final int CONTRACT = 1;

    private PolicyFile() {}

    /** @param inForceFrom where the file says from when */
    record Whole(Policy policy, Optional<Instant> inForceFrom) {}

    /** The policy; empty, with the problems noted, unless the file is right from beginning to end. */
    static Optional<Policy> read(String text, Vocabulary vocabulary, Problems problems) {
        return whole(text, vocabulary, problems).map(Whole::policy);
    }

    static Optional<Whole> whole(String text, Vocabulary vocabulary, Problems problems) {
        return YamlTree.read(text, problems).filter(PolicyFile::known).flatMap(s -> {
            Optional<Instant> inForceFrom = Names.inForceFromIfAny(s);
            return policy(s, text, vocabulary).map(p -> new Whole(p, inForceFrom));
        }).filter(p -> problems.none());
    }

    /** Whether a file is of the contract that is known here; if not, that is its only problem. */
    static boolean known(Section s) {
        Optional<Integer> contract = s.integer("contract");
        contract.filter(n -> n != CONTRACT).ifPresent(n -> s.problem("contract", "按第 " + n + " 版规则文件约定编写，本产品支持第 " + CONTRACT + " 版；"
                + (n > CONTRACT ? "请升级本产品，或改用第 " + CONTRACT + " 版的规则组件" : "请按第 " + CONTRACT + " 版改写")));
        return contract.filter(n -> n == CONTRACT).isPresent();
    }

    private static Optional<Policy> policy(Section s, String text, Vocabulary vocabulary) {
        Optional<String> version = Names.version(s);
        Optional<Jurisdiction> jurisdiction = s.section("jurisdiction").flatMap(PolicyFile::jurisdiction);
        List<Document> documents = documents(s);
        Citations citations = new Citations(documents.stream().map(Document::id).toList());
        Map<Duty, DutyRule> duties = s.section("duties").map(d -> Duties.read(d, citations, vocabulary)).orElse(Map.of());
        Optional<TransferRules> transfer = s.section("transfer").flatMap(t -> Transfers.read(t, citations));
        Optional<DisputeRules> dispute = s.section("dispute").flatMap(d -> Disputes.read(d, citations));
        Map<String, ProcedureRules> procedures = s.sectionIfAny("procedures").map(p -> ProcedureSections.read(p, citations, vocabulary)).orElse(Map.of());
        ReminderRules reminders = s.sectionIfAny("reminders").map(Reminders::read).orElse(ReminderRules.DEFAULT);
        s.finish();
        if (version.isEmpty() || jurisdiction.isEmpty() || transfer.isEmpty() || dispute.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Policy(jurisdiction.get(), Names.fingerprinted(version.get(), text), documents, duties, transfer.get(), dispute.get(), procedures, reminders));
    }

    private static Optional<Jurisdiction> jurisdiction(Section s) {
        Optional<String> id = Names.id(s, "id");
        Optional<String> name = s.text("name");
        Optional<String> division = Names.divisionIfAny(s, "division", 6);
        s.finish();
        return id.flatMap(i -> name.map(n -> new Jurisdiction(i, n, division)));
    }

    private static List<Document> documents(Section s) {
        List<Document> documents = new ArrayList<>();
        for (Section d : s.sections("documents")) {
            Optional<String> id = d.text("id");
            Optional<String> title = d.text("title");
            Optional<String> number = d.textIfAny("number");
            Optional<LocalDate> since = d.dateIfAny("since");
            d.finish();
            if (id.isPresent() && documents.stream().anyMatch(other -> other.id().equals(id.get()))) {
                d.problem("id", "文件 id “" + id.get() + "”重复");
            } else if (id.isPresent() && title.isPresent()) {
                documents.add(new Document(id.get(), title.get(), number, since));
            }
        }
        return documents;
    }
}
