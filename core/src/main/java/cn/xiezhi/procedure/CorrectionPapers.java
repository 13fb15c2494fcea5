package cn.xiezhi.procedure;

import cn.xiezhi.document.Form;

/** 纠正意见 in writing, with its copy to the justice bureau. */
final class CorrectionPapers {
    private CorrectionPapers() {}

    static Paper opinion() {
        return Paper.named("opinion", "行政执法纠正意见书", Form.ORDINARY).numbered("纠").numberInto("number").from("issued", "corrected", "objected", "closed").by("department").says((c, t) -> {
            t.to(t.party("township"))
                    .say("我单位在工作中发现，你单位“" + t.value("subject") + "”的执法行为存在以下问题：").say(t.value("errors"))
                    .say("现提出如下纠正意见：").say(t.value("opinion"))
                    .say("请及时改正，并将改正情况书面告知我单位；对本意见有异议的，请书面提出并说明理由。");
            c.matter().organs("copied").forEach(o -> t.copied(c.situation().nameOf(o)));
        });
    }
}
