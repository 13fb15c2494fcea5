package cn.xiezhi.procedure;

import cn.xiezhi.procedure.Field.Option;
import java.util.List;

/** What every procedure shares: a note, and handing over to a colleague. */
final class CommonActions {
    private static final Field NOTE = Field.longText("note", "备注");
    private static final Field COLLEAGUE = Field.choice("colleague", "接办人", List.of());
    static final List<Field> FIELDS = List.of(NOTE, COLLEAGUE,
            Field.text("file", "文件"), Field.text("sha256", "摘要（SHA-256）"), Field.text("size", "大小（字节）"), Field.text("slot", "材料"), Field.text("pages", "页数"),
            Field.text("due", "期限"), Field.text("was", "原期限"));

    private CommonActions() {}

    static List<Action> of(String[] openStates, String[] parts) {
        return List.of(
                Action.named("note", "添加备注").from(openStates).by(parts).aside().asks(NOTE.must()),
                Action.named("assign", "转交同事").from(openStates).by(parts).aside()
                        .asks(c -> List.of(COLLEAGUE.must().options(c.situation().colleagues().get().entrySet().stream()
                                .map(e -> new Option(e.getKey(), e.getValue())).toList())))
                        .then((c, d) -> d.assign(c.in("colleague").orElseThrow())));
    }
}
