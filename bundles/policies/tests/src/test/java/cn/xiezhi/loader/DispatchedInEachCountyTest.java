package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jinjiang's townships appraise dispatched units; those of the Shanxi district make proposals on their heads. */
class DispatchedInEachCountyTest {
    private static final String[] APPRAISAL = {"record", "appraisal", "department", "bureau", "unit", "东镇所", "from", "2025-01-01", "until", "2025-06-30", "criteria", "出勤 40", "score", "88.5",
        "opinion", "良好"};
    private static final String[] PROPOSAL = {"record", "proposal", "department", "bureau", "unit", "东镇所", "proposal", "reward", "head", "孙某", "reason", "成效突出"};

    @Test
    void theOthersHaveNeither() {
        Tried.notThere("dispatched", Set.of("ningwu", "shanting", "hualong"));
    }

    @ParameterizedTest
    @CsvSource({"jinjiang,true", "shanxi-district,false"})
    void eachHasWhatItsDocumentSays_andTheDepartmentAnswers(String county, boolean appraises) {
        House house = County.named(county).house();
        String id = Tried.opened(house, house.officer("town"), "dispatched", appraises ? APPRAISAL : PROPOSAL);
        Tried.refused("invalid-fields", house.open(house.officer("town"), Procedures.own().all().get("dispatched"), Optional.empty(), House.input(appraises ? PROPOSAL : APPRAISAL)));
        Tried.done(house.act(house.officer("town", Role.LEADER), id, "send"));
        Tried.done(house.act(house.officer("bureau"), id, "answer", "answer", "adopted", "answerText", "同意"));
        assertEquals("answered", house.matter(id).state());
    }
}
