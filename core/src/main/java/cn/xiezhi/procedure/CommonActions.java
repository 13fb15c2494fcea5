package cn.xiezhi.procedure;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.procedure.Field.Option;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every procedure shares: a note, and handing over to a colleague. */
public final class CommonActions {
    private static final Field NOTE = Field.longText("note", "备注");
    private static final Field COLLEAGUE = Field.choice("colleague", "接办人", List.of());
    private static final Field WITHDRAWN = Field.longText("withdrawReason", "撤回理由");
    static final Map<String, Field> VOCABULARY = Stream.of(NOTE, COLLEAGUE,
            Field.text("file", "文件"), Field.text("sha256", "摘要（SHA-256）"), Field.text("size", "大小（字节）"), Field.text("slot", "材料"), Field.text("pages", "页数"),
            Field.text("due", "期限"), Field.text("was", "原期限"), Field.text("calendar", "依据的放假通知"), WITHDRAWN, Field.text("handOverReason", "移交工作的原因"),
            Field.text("recomputeReason", "重新计算的原因"), Field.text("document", "文书"), Field.text("documentNumber", "文号"), Field.text("voidReason", "作废原因"))
            .collect(Collectors.toMap(Field::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    private CommonActions() {}

    /** Taken back by who opened it, while nothing was decided; the procedure has a state {@code withdrawn}. */
    public static Action withdraw(String part, String... from) {
        return Action.named("withdraw", "撤回").from(from).by(part).aside().asks(WITHDRAWN.must())
                .barredBy(c -> c.actor().user().equals(c.matter().openedBy()) || c.actor().is(Role.LEADER) ? Optional.empty()
                        : Optional.of(Refusal.forbidden("not-yours-to-withdraw", "只有登记人或本单位负责人可以撤回")))
                .then((c, d) -> {
                    d.recordInput(c);
                    d.to("withdrawn");
                    d.closeAll(Status.CANCELLED);
                });
    }

    private static List<Option> colleagues(Case c) {
        return c.situation().lookup().people(c.actor().organ().id()).values().stream().filter(o -> !o.user().equals(c.actor().user()))
                .map(o -> new Option(o.user(), o.name())).toList();
    }

    static List<Action> of(String[] openStates, String[] parts) {
        return List.of(
                Action.named("note", "添加备注").from(openStates).by(parts).aside().asks(NOTE.must()),
                Action.named("assign", "转交同事").from(openStates).by(parts).aside()
                        .asks(c -> List.of(COLLEAGUE.must().options(colleagues(c))))
                        .then((c, d) -> d.assign(c.in("colleague").orElseThrow())));
    }
}
