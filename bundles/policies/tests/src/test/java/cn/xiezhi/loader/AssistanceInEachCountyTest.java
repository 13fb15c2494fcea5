package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.procedure.Assistance;
import cn.xiezhi.procedure.Consultation;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Records;
import cn.xiezhi.registry.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The township asks the bureau for help, an opinion, or papers, under each county's own rules; on Tue 30 Sep 2025, before National Day. */
class AssistanceInEachCountyTest {
    private final Map<String, String> help = House.input("askedOrgan", "bureau", "subject", "砂石方量认定", "question", "砂石方量");
    private final Map<String, String> papers = House.input("askedOrgan", "bureau", "subject", "核对许可", "wanted", "取水许可证", "purpose", "私自取水案");

    private static House house(String county) {
        House house = County.named(county).house();
        house.person("bureau-1", "李四", "bureau");
        house.person("town-1", "张三", "town");
        return house;
    }

    private static Outcome open(House house, Procedure procedure, Map<String, String> input, String... more) {
        input.putAll(House.input(more));
        return house.open(house.officer("town"), procedure, Optional.empty(), input);
    }

    private static String id(Outcome outcome) {
        return assertInstanceOf(Decision.class, outcome).changes().get(0).after().id();
    }

    private static Refusal refused(String code, Outcome outcome) {
        Refusal refusal = assertInstanceOf(Refusal.class, outcome);
        assertEquals(code, refusal.code());
        return refusal;
    }

    private static Obligation owed(House house, String id) {
        return house.matter(id).obligations().get(0);
    }

    @Shows(procedure = "assistance", duties = {"assist.reply"}, counties = {"shanxi-district", "ningwu", "shanting", "jinjiang"})
    @ParameterizedTest
    @CsvSource({"shanxi-district,2025-10-14", "ningwu,2025-10-11", "shanting,2025-10-09", "jinjiang,2025-10-14"})
    void theReply_isDueByTheCountysOwnCount_andItsPapersAreHandedOver(String county, LocalDate lastDay) {
        House house = house(county);
        Officer bureau = house.officer("bureau");
        String id = id(open(house, Assistance.PROCEDURE, help, "urgency", "normal"));
        assertEquals(Optional.of(lastDay), owed(house, id).lastDay());
        assertEquals("bureau", owed(house, id).owedBy());
        assertEquals("material:opinion", refused("invalid-fields", house.act(bureau, id, "answer", "opinion", "见附件")).errors().get(0).field());
        house.act(bureau, id, "accept");
        house.attach(bureau, id, "opinion", Optional.of(2));
        house.act(bureau, id, "answer", "opinion", "认定 120 立方米");
        house.act(house.officer("town"), id, "confirm", "checked", "一致");
        assertEquals(Status.MET, owed(house, id).status());
        assertTrue(house.matter(id).field("custody").orElseThrow().contains("SHA-256"));
        assertTrue(Ledger.intact(house.matter(id), house.ledger(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shanxi-district", "ningwu", "shanting", "jinjiang"})
    void urgent_officersGoPromptly_andTheReplyIsExtendedOnlyWithNotice(String county) {
        House house = house(county);
        Officer bureau = house.officer("bureau");
        String urgent = id(open(house, Assistance.PROCEDURE, help, "urgency", "urgent", "whyUrgent", "大雨将至", "scene", "河滩"));
        assertEquals(Optional.empty(), owed(house, urgent).lastDay());
        refused("scene-first", house.act(bureau, urgent, "answer", "opinion", "x"));
        assertInstanceOf(Decision.class, house.act(bureau, urgent, "dispatch", "sceneOfficers", "bureau-1", "sceneAt", "2025-09-30T10:00:00+08:00", "sceneFound", "已取样"));
        assertEquals(Status.MET, owed(house, urgent).status());

        String normal = id(open(house, Assistance.PROCEDURE, House.input("askedOrgan", "bureau", "subject", "鉴定", "question", "成分"), "urgency", "normal"));
        refused("invalid-fields", house.act(bureau, normal, "extend", "extensionReason", "需检测", "extendedTo", "2026-06-30"));
        assertInstanceOf(Decision.class, house.act(bureau, normal, "extend", "extensionReason", "需检测", "extensionNotice", "已函告", "extendedTo", "2026-06-30"));
        assertEquals(Optional.of(LocalDate.of(2026, 6, 30)), owed(house, normal).lastDay(), "the documents name no bound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shanxi-district", "ningwu", "shanting", "jinjiang"})
    void aRefusalWithoutAnArticle_isNotAccepted_andOneByWordOfMouthIsRecorded(String county) {
        House house = house(county);
        String id = id(open(house, Assistance.PROCEDURE, help, "urgency", "normal"));
        Refusal refusal = refused("invalid-fields", house.act(house.officer("bureau"), id, "refuse", "refusalLaw", "人手不够", "refusalReason", "忙"));
        assertTrue(refusal.errors().get(0).citation().isPresent());
        house.act(house.officer("town"), id, "declined", "refusedHow", "电话拒绝");
        assertEquals(Status.REFUSED, owed(house, id).status());
    }

    /** Its document speaks of the duty to assist where it speaks of who answers for not doing so; it has no number. */
    @Test
    void hualong_hasTheRequestButNoLimit() {
        House house = house("hualong");
        String id = id(open(house, Assistance.PROCEDURE, help));
        assertEquals(List.of(), house.matter(id).obligations());
        refused("no-extension", house.act(house.officer("bureau"), id, "extend"));
        assertInstanceOf(Decision.class, house.act(house.officer("bureau"), id, "answer", "opinion", "认定 120 立方米"));
    }

    @ParameterizedTest
    @CsvSource({"shanxi-district,false", "ningwu,false", "shanting,true", "jinjiang,true", "hualong,false"})
    void aTechnicalInstitution_canBeNamedWhereTheDocumentHasIt(String county, boolean has) {
        if (!county.equals("hualong")) {
            help.put("urgency", "normal");
        }
        assertEquals(has, open(house(county), Assistance.PROCEDURE, help, "institution", "某司法鉴定中心") instanceof Decision);
    }

    @Shows(procedure = "consultation", duties = {"consult.reply"}, counties = {"shanting"})
    @Test
    void consultation_isShantings_fiveDaysAndAFurtherTen() {
        House house = house("shanting");
        Officer bureau = house.officer("bureau");
        String id = id(open(house, Consultation.PROCEDURE, help));
        // 5 Oct is in the holidays, which end on the 8th; ten days further is Sunday the 19th.
        assertEquals(Optional.of(LocalDate.of(2025, 10, 9)), owed(house, id).lastDay());
        house.act(bureau, id, "extend", "extensionReason", "情况复杂");
        assertEquals(Optional.of(LocalDate.of(2025, 10, 20)), owed(house, id).lastDay());
        refused("already-extended", house.act(bureau, id, "extend", "extensionReason", "情况复杂"));
        for (String other : List.of("shanxi-district", "ningwu", "jinjiang", "hualong")) {
            refused("not-in-this-jurisdiction", open(house(other), Consultation.PROCEDURE, help));
        }
    }

    @Shows(procedure = "records", duties = {"records.provide"}, counties = {"shanxi-district", "ningwu", "shanting", "jinjiang"})
    @ParameterizedTest
    @CsvSource({"shanxi-district,false,false", "ningwu,false,false", "shanting,true,false", "jinjiang,true,true"})
    void papers_areOwedPromptly_underTheConditionsOfTheDocument(String county, boolean secrecy, boolean cannotObtain) {
        House house = house(county);
        assertEquals(secrecy, open(house, Records.PROCEDURE, papers, cannotObtain ? new String[] {"whyNotOneself", "存于局档案室"} : new String[0]) instanceof Refusal);
        if (secrecy) {
            papers.put("undertaking", "true");
        }
        if (cannotObtain) {
            papers.remove("whyNotOneself");
            assertEquals("whyNotOneself", refused("invalid-fields", open(house, Records.PROCEDURE, papers)).errors().get(0).field());
            papers.put("whyNotOneself", "存于局档案室");
        }
        String id = id(open(house, Records.PROCEDURE, papers));
        assertEquals(Optional.empty(), owed(house, id).lastDay());
        assertFalse(owed(house, id).citation().isBlank());
        house.act(house.officer("bureau"), id, "answer", "manner", "copied", "given", "取水许可证 2页");
        assertEquals(Status.MET, owed(house, id).status());
    }

    @Test
    void hualong_hasNoRecordsRequest() {
        refused("not-in-this-jurisdiction", open(house("hualong"), Records.PROCEDURE, papers));
    }
}
