package cn.xiezhi.benchmark;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.desk.Result;
import cn.xiezhi.desk.Upload;
import cn.xiezhi.loader.RuleFiles;
import cn.xiezhi.policy.Material;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The five-step transfer: its officers, and what they fill in, found by playing it once through the desk by its own forms. */
final class Play {
    static final List<String> STEPS = List.of("open", "send", "accept", "declineFiling", "notify");

    /** One step: whether the receiving side takes it, and the filled form. */
    record Step(String action, boolean receiver, List<Field> fields, Map<String, String> input) {}

    /** A paper that has to be there before the transfer is sent. Adding it is not one of the five steps and is not timed. */
    record Paper(String slot, String name, byte[] bytes) {}

    final Officer town;
    final Officer bureau;
    final List<Step> steps = new ArrayList<>();
    final List<Paper> papers = new ArrayList<>();

    Play(RuleFiles rules, Desk desk) {
        town = officer(rules, Organ.Kind.TOWNSHIP, "bench-town");
        bureau = officer(rules, Organ.Kind.DEPARTMENT, "bench-bureau");
        Map.Entry<Procedure, Case> form = desk.openable(town).entrySet().stream().filter(e -> e.getKey().id().equals("transfer")).findFirst().orElseThrow();
        learn("open", false, form.getKey().opening().fields(form.getValue()), Map.of("receiver", bureau.organ().id(), "cases", "占道经营", "urgency", "normal"));
        MatterView m = done(desk.open(town, "transfer", steps.get(0).input(), Optional.empty(), Optional.empty()));
        for (Material material : form.getKey().materials().apply(m.seen())) {
            if (material.required()) {
                papers.add(new Paper(material.id(), material.name() + ".txt", ("测试材料：" + material.name() + "\n").getBytes(StandardCharsets.UTF_8)));
            }
        }
        attach(desk, m.matter().id());
        for (String action : STEPS.subList(1, STEPS.size())) {
            boolean receiver = !action.equals("send");
            MatterView mine = desk.matter(receiver ? bureau : town, m.matter().id()).orElseThrow();
            learn(action, receiver, mine.procedure().action(action).orElseThrow().fields(mine.seen()), Map.of());
            act(desk, m.matter().id(), mine.matter().version(), steps.size() - 1);
        }
    }

    String open(Desk desk) {
        return done(desk.open(town, "transfer", steps.get(0).input(), Optional.empty(), Optional.empty())).matter().id();
    }

    /** Adds the papers; the matter is at the returned version then. */
    long attach(Desk desk, String id) {
        long version = 1;
        for (Paper p : papers) {
            version = done(desk.attach(town, id, version, new Upload(p.name(), "text/plain", p.slot(), Optional.of(1), p.bytes()))).matter().version();
        }
        return version;
    }

    void act(Desk desk, String id, long version, int step) {
        Step s = steps.get(step);
        done(desk.act(s.receiver() ? bureau : town, id, s.action(), version, s.input()));
    }

    private static MatterView done(Result result) {
        if (result instanceof Result.Done done) {
            return done.matter();
        }
        throw new IllegalStateException("refused: " + result);
    }

    private static Officer officer(RuleFiles rules, Organ.Kind kind, String user) {
        return new Officer(user, "测试员", rules.organs().stream().filter(o -> o.kind() == kind).findFirst().orElseThrow(), Set.of(Role.OFFICER));
    }

    private void learn(String action, boolean receiver, List<Field> fields, Map<String, String> chosen) {
        // To the second, as people and clocks on forms write it.
        steps.add(new Step(action, receiver, fields, filled(fields, chosen, Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(action.equals("open") ? 600 : 0))));
    }

    /** What was chosen, and something for everything else that is required. */
    static Map<String, String> filled(List<Field> fields, Map<String, String> chosen, Instant at) {
        Map<String, String> input = new LinkedHashMap<>();
        for (Field f : fields) {
            boolean asked = f.when().map(w -> input.getOrDefault(w.field(), "").equals(w.equals())).orElse(true);
            if (chosen.containsKey(f.id()) || asked && f.required()) {
                input.put(f.id(), chosen.getOrDefault(f.id(), switch (f.type()) {
                    case DATE_TIME -> at.toString();
                    case BOOLEAN -> "false";
                    case CHOICE -> f.preset().orElseGet(() -> f.options().get(0).value());
                    default -> "测试内容：" + f.label();
                }));
            }
        }
        return input;
    }
}
