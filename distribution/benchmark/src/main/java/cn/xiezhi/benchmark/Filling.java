package cn.xiezhi.benchmark;

import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.desk.Result;
import cn.xiezhi.desk.Upload;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Plays matters of one county through the desk, on a clock of its own: the same for the same number, half of them open. */
final class Filling {
    static final String RARE = "琉璃瓦作坊";
    static final String COMMON = "占道经营";
    static final String NOWHERE = "紫檀木屋";
    /** So many of a hundred matters are kept by the busy organ and not sent yet. */
    private static final int BUSY = 20;
    private static final List<String> CASES = List.of(COMMON, "未取得施工许可证擅自施工", "占用绿地堆放建筑垃圾", "餐饮油烟未经处理直接排放", "未按规定设置消防通道", "超限排放扬尘", "无照经营农药", "擅自砍伐林木", "违法占地建房");
    private static final List<String> FORMS = List.of("complaint", "assistance", "consultation", "clue");

    private final Play play;
    private final List<Organ> towns;
    private final List<Organ> departments;
    private final Desk desk;
    private final Instant today;
    private Instant now;

    /** @param towns the first one is the busy organ */
    Filling(Play play, List<Organ> towns, List<Organ> departments, Function<Clock, Desk> desk, Instant today) {
        this.play = play;
        this.towns = towns;
        this.departments = departments;
        this.today = today;
        this.desk = desk.apply(new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    void play(int number, boolean rare) {
        Random random = new Random(number);
        boolean closed = !rare && number % 2 == 0;
        boolean busy = rare || !closed && number % 100 < 2 * BUSY;
        // What is closed lies up to a year back; what is open mostly not long.
        now = today.minus(Duration.ofMinutes(closed ? 1 + random.nextInt(365 * 1440) : 1 + random.nextInt(random.nextInt(10) == 0 ? 300 * 1440 : 20 * 1440)));
        Officer town = as(play.town, towns.get(busy ? 0 : random.nextInt(towns.size())));
        Officer department = as(play.bureau, departments.get(random.nextInt(departments.size())));
        String title = (rare ? RARE : CASES.get(random.nextInt(CASES.size()))) + "（第 " + number + " 号线索）";
        if (!closed && !busy && random.nextInt(3) == 0) {
            other(town, department, title, random);
            return;
        }
        int steps = closed ? Play.STEPS.size() : busy ? 1 : 1 + random.nextInt(3);
        MatterView m = done(desk.open(town, "transfer", input(0, department, title), Optional.empty(), Optional.empty()));
        for (Play.Paper p : steps > 1 ? play.papers : List.<Play.Paper>of()) {
            m = attached(town, m, p.slot(), p.name(), p.bytes());
        }
        for (int step = 1; step < steps; step++) {
            pass(Duration.ofHours(1 + random.nextInt(20)));
            Play.Step s = play.steps.get(step);
            m = done(desk.act(s.receiver() ? department : town, m.matter().id(), s.action(), m.matter().version(), input(step, department, title)));
        }
    }

    /** A transfer of the busy organ whose ledger has so many entries. */
    String longest(int entries) {
        now = today.minus(Duration.ofDays(2));
        Officer town = as(play.town, towns.get(0));
        MatterView m = done(desk.open(town, "transfer", input(0, as(play.bureau, departments.get(0)), "台账很长的事项"), Optional.empty(), Optional.empty()));
        for (int i = 1; i < entries; i++) {
            pass(Duration.ofMinutes(3));
            m = attached(town, m, play.papers.get(i % play.papers.size()).slot(), "材料" + i + ".txt", ("第 " + i + " 份材料").getBytes(StandardCharsets.UTF_8));
        }
        return m.matter().id();
    }

    private void other(Officer town, Officer department, String title, Random random) {
        List<Map.Entry<Procedure, Case>> forms = desk.openable(town).entrySet().stream().filter(e -> FORMS.contains(e.getKey().id())).toList();
        Map.Entry<Procedure, Case> form = forms.get(random.nextInt(forms.size()));
        Map<String, String> chosen = Map.of("receiver", department.organ().id(), "askedOrgan", department.organ().id(), "cases", title, "subject", title, "content", title + "，请予核查。", "complainant", "示例群众",
                "contact", "000-0000000");
        done(desk.open(town, form.getKey().id(), Play.filled(form.getKey().opening().fields(form.getValue()), chosen, now), Optional.empty(), Optional.empty()));
    }

    private MatterView attached(Officer town, MatterView m, String slot, String name, byte[] bytes) {
        return done(desk.attach(town, m.matter().id(), m.matter().version(), new Upload(name, "text/plain", slot, Optional.of(1), bytes)));
    }

    private Map<String, String> input(int step, Officer department, String title) {
        Map<String, String> chosen = new HashMap<>(play.steps.get(step).input());
        chosen.keySet().removeIf(id -> play.steps.get(step).fields().stream().anyMatch(f -> f.id().equals(id) && f.type() == cn.xiezhi.procedure.Field.Type.DATE_TIME));
        chosen.replace("receiver", department.organ().id());
        chosen.replace("cases", title);
        return Play.filled(play.steps.get(step).fields(), chosen, now);
    }

    private void pass(Duration time) {
        now = now.plus(time).isBefore(today) ? now.plus(time) : now;
    }

    private static Officer as(Officer officer, Organ organ) {
        return new Officer(officer.user(), officer.name(), organ, officer.roles());
    }

    private static MatterView done(Result result) {
        if (result instanceof Result.Done done) {
            return done.matter();
        }
        throw new IllegalStateException("refused: " + result);
    }
}
