package cn.xiezhi.message;

import cn.xiezhi.clock.Notice;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.message.Letter.Line;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a letter says: who owes what until when under which section. Pure. Outside the product nothing protects it, so it says less than
 * the notice: the title only to somebody who sees the matter, and never where the procedure keeps anything from anybody.
 */
public final class Letters {
    private Letters() {}

    /** @param reader whom the letter is for; empty for a group, which is told of no title and no person */
    public static Optional<Line> line(Situation s, Notice notice, Optional<Matter> matter, Optional<Officer> reader) {
        if (matter.isEmpty()) {
            return notice.matter().isPresent() || reader.isEmpty() ? Optional.empty() : Optional.of(new Line(kind(notice) + notice.text(), Optional.empty()));
        }
        Matter m = matter.get();
        Optional<Obligation> owed = m.obligations().stream().filter(o -> o.id().equals(notice.subject())).findFirst();
        boolean over = owed.map(o -> !o.open() || !o.dueAtExclusive().equals(Optional.of(notice.due()))).orElse(!m.open());
        if (over) {
            return Optional.empty();
        }
        String end = Zone.endText(notice.due(), s.now());
        String what = owed.map(o -> s.nameOf(o.owedBy()) + "应办理“" + s.procedures().text(o.duty()) + "”，" + (o.overdue(s.now()) ? "已于" : "将于") + end + "到期，依据" + o.citation())
                .orElse("该事项" + (s.now().isBefore(notice.due()) ? "将于" : "已于") + end + "到期，需要继续的请及时办理");
        boolean opens = reader.filter(r -> Decisions.maySee(s.procedures(), r, m)).isPresent();
        String title = opens && tellsAll(s.procedures().all().get(m.procedure())) ? "：" + m.title() : "";
        return Optional.of(new Line(kind(notice) + what + "。" + s.procedures().name(m.procedure()) + " " + m.id() + title,
                opens || reader.isEmpty() ? Optional.of("/matters/" + m.id()) : Optional.empty()));
    }

    private static String kind(Notice notice) {
        return "【" + notice.kind().text() + "】";
    }

    /** A procedure that is not known here may keep anything. */
    private static boolean tellsAll(Procedure p) {
        return p != null && p.sealed().isEmpty() && p.vocabulary().values().stream().allMatch(f -> f.onlyFor().isEmpty());
    }

    /** The same messages make the same letter: whoever gets it twice after a breakdown can tell. */
    public static Letter of(String jurisdictionName, String recipient, List<Notice> notices, List<Line> lines) {
        String all = recipient + String.join("\n", notices.stream().map(n -> n.jurisdiction() + n.id()).sorted().toList());
        String subject = lines.size() == 1 ? notices.get(0).kind().text() + "：1 项办理时限" : "办理时限提醒：" + lines.size() + " 项";
        return new Letter(Hashes.sha256(all).substring(0, 32), jurisdictionName + " " + subject, lines);
    }

    static Letter code(String id, String jurisdictionName, String code, Duration valid) {
        return plain(id, jurisdictionName + " 邮箱验证码",
                "验证码：" + code + "，" + valid.toMinutes() + " 分钟内有效。请在平台的“提醒设置”中填写，以后办理时限的提醒将发到这个邮箱。", "如果不是您本人操作，不必理会这封邮件。");
    }

    static Letter test(String id, String jurisdictionName) {
        return plain(id, jurisdictionName + " 测试消息", "这是一条测试消息：收到它，说明提醒可以发到这里。");
    }

    private static Letter plain(String id, String subject, String... lines) {
        return new Letter(id, subject, List.of(lines).stream().map(l -> new Line(l, Optional.empty())).toList());
    }
}
