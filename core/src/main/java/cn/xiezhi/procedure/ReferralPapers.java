package cn.xiezhi.procedure;

import cn.xiezhi.document.Form;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Organ.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The letter by which a suspected crime goes to the police, the list of what goes with it, and the list of goods. */
final class ReferralPapers {
    private static final String[] DECIDED = {"toDeliver", "delivered", "received"};

    private ReferralPapers() {}

    static Paper[] all() {
        return new Paper[] {
            Paper.named("letter", "涉嫌犯罪案件移送书", Form.ORDINARY).numbered("刑移").fills(TransferPapers.LETTER).from(DECIDED).by(Referral.ORGAN).says(ReferralPapers::letter),
            Paper.named("list", "涉嫌犯罪案件移送材料清单", Form.ORDINARY).from(DECIDED).by(Referral.ORGAN).barredBy(Papers::nothingEnclosed).says(ReferralPapers::list),
            TransferPapers.goods(Referral.ORGAN, DECIDED).barredBy(c -> c.matter().field("goods").filter("true"::equals).isPresent() ? Optional.empty()
                    : Optional.of(Refusal.conflict("nothing-to-say", "本案没有登记涉案物品")))
        };
    }

    private static void letter(Case c, PaperText t) {
        t.to(police(c, t)).say(t.value("suspect") + "涉嫌" + t.value("crime") + "一案，经我单位调查，认为已涉嫌犯罪。主要案情和证据：").say(t.value("facts"))
                .say("涉案金额：%s元。", t.said("amount")).say("核实案情的执法人员：%s。", t.said("officers").map(v -> v.replace("\n", "、")))
                .say("移送前已作出的行政处罚：%s。", t.said("imposed").map(v -> names(c, t)))
                .say("移送前已缴纳罚款：%s元。", t.said("fineAmount"))
                .say("根据行政执法机关移送涉嫌犯罪案件的有关规定，现将该案移送你单位，请依法审查，并将是否立案的决定书面告知我单位。");
        c.rules().list(ReferralForm.PAPERS).stream().filter(p -> !p.id().equals(TransferPapers.LETTER) && c.matter().attachments().stream().anyMatch(a -> a.slot().equals(p.id()))).forEach(p -> t.attached(p.name()));
        if (c.rules().has(ReferralForm.COPY)) {
            c.situation().organOf(Kind.PROCURATORATE).ifPresent(o -> t.copied(o.name()));
        }
    }

    private static void list(Case c, PaperText t) {
        List<List<String>> rows = new ArrayList<>();
        Papers.enclosed(c).forEach(a -> rows.add(List.of(Integer.toString(rows.size() + 1),
                c.rules().list(ReferralForm.PAPERS).stream().filter(p -> p.id().equals(a.slot())).map(p -> p.name()).findFirst().orElse("其他"),
                a.name(), a.pages().map(p -> Integer.toString(p)).orElse(""))));
        t.say("案件：" + c.matter().title()).table(List.of("序号", "材料", "文件名称", "页数"), rows, 3, 12, 16, 4)
                .form(List.of(List.of("移送单位（盖章）", t.party(Referral.ORGAN)), List.of("移送人（签名）", ""), List.of("接收单位（盖章）", police(c, t)), List.of("接收人（签名）", ""),
                        List.of("交接日期", ""))).signed();
    }

    /** Before it is delivered the police hold no part yet. */
    private static String police(Case c, PaperText t) {
        return t.said("police").or(() -> c.situation().organOf(Kind.POLICE).map(o -> o.name())).orElse("公安机关");
    }

    private static String names(Case c, PaperText t) {
        return String.join("、", t.lines("imposed").stream().map(id -> c.rules().list(ReferralForm.IMPOSED).stream().filter(e -> e.id().equals(id)).map(e -> e.name()).findFirst().orElse(id)).toList());
    }
}
