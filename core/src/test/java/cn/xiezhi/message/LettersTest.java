package cn.xiezhi.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.message.Letter.Line;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Lookup;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What leaves the product says who owes what until when under which section, and nothing that has to stay inside. */
class LettersTest {
    private static final Instant DUE = Zone.endOf(LocalDate.of(2025, 10, 10));
    private static final Instant THU_2025_10_09 = Instant.parse("2025-10-09T02:00:00Z");

    private final House house = new House();
    private final Officer zhang = new Officer("zhang", "张", house.organs.get("bureau"), Set.of(Role.OFFICER));
    private final Officer elsewhere = new Officer("wang", "王", house.organs.get("third"), Set.of(Role.OFFICER));

    private Situation at(Instant now) {
        return new Situation(Procedures.own(), house.policy, House.calendar2025(), house.organs, Lookup.NONE, now, () -> "id");
    }

    private static Obligation owed() {
        return new Obligation("m1-1", Duty.TRANSFER_ACKNOWLEDGE, Variant.NORMAL, "bureau", House.TUE_2025_09_30_10H, Limit.workingDays(3), Optional.of(LocalDate.of(2025, 10, 10)),
                Optional.of(DUE), false, Obligation.Status.OPEN, Optional.empty(), "1", "测试办法 第七条");
    }

    private static Matter matter(String procedure, Obligation owed) {
        return new Matter("test", "m1", procedure, "李某𠮷占道经营", "sent", true, 1, Map.of("sender", Set.of("town"), "receiver", Set.of("bureau"), "handler", Set.of("bureau")),
                Set.of("bureau"), Map.of(), List.of(), List.of(owed), Optional.empty(), Optional.empty(), "x", House.TUE_2025_09_30_10H, House.TUE_2025_09_30_10H, "1", 0,
                Ledger.BEGINNING, Optional.empty());
    }

    private static Notice notice(Kind kind) {
        return new Notice("test", "m1-1", kind, DUE, Address.organ("bureau"), Optional.of("m1"), THU_2025_10_09, "text with 李某𠮷", false);
    }

    private Optional<Line> line(Kind kind, Matter matter, Optional<Officer> reader, Instant now) {
        return Letters.line(at(now), notice(kind), Optional.of(matter), reader);
    }

    @Test
    void whoOwesWhatUntilWhenUnderWhichSection() {
        assertEquals(Optional.of(new Line("【即将到期】bureau应办理“反馈受理情况”，将于10月10日 24:00到期，依据测试办法 第七条。案件移送 m1：李某𠮷占道经营", Optional.of("/matters/m1"))),
                line(Kind.YELLOW, matter("transfer", owed()), Optional.of(zhang), THU_2025_10_09));
        assertEquals("【已逾期】bureau应办理“反馈受理情况”，已于10月10日 24:00到期，依据测试办法 第七条。案件移送 m1：李某𠮷占道经营",
                line(Kind.RED, matter("transfer", owed()), Optional.of(zhang), DUE).orElseThrow().text());
    }

    @Test
    void whoDoesNotSeeTheMatter_andAGroup_areToldItsNumberOnly() {
        Line stranger = line(Kind.MEETING, matter("transfer", owed()), Optional.of(elsewhere), DUE).orElseThrow();
        assertEquals("【逾期，报联席会议】bureau应办理“反馈受理情况”，已于10月10日 24:00到期，依据测试办法 第七条。案件移送 m1", stranger.text());
        assertEquals(Optional.empty(), stranger.path());
        Line group = line(Kind.YELLOW, matter("transfer", owed()), Optional.empty(), THU_2025_10_09).orElseThrow();
        assertEquals("【即将到期】bureau应办理“反馈受理情况”，将于10月10日 24:00到期，依据测试办法 第七条。案件移送 m1", group.text());
        assertEquals(Optional.of("/matters/m1"), group.path());
    }

    @Test
    void aComplaintsTitle_staysInside_evenForItsHandler() {
        assertEquals("【即将到期】bureau应办理“反馈受理情况”，将于10月10日 24:00到期，依据测试办法 第七条。投诉举报 m1",
                line(Kind.YELLOW, matter("complaint", owed()), Optional.of(zhang), THU_2025_10_09).orElseThrow().text());
    }

    @Test
    void whatWasDoneOrMovedMeanwhile_isNoNewsAnyMore() {
        assertEquals(Optional.empty(), line(Kind.YELLOW, matter("transfer", owed().closed(Obligation.Status.MET, THU_2025_10_09)), Optional.of(zhang), THU_2025_10_09));
        Notice before = new Notice("test", "m1-1", Kind.YELLOW, DUE.minusSeconds(1), Address.organ("bureau"), Optional.of("m1"), THU_2025_10_09, "", false);
        assertEquals(Optional.empty(), Letters.line(at(THU_2025_10_09), before, Optional.of(matter("transfer", owed())), Optional.of(zhang)), "extended");
        assertEquals(Optional.empty(), Letters.line(at(THU_2025_10_09), notice(Kind.YELLOW), Optional.empty(), Optional.of(zhang)), "no such matter");
    }

    @Test
    void aCertificate_isSaidToAPerson_neverToAGroup() {
        Notice own = new Notice("test", "certificate.zhang", Kind.EXPIRY, DUE, Address.user("zhang"), Optional.empty(), THU_2025_10_09, "您的行政执法证将于10月10日 24:00到期，请办理换证", false);
        assertEquals("【有效期提醒】您的行政执法证将于10月10日 24:00到期，请办理换证", Letters.line(at(THU_2025_10_09), own, Optional.empty(), Optional.of(zhang)).orElseThrow().text());
        assertEquals(Optional.empty(), Letters.line(at(THU_2025_10_09), own, Optional.empty(), Optional.empty()));
    }

    @Test
    void theSameMessages_makeTheSameLetter() {
        List<Line> lines = List.of(new Line("x", Optional.empty()));
        Letter letter = Letters.of("某县", "@zhang", List.of(notice(Kind.RED)), lines);
        assertEquals("某县 已逾期：1 项办理时限", letter.subject());
        assertEquals(letter.id(), Letters.of("某县", "@zhang", List.of(notice(Kind.RED)), lines).id());
        assertNotEquals(letter.id(), Letters.of("某县", "@li", List.of(notice(Kind.RED)), lines).id());
        assertEquals("某县 办理时限提醒：2 项", Letters.of("某县", "@zhang", List.of(notice(Kind.RED), notice(Kind.YELLOW)), List.of(lines.get(0), lines.get(0))).subject());
    }
}
