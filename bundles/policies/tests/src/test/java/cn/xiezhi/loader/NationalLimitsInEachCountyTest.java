package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.policy.NationalLimits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the law of the state and of the provinces has to say to each county's document; the table in ../README.md. */
class NationalLimitsInEachCountyTest {
    private static final String DELIVER = "duties.criminal.deliver.normal 《行政执法机关移送涉嫌犯罪案件的规定》（国务院令第730号修订）第五条";
    private static final String CERTIFIED = "procedures.enforcement.certified 《行政处罚法》第四十二条";

    @Test
    void eachCountysWarnings() {
        Map<String, List<String>> warnings = new TreeMap<>();
        County.ALL.forEach(c -> warnings.put(c.id(), NationalLimits.of(c.policy()).stream().map(w -> w.rule() + " " + w.section()).toList()));
        assertEquals(new TreeMap<>(Map.of(
                "hualong", List.of(DELIVER, "dispute.returned 《河南省行政执法条例》第十九条", "dispute.competence 《河南省行政执法条例》第十九条"),
                "jinjiang", List.of(DELIVER, "dispute.competence 《行政处罚法》第二十五条", CERTIFIED, "procedures.enforcement.review 《行政处罚法》第五十八条"),
                "ningwu", List.of(DELIVER),
                "shanting", List.of(DELIVER, CERTIFIED),
                "shanxi-district", List.of("duties.criminal.filing.normal 《行政执法机关移送涉嫌犯罪案件的规定》（国务院令第730号修订）第八条"))), warnings);
    }
}
