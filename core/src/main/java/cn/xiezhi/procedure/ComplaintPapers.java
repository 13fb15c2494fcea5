package cn.xiezhi.procedure;

import static cn.xiezhi.procedure.Complaint.HANDLER;
import static cn.xiezhi.procedure.Complaint.RECEIVER;

import cn.xiezhi.document.Form;
import cn.xiezhi.time.Zone;

/** The answer to who complained. It names that person, so only who received and who handles the complaint see it. */
final class ComplaintPapers {
    private static final Field TEXT = Field.longText("replyText", "答复内容").must().onlyFor(RECEIVER, HANDLER);

    private ComplaintPapers() {}

    static Paper reply() {
        return Paper.named("reply", "投诉举报答复函", Form.LETTER).numbered("复").from("nothingFound", "decided", "passedOn", "closed", "turnedAway").by(RECEIVER, HANDLER)
                .onlyFor(RECEIVER, HANDLER).asks(TEXT)
                .says((c, t) -> t.title("关于“" + t.said("subject").orElse(c.matter().title()) + "”的答复").to(t.said("complainant").orElse("投诉举报人"))
                        .say("你于" + t.said("receivedAt").orElse(PaperText.day(Zone.day(c.matter().openedAt()))) + "反映的事项，我单位已依法办理。现答复如下：")
                        .say(t.value("replyText")).say("感谢你对行政执法工作的监督和支持。"));
    }
}
