package cn.xiezhi.procedure;

import cn.xiezhi.policy.Cited;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** 听证: its time and place, as soon as they are known, for the calendars of the matter's organs. Recording it again moves it; nothing else hangs on it. */
final class Hearing {
    static final Field AT = Field.dateTime("hearingAt", "听证时间").must().in(Field.Span.ANY);
    private static final Field PLACE = Field.text("hearingPlace", "听证地点").must();
    static final List<Field> FIELDS = List.of(AT, PLACE);

    private Hearing() {}

    /**
     * @param part who holds the hearing
     * @param barred why there is none in this matter
     * @param rule that speaks of it; empty where none does
     * @param at {@link #AT}, with what there is to say of it
     */
    static List<Action> actions(String part, Function<Case, Optional<Refusal>> barred, Function<Case, Optional<? extends Cited<?>>> rule, Field at, String... from) {
        return List.of(
                Action.named("arrangeHearing", "登记听证").from(from).by(part).aside().barredBy(barred).asks(at, PLACE).citing(rule)
                        .then((c, d) -> d.recordInput(c)),
                Action.named("callOffHearing", "取消听证").from(from).by(part).aside()
                        .barredBy(c -> c.matter().field(AT.id()).isPresent() ? Optional.empty() : Optional.of(Refusal.conflict("no-hearing", "还没有登记听证")))
                        .then((c, d) -> FIELDS.forEach(f -> d.forget(f.id()))));
    }
}
