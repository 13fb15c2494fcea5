package cn.xiezhi.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.DutyRule;
import cn.xiezhi.policy.LimitRule;
import cn.xiezhi.policy.ProcedureRules;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Limit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private final House house = new House();
    private final Officer town = house.person("town-1", "town甲", "town");
    private final Officer bureau = house.person("bureau-1", "李四", "bureau");

    RecordsTest() {
        house.rules("records", new ProcedureRules("测试办法 调阅", Map.of("secrecy", House.rule("保密"), "cannotObtain", House.rule("难以取得")), Map.of(), Map.of()));
        house.duty(new DutyRule(Duty.RECORDS_PROVIDE, Map.of(Variant.NORMAL, new LimitRule(Limit.promptly(), Optional.empty(), "测试办法 及时")), Optional.empty(),
                Optional.empty(), Optional.empty()));
    }

    private Outcome open(String... more) {
        Map<String, String> input = House.input("askedOrgan", "bureau", "subject", "核对许可", "wanted", "取水许可证\n年检记录", "purpose", "私自取水案", "whyNotOneself",
                "存于局档案室", "undertaking", "true");
        input.putAll(House.input(more));
        return house.open(town, Records.PROCEDURE, Optional.empty(), input);
    }

    private String opened() {
        return assertInstanceOf(Decision.class, open()).changes().get(0).after().id();
    }

    @Test
    void withoutUndertakingSecrecy_nothingIsAskedFor() {
        Refusal refusal = assertInstanceOf(Refusal.class, open("undertaking", "false"));
        assertEquals("secrecy-not-undertaken", refusal.code());
        assertEquals(Optional.of("测试办法 保密"), refusal.citation());
        assertEquals("whyNotOneself", assertInstanceOf(Refusal.class, open("whyNotOneself", " ")).errors().get(0).field());
    }

    @Test
    void inspectedOnTheSpot_namesWhoInspected_andTheListGoesFromHandToHand() {
        String id = opened();
        assertEquals("true", house.ledger(id).get(0).details().get("undertaking"));
        house.act(bureau, id, "accept");
        Refusal nobody = assertInstanceOf(Refusal.class, house.act(bureau, id, "answer", "manner", "inspected", "given", "取水许可证 2页"));
        assertEquals("visitors", nobody.errors().get(0).field());
        house.act(bureau, id, "answer", "manner", "inspected", "given", "取水许可证 2页", "visitors", "town甲");
        assertEquals(Status.MET, house.matter(id).obligations().get(0).status());
        house.act(town, id, "confirm", "checked", "一致");
        assertTrue(house.matter(id).field("custody").orElseThrow().startsWith("取水许可证 2页；移交：bureau 李四"));
    }

    @Test
    void copies_areListedWithTheirHash() {
        String id = opened();
        house.attach(bureau, id, "evidence", Optional.of(2));
        house.act(bureau, id, "answer", "manner", "copied", "given", "取水许可证复制件");
        assertEquals(2, house.matter(id).field("handedOver").orElseThrow().lines().count());
        assertTrue(house.matter(id).field("handedOver").orElseThrow().contains("SHA-256 00"));
    }

    @Test
    void aRefusal_citesTheProcedureWhereTheDocumentSaysNoMore() {
        String id = opened();
        house.act(bureau, id, "refuse", "refusalLaw", "档案法 第二十八条", "refusalReason", "尚未开放");
        assertEquals(Status.REFUSED, house.matter(id).obligations().get(0).status());
        assertEquals(Optional.of("测试办法 调阅"), house.ledger(id).get(1).citation());
    }
}
