package cn.xiezhi.procedure;

import cn.xiezhi.document.Form;
import cn.xiezhi.policy.Cited;
import cn.xiezhi.policy.Rule;
import java.util.Optional;
import java.util.stream.Collectors;

/** The letter of entrustment, signed by both sides. */
final class EntrustmentPapers {
    private static final Field AUTHORISER = Field.text("entrustedBy", "委托单位法定代表人");
    private static final Field ACCEPTED_BY = Field.text("entrustedTo", "受托单位负责人");

    private EntrustmentPapers() {}

    /** @param name the rule by which the policy names the letter */
    static Paper letter(Rule name) {
        return Paper.named("letter", "行政执法委托书", Form.ORDINARY).called(policy -> policy.rules(Entrustment.PROCEDURE.id()).flatMap(r -> r.text(name)).map(Cited::value).orElse("行政执法委托书")).numbered("委").numberInto("number")
                .from("drafted", "signed", "inForce").by(Entrustment.DEPARTMENT).asks(AUTHORISER, ACCEPTED_BY).says((c, t) -> {
                    String items = t.lines("items").stream().map(code -> c.situation().lookup().item(code).map(n -> n + "（" + code + "）").orElse(code)).collect(Collectors.joining("；"));
                    t.say("委托单位：" + t.party(Entrustment.DEPARTMENT)).say("法定代表人：%s", t.said("entrustedBy"))
                            .say("受托单位：" + t.party(Entrustment.TOWNSHIP)).say("负责人：%s", t.said("entrustedTo"))
                            .heading("一、委托事项").say(items + "。");
                    section(t, "二、委托范围", "scope");
                    section(t, "三、委托权限", "powers");
                    section(t, "四、委托依据", "basis");
                    section(t, "五、委托责任", "responsibility");
                    t.heading("六、委托期限").say("自" + t.value("from") + "起至" + t.value("until") + "止，期满委托自行终止。")
                            .signed(t.party(Entrustment.DEPARTMENT), t.party(Entrustment.TOWNSHIP));
                });
    }

    private static void section(PaperText t, String heading, String field) {
        t.heading(heading).say("%s。", t.said(field).or(() -> Optional.of("按法律、法规、规章和双方约定执行")));
    }
}
