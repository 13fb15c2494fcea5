package cn.xiezhi.procedure;

import cn.xiezhi.document.Form;
import cn.xiezhi.policy.Rule;

/** The supervisor's notice and decision. */
final class SupervisionPapers {
    private static final String[] NOTICED = {"noticed", "reported", "deciding", "decided", "closed"};

    private SupervisionPapers() {}

    static Paper notice() {
        return Paper.named("notice", "行政执法监督通知书", Form.ORDINARY).numbered("监通").numberInto("noticeNumber").from(NOTICED).by(Supervision.SUPERVISOR).needing("faults", "还没有登记通知书的内容")
                .says((c, t) -> t.to(t.party("supervised"))
                        .say("我单位在行政执法监督中发现，你单位在“" + t.value("subject") + "”方面存在以下违法或者不当之处：").say(t.value("faults"))
                        .say("现要求：").say(t.value("demands"))
                        .say("请于%s前处理，并将处理情况书面报告我单位。", t.said("until")));
    }

    /** @param ladder the kinds of decision that the policy has */
    static Paper decision(Rule ladder) {
        return Paper.named("decision", "行政执法监督决定书", Form.ORDINARY).numbered("监决").numberInto("decisionNumber").from("decided", "closed").by(Supervision.SUPERVISOR).needing("decision", "还没有作出监督决定")
                .says((c, t) -> t.to(t.party("supervised"))
                        .say("我单位对你单位“" + t.value("subject") + "”实施行政执法监督，已书面通知你单位处理。期满未处理或者处理不到位，现作出监督决定。")
                        .heading("一、事实、理由和依据").say(t.value("reasons"))
                        .heading("二、决定").say(c.rules().list(ladder).stream().filter(e -> e.id().equals(t.value("decision"))).map(e -> e.name()).findFirst().orElse(t.value("decision")) + "。")
                        .say("履行的最后一日：%s。", t.said("performUntil")).say("请按照本决定执行，并将执行情况书面报告我单位。"));
    }
}
