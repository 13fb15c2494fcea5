package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliceInEachCountyTest {
    @Test
    void twoDocumentsDoNotSpeakOfIt() {
        Tried.notThere("police", Set.of("ningwu", "hualong"));
    }

    /** Asked for on Tue 30 Sep 2025, 10:00; "at once" is due at that instant, "promptly" never by the document. */
    @ParameterizedTest
    @CsvSource({"shanxi-district,,协同机制 三（四）3", "shanting,,山亭意见 七（二）", "jinjiang,2025-09-30T02:00:00Z,晋江暂行规定 四（五）"})
    @Shows(procedure = "police", duties = "police.respond", counties = {"shanxi-district", "shanting", "jinjiang"})
    void obstructed_theOrganAsksThePolice_whoComeOrSayWhyNot(String county, Instant due, String section) {
        House house = County.named(county).house();
        Officer police = house.officer("police");
        for (String answer : List.of("give", "decline")) {
            String id = Tried.opened(house, house.officer("town"), "police", "police", "police", "occasion", "obstruction", "subject", "拆违", "place", "东街", "need", "被围堵");
            assertEquals(List.of(Optional.ofNullable(due), section, "police"), house.matter(id).owed(Duty.POLICE_RESPOND).map(o -> List.of(o.dueAtExclusive(), o.citation(), o.owedBy())).orElseThrow());
            Tried.done(answer.equals("give") ? house.act(police, id, "give", "policeOfficers", "王五 012345", "policeAt", "2025-09-30T10:20:00+08:00", "policeContact", "王五")
                    : house.act(police, id, "decline", "declineReason", "警力不足"));
            assertEquals(answer.equals("give") ? Status.MET : Status.REFUSED, house.matter(id).obligations().get(0).status());
        }
    }

    @Test
    void shanting_tellsThePoliceBeforeAMajorOperation() {
        House house = County.named("shanting").house();
        String[] late = {"police", "police", "occasion", "operation", "subject", "专项行动", "place", "全区", "need", "维持秩序", "operationAt", "2025-09-30T09:00:00+08:00"};
        var refusal = Tried.refused("invalid-fields", house.open(house.officer("bureau"), Procedures.own().all().get("police"), Optional.empty(), House.input(late)));
        assertEquals(List.of(new FieldError("operationAt", "活动开始时间不能早于现在", Optional.of("山亭意见 七（二）"))), refusal.errors());
        late[late.length - 1] = "2025-10-10T09:00:00+08:00";
        Tried.opened(house, house.officer("bureau"), "police", late);
    }
}
