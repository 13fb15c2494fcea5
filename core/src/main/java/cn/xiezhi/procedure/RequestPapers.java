package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Request.ASKED;
import static cn.xiezhi.procedure.Request.REQUESTER;

import cn.xiezhi.document.Form;

/** The letters by which one organ asks another in writing. */
final class RequestPapers {
    /** Said and not guessed: what is filed with the letter may be the letter itself, signed. */
    private static final Field ANNEXES = Field.lines("annexes", "附件名称").help("每行一件；没有附件的不填");

    private RequestPapers() {}

    /** @param what the letter's kind, e.g. 执法协助函; {@code question} the field that says what is asked */
    static Paper letter(String what, String mark, String question) {
        return Paper.named("letter", what, Form.LETTER).numbered(mark).fills(Request.LETTER).from("requested", "accepted", "onScene").by(REQUESTER).asks(ANNEXES).says((c, t) -> {
            t.title("关于商请" + c.matter().title() + "的函").to(t.party(ASKED));
            t.say("我单位因工作需要，商请你单位就下列事项予以协助：");
            t.say(t.value(question));
            t.say("情况紧急：%s。", t.said("whyUrgent")).say("现场地点：%s。", t.said("scene")).say("专业技术机构：%s。", t.said("institution"))
                    .say("用于办理的案件或者公务：%s。", t.said("purpose")).say("我单位自行收集难以取得的原因：%s。", t.said("whyNotOneself"));
            t.say("请在规定期限内书面答复；不能按期答复或者依法不予协助的，请事先函告并说明理由。");
            t.lines("annexes").forEach(t::attached);
        });
    }
}
