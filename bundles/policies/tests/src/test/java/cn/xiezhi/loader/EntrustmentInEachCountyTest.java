package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.procedure.Entrustment;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Only Ningwu's document lays down letters of entrustment. */
class EntrustmentInEachCountyTest {
    @Test
    void onlyNingwuHasLetters() {
        Tried.notThere("entrustment", Set.of("shanxi-district", "shanting", "jinjiang", "hualong"));
    }

    @Test
    void ningwusLetter_saysScopePowersBasisResponsibilityAndTerm_byItsSection() {
        House house = County.named("ningwu").house();
        var refusal = Tried.refused("invalid-fields", house.open(house.officer("bureau"), Procedures.own().all().get("entrustment"), Optional.empty(), House.input("township", "town", "items", "I-1")));
        assertEquals(Set.of("scope", "powers", "basis", "responsibility", "from", "until"), refusal.errors().stream().map(FieldError::field).collect(Collectors.toSet()));
        assertTrue(refusal.errors().stream().allMatch(e -> e.citation().equals(Optional.of("宁武协助机制 二"))));
    }

    @Test
    void ningwusPowers_beginWithBothSignatures_andEndWithTheTerm() {
        House house = County.named("ningwu").house();
        Officer bureau = house.officer("bureau", Role.LEADER);
        String id = Tried.opened(house, bureau, "entrustment", "township", "town", "items", "I-1", "scope", "占道经营", "powers", "罚款", "basis", "行政处罚法第二十条", "responsibility", "部门监督",
                "from", "2025-09-01", "until", "2025-10-31");
        house.attach(bureau, id, "letter", Optional.empty());
        Tried.done(house.act(bureau, id, "sign"));
        Tried.done(house.act(house.officer("town", Role.LEADER), id, "sign"));
        house.now = Instant.parse("2025-10-31T16:00:00Z");
        Tried.done(house.wake(id).orElseThrow());
        assertEquals("expired", house.matter(id).state());
        assertEquals(Optional.of("宁武协助机制 二"), house.ledger(id).get(house.ledger(id).size() - 1).citation());
        List<LocalDate> days = List.of(LocalDate.of(2025, 9, 29), LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 1));
        assertEquals(List.of(false, true, true, false), days.stream().map(day -> Entrustment.inForce(List.of(house.matter(id)), "I-1", "town", day).isPresent()).toList());
    }
}
