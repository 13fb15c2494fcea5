package cn.xiezhi.sample;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.desk.Result;
import cn.xiezhi.desk.Upload;
import cn.xiezhi.policy.Material;
import cn.xiezhi.procedure.Action;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Plays matters through the desk as officers would, so that the sample obeys every rule of its county. */
final class Story {
    private final Desk desk;
    private final People people;
    private final SettableClock clock;

    Story(Desk desk, People people, SettableClock clock) {
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    /** A few matters in different states: overdue, waiting, accepted, closed, returned, and a clue. */
    void play(Instant today) {
        transfer(today.minus(Duration.ofDays(30)), "未取得施工许可证擅自施工", "discovered");
        transfer(today.minus(Duration.ofHours(3)), "占用绿地堆放建筑垃圾", "discovered");
        transfer(today.minus(Duration.ofDays(1)), "餐饮油烟未经处理直接排放", "sent");
        transfer(today.minus(Duration.ofDays(9)), "未按规定设置消防通道", "accepted");
        transfer(today.minus(Duration.ofDays(40)), "超限排放扬尘", "closed");
        transfer(today.minus(Duration.ofDays(4)), "无照经营农药", "returned");
        Officer town = people.of(Organ.Kind.TOWNSHIP, Role.OFFICER);
        clock.set(today.minus(Duration.ofHours(20)));
        Map<String, String> clue = new LinkedHashMap<>(Map.of("receiver", department(), "cases", "群众反映夜间倾倒废渣"));
        act(town, open(town, "clue", clue), "send");
        others(today, town);
    }

    /** One of each of what else people do with each other, where the county's documents have it. */
    private void others(Instant today, Officer town) {
        Officer department = people.of(Organ.Kind.DEPARTMENT, Role.OFFICER);
        begun(today.minus(Duration.ofDays(2)), town, "complaint", Map.of("subject", "夜间施工噪声扰民", "content", "每晚十一点后仍在施工。", "complainant", "示例群众", "contact", "000-0000000"));
        begun(today.minus(Duration.ofDays(2)), town, "assistance", Map.of("askedOrgan", department(), "subject", "认定建筑垃圾的性质"));
        begun(today.minus(Duration.ofHours(6)), department, "consultation", Map.of("subject", "占用绿地的法律适用"));
        begun(today.minus(Duration.ofDays(1)), department, "training", Map.of("subject", "新版执法文书的使用"));
    }

    private void begun(Instant at, Officer who, String procedure, Map<String, String> chosen) {
        clock.set(at);
        if (form(who, procedure).isPresent()) {
            open(who, procedure, chosen);
        }
    }

    private Optional<Map.Entry<Procedure, Case>> form(Officer who, String procedure) {
        return desk.openable(who).entrySet().stream().filter(e -> e.getKey().id().equals(procedure)).findFirst();
    }

    private String department() {
        return people.of(Organ.Kind.DEPARTMENT, Role.OFFICER).organ().id();
    }

    private void transfer(Instant found, String title, String until) {
        clock.set(found);
        Officer town = people.of(Organ.Kind.TOWNSHIP, Role.OFFICER);
        Officer department = people.of(Organ.Kind.DEPARTMENT, Role.OFFICER);
        MatterView m = open(town, "transfer", Map.of("receiver", department(), "cases", title, "urgency", "normal"));
        for (Material material : m.procedure().materials().apply(m.seen())) {
            m = attach(town, m, material);
        }
        if (until.equals("discovered")) {
            return;
        }
        MatterView seen = m;
        if (offered(people.of(Organ.Kind.TOWNSHIP, Role.LEADER), seen, "approve")) {
            m = act(people.of(Organ.Kind.TOWNSHIP, Role.LEADER), seen, "approve");
        }
        clock.pass(Duration.ofHours(2));
        m = act(town, m, "send");
        if (until.equals("sent")) {
            return;
        }
        clock.pass(Duration.ofHours(5));
        m = act(department, m, until.equals("returned") ? "return" : "accept");
        if (!until.equals("closed")) {
            return;
        }
        m = act(department, m, "file");
        clock.pass(Duration.ofDays(3));
        m = act(department, m, "decideFiled");
        m = act(department, m, "notify");
        act(town, m, "close");
    }

    private boolean offered(Officer who, MatterView m, String action) {
        return desk.matter(who, m.matter().id()).orElseThrow().possible().stream().anyMatch(a -> a.id().equals(action));
    }

    private MatterView open(Officer who, String procedure, Map<String, String> chosen) {
        Map.Entry<Procedure, Case> form = form(who, procedure).orElseThrow();
        Map<String, String> input = Filler.fill(form.getKey().opening().fields(form.getValue()), chosen, clock.instant(), form.getValue());
        return done(desk.open(who, procedure, input, Optional.empty(), Optional.empty()));
    }

    private MatterView act(Officer who, MatterView m, String id) {
        MatterView mine = desk.matter(who, m.matter().id()).orElseThrow();
        Action action = mine.procedure().action(id).orElseThrow();
        Map<String, String> input = Filler.fill(action.fields(mine.seen()), Map.of(), clock.instant(), mine.seen());
        return done(desk.act(who, m.matter().id(), id, mine.matter().version(), input));
    }

    private MatterView attach(Officer who, MatterView m, Material material) {
        byte[] text = ("示例材料：" + material.name() + "\n" + m.matter().title() + "\n").getBytes(StandardCharsets.UTF_8);
        return done(desk.attach(who, m.matter().id(), m.matter().version(), new Upload(material.name() + ".txt", "text/plain", material.id(), Optional.of(1), text)));
    }

    private static MatterView done(Result result) {
        if (result instanceof Result.Done done) {
            return done.matter();
        }
        throw new IllegalStateException("sample data was refused: " + result);
    }
}
