package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.xiezhi.policy.Duty;
import cn.xiezhi.procedure.AccountRequest;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome;
import cn.xiezhi.procedure.Outcome.Decision;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.registry.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who keeps whose accounts is laid down in Ningwu only. */
class AccountsInEachCountyTest {
    private static Outcome ask(House house) {
        return house.open(house.officer("town", Role.LIAISON), AccountRequest.PROCEDURE, Optional.empty(), House.input("change", "open", "person", "甲", "roles", "officer", "keeper", "bureau"));
    }

    @Shows(procedure = "accounts", duties = {"accounts.keep"}, counties = {"ningwu"})
    @Test
    void ningwu_theDepartmentOpensPromptlyWhatATownshipReports() {
        House house = County.named("ningwu").house();
        String id = assertInstanceOf(Decision.class, ask(house)).changes().get(0).after().id();
        assertEquals(Optional.empty(), house.matter(id).owed(Duty.ACCOUNTS_KEEP).orElseThrow().lastDay());
        assertEquals("bureau", house.matter(id).owed(Duty.ACCOUNTS_KEEP).orElseThrow().owedBy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shanxi-district", "shanting", "jinjiang", "hualong"})
    void theOthers_sayNothingOfIt(String county) {
        assertEquals("not-in-this-jurisdiction", assertInstanceOf(Refusal.class, ask(County.named(county).house())).code());
    }
}
