package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Transfer.RECEIVER;
import static cn.xiezhi.procedure.Transfer.SENDER;

import cn.xiezhi.document.Form;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Material;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The documents of a transfer: the letter under the county's own name for it, the list handed over with it, the receipt, the list of goods; the clue's letter. */
final class TransferPapers {
    /** The material that the letter is, in every county. */
    static final String LETTER = "letter";
    private static final String[] RUNNING = {"discovered", "sent", "accepted", "filed", "decided", "notified", "returned"};
    private static final Field GOODS = Field.lines("goodsLines", "涉案物品").must().help("每行一件：名称，规格型号，数量，备注（用逗号隔开）");
    private static final Field SERVED = Field.text("servedPapers", "送达的文书名称和文号").must();
    private static final Field PLACE = Field.text("servedAt", "送达地点");

    /** The papers of a case; {@link #clue()} those of a clue. */
    static Paper[] cases() {
        return new Paper[] {
            letter("letter", "移送函", "移").called(TransferPapers::name).fills(LETTER).says(TransferPapers::caseLetter),
            Paper.named("handOverList", "案件移送材料交接单", Form.ORDINARY).from(RUNNING).by(SENDER, RECEIVER)
                    .barredBy(Papers::nothingEnclosed)
                    .says(TransferPapers::handOverList),
            Paper.named("receipt", "送达回证", Form.ORDINARY).called(policy -> policy.transfer().receipt().map(Cited::value).orElse("送达回证"))
                    .from("sent", "accepted", "filed", "decided", "notified").by(SENDER).asks(SERVED, PLACE).says(TransferPapers::receipt),
            goods(SENDER, RUNNING).barredBy(c -> c.matter().field("goods").filter("true"::equals).isPresent() ? Optional.empty()
                    : Optional.of(Refusal.conflict("nothing-to-say", "本案没有登记涉案物品")))
        };
    }

    static Paper[] clue() {
        return new Paper[] {letter("letter", "违法线索移送函", "线").says(TransferPapers::clueLetter)};
    }

    /** A list of goods for signature, of whichever procedure. */
    static Paper goods(String part, String... from) {
        return Paper.named("goodsList", "涉案物品清单", Form.ORDINARY).from(from).by(part).asks(GOODS)
                .says((c, t) -> goods(t, c.lines("goodsLines")).form(List.of(List.of("制作单位", c.actor().organ().name()), List.of("经办人（签名）", ""), List.of("接收人（签名）", ""))).signed());
    }

    private static PaperText goods(PaperText t, List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        lines.forEach(l -> {
            String[] cells = l.split("[，,\t]", 4);
            rows.add(Stream.concat(Stream.of(Integer.toString(rows.size() + 1)), Stream.iterate(0, i -> i < 4, i -> i + 1).map(i -> i < cells.length ? cells[i].strip() : "")).toList());
        });
        return t.table(List.of("序号", "名称", "规格型号", "数量", "备注"), rows, 3, 12, 9, 5, 7);
    }

    private static Paper letter(String id, String name, String mark) {
        return Paper.named(id, name, Form.LETTER).numbered(mark).from("discovered", "sent", "accepted").by(SENDER);
    }

    /** The county's own word for the letter: 移送函 or 移交函. */
    private static String name(Policy policy) {
        return policy.transfer().materials().stream().filter(m -> m.id().equals(LETTER)).findFirst().map(Material::name).orElse("移送函");
    }

    private static void caseLetter(Case c, PaperText t) {
        t.title("关于" + theCase(c.matter().title()) + "的" + name(c.policy())).to(t.party(RECEIVER))
                .say("我单位于" + t.value("discoveredAt") + "发现以下违法行为属你单位管辖：" + String.join("；", t.lines("cases")) + "。")
                .say("涉及执法事项：%s。", t.said("item"))
                .say("现已查明的基本事实：%s。", t.said("facts"));
        common(c, t);
        t.say("本单位移送所依据的规定：%s。", t.said("lawCited")).say("先行处置物品所留证据和款项：%s。", t.said("proceeds"))
                .say("现将该案及有关材料" + name(c.policy()).replaceFirst("函$", "") + "你单位，请依法处理，并将受理情况和处理结果函告我单位。")
                .say("案件联系人：%s。", t.said("contact"));
        attach(c, t);
    }

    /** 甲案, 甲案件, 甲等2起案件; anything else gets its 案. */
    private static String theCase(String title) {
        return title.matches("(?s).*案件?") ? title : title.matches("(?s).*等 \\d+ 件") ? title.replaceFirst("等 (\\d+) 件$", "等$1起案件") : title + "案";
    }

    private static void clueLetter(Case c, PaperText t) {
        t.title("关于移送“" + c.matter().title() + "”线索的函").to(t.party(RECEIVER))
                .say("我单位于" + t.value("discoveredAt") + "在工作中发现以下违法线索属你单位管辖：" + String.join("；", t.lines("cases")) + "。")
                .say("线索的基本情况：%s。", t.said("facts"));
        common(c, t);
        t.say("现将该线索移送你单位，请依法核查，并将处理结果函告我单位。");
        attach(c, t);
    }

    /** What goes along with the letter, by its materials: not the letter itself, once it is signed and filed. */
    private static void attach(Case c, PaperText t) {
        c.matter().attachments().stream().filter(a -> !a.slot().equals(LETTER)).map(a -> Papers.named(c, a)).distinct().forEach(t::attached);
    }

    private static void common(Case c, PaperText t) {
        if (c.matter().field("ongoing").filter("true"::equals).isPresent()) {
            t.say("该违法行为正在进行，我单位已采取的制止措施：%s。", t.said("stopped")).say("告知你单位的时间和方式：%s。", t.said("told"));
        }
    }

    private static void handOverList(Case c, PaperText t) {
        t.say("案件：" + c.matter().title())
                .table(List.of("序号", "材料名称", "页数", "备注"), Papers.files(c), 3, 22, 4, 6)
                .form(List.of(List.of("移交单位（盖章）", t.party(SENDER)), List.of("移交人（签名）", t.value("handOverSender")),
                        List.of("接收单位（盖章）", t.party(RECEIVER)), List.of("接收人（签名）", t.value("handOverReceiver")), List.of("交接日期", "")))
                .signed();
    }

    private static void receipt(Case c, PaperText t) {
        t.form(List.of(List.of("送达单位（盖章）", t.party(SENDER)), List.of("受送达单位", t.party(RECEIVER)), List.of("案件", c.matter().title()),
                List.of("送达文书", t.value("servedPapers")), List.of("送达地点", t.value("servedAt")), List.of("签收人（签章）", t.value("receipt")),
                List.of("签收时间", ""), List.of("送达人（签名）", ""), List.of("备注", ""))).signed();
    }

    private TransferPapers() {}
}
