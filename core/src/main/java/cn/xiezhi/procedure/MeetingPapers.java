package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Meeting.CHAIR;
import static cn.xiezhi.procedure.Meeting.INVITED;
import static cn.xiezhi.procedure.Meeting.MEMBER;
import static cn.xiezhi.procedure.Meeting.OFFICE;

import cn.xiezhi.document.Form;
import cn.xiezhi.matter.Matter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call to a meeting and its minutes. */
final class MeetingPapers {
    private MeetingPapers() {}

    static Paper call() {
        return Paper.named("call", "会议通知", Form.LETTER).numbered("会").from("dated", "collecting", "approving", "ready").by(OFFICE).needing("day", "会议日期还没有确定")
                .says((c, t) -> {
                    String all = Stream.of(MEMBER, INVITED).flatMap(part -> c.matter().organs(part).stream()).filter(o -> !o.equals(c.actor().organ().id()))
                            .map(c.situation()::nameOf).collect(Collectors.joining("、"));
                    t.title("关于召开" + c.matter().title() + "的通知").to(all.isEmpty() ? "各有关单位" : all)
                            .say("定于" + t.value("day") + "召开" + c.matter().title() + "。现将有关事项通知如下：");
                    section(t, "一、时间和地点", t.said("place").map(p -> List.of(t.value("day") + "，" + p)).orElse(List.of(t.value("day") + "，地点另行通知")));
                    List<String> topics = t.lines("agenda").isEmpty() ? t.lines("topics") : t.lines("agenda");
                    section(t, "二、议题", topics.isEmpty() ? List.of("待征集。请于会前将议题报会议办公室。") : numbered(topics));
                    section(t, "三、参加人员", List.of("各成员单位负责人。"));
                    t.say("邀请列席：%s。", Optional.of(String.join("、", t.lines("guests"))).filter(g -> !g.isEmpty()));
                });
    }

    static Paper minutes() {
        return Paper.named("minutes", "会议纪要", Form.MINUTES).numbered("纪").numberInto("minutesNumber").from("minutes", "signed", "tracking", "done").by(OFFICE).needing("minutes", "还没有起草纪要").says((c, t) -> {
            t.head(c.matter().title() + "纪要").title(c.matter().title()).signed()
                    .say(t.value("heldOn") + "，" + t.party(CHAIR) + "召集召开" + c.matter().title() + "。会议情况纪要如下：").say(t.value("minutes"));
            List<String> resolutions = t.lines("resolutions").isEmpty() ? drafted(c) : t.lines("resolutions");
            if (!resolutions.isEmpty()) {
                section(t, "会议议定：", numbered(resolutions));
            }
            t.named("出席", attended(c, false)).named("列席", attended(c, true)).named("缺席", t.lines("absent")).say("签发：%s", t.said("signedBy"));
            c.matter().organs(MEMBER).forEach(o -> t.copied(c.situation().nameOf(o)));
        });
    }

    private static List<String> attended(Case c, boolean invited) {
        return c.matter().field("attended").stream().flatMap(String::lines).filter(o -> c.matter().organs(INVITED).contains(o) == invited).map(c.situation()::nameOf).toList();
    }

    private static List<String> drafted(Case c) {
        return c.situation().lookup().linked(c.matter().id()).stream().filter(r -> r.procedure().equals("resolution")).map((Matter m) -> Resolution.line(c.situation(), m)).toList();
    }

    private static void section(PaperText t, String heading, List<String> lines) {
        t.heading(heading);
        lines.forEach(t::say);
    }

    private static List<String> numbered(List<String> lines) {
        List<String> all = new ArrayList<>();
        lines.forEach(l -> all.add((all.size() + 1) + ". " + l));
        return all;
    }
}
