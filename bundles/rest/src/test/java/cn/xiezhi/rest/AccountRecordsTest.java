package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.rest.Api.Answer;
import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.spreadsheets.Xlsx;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a jurisdiction whose document asks for it ("b"), nothing happens to an account that the ledger does not know of. */
class AccountRecordsTest {
    private final Api api = new Api();

    @BeforeEach
    void aDepartmentHasAnAdministrator() {
        api.identity.officers.put("b-keeper", new Officer("b-keeper", "郑十", api.register.find("b", "b-water").orElseThrow(), Set.of(Role.ADMINISTRATOR)));
    }

    private Answer open(String user, String name, String more) {
        return api.post("b-keeper", "/accounts", "{\"user\":\"%s\",\"name\":\"%s\",\"organ\":\"b-town\",\"roles\":[\"officer\"]%s}".formatted(user, name, more));
    }

    private JsonNode records(String user) {
        return api.get(user, "/matters").json().get("items");
    }

    @Test
    void whatAnAdministratorDoes_isRecordedWithWhatBecameOfIt() {
        assertEquals(201, open("b-new", "𬱖甲", "").status());
        assertEquals("user-exists", open("b-zhang", "张三", "").code());
        assertEquals(200, api.post("b-keeper", "/accounts/b-li/password", "").status());
        assertEquals(200, api.send("PATCH", "/accounts/b-li", "b-keeper", Map.of("Content-Type", "application/json"), "{\"enabled\":false}".getBytes(StandardCharsets.UTF_8)).status());
        assertEquals(List.of("停用账号：李四", "重置密码账号：李四", "开设账号：张三", "开设账号：𬱖甲"), records("b-keeper").findValuesAsText("title"));
        assertEquals(List.of("done", "done", "failed", "done"), records("b-keeper").findValuesAsText("state"));
        Answer failed = api.get("b-keeper", "/matters/" + records("b-keeper").at("/2/id").asText());
        assertTrue(failed.toString().contains("用户名已被使用"));
        assertFalse(failed.toString().contains("\"once\""), "no password in a record");
        assertEquals(2, api.get("b-zhang", "/matters?procedure=accounts").json().get("items").size(), "the organ whose people they are sees the records");
    }

    @Test
    void aRequestIsBegunAndDoneWithTheAccount() {
        Answer asked = api.post("b-head", "/matters", "{\"procedure\":\"accounts\",\"fields\":{\"change\":\"open\",\"person\":\"甲\",\"roles\":[\"officer\"],\"keeper\":\"b-water\"}}");
        assertEquals(201, asked.status(), asked.toString());
        String id = asked.json().get("id").asText();
        assertEquals(201, open("b-jia", "甲", ",\"request\":\"" + id + "\"").status());
        JsonNode after = api.get("b-head", "/matters/" + id).json();
        assertEquals("done", after.get("state").asText());
        assertEquals(List.of("open", "begin", "done"), after.get("ledger").findValuesAsText("action"));
        assertEquals("not-in-this-state", open("b-yi", "乙", ",\"request\":\"" + id + "\"").code());
        assertEquals("unknown-matter", open("b-yi", "乙", ",\"request\":\"nothing\"").code());
        assertEquals(1, records("b-keeper").size());
    }

    @Test
    void anImportedFileIsRecordedPersonByPerson() {
        byte[] file = new Xlsx().write(List.of(new Sheet("执法人员", List.of(
                List.of("用户名", "姓名", "机关", "岗位", "行政执法证号", "行政执法证有效期至", "行政执法监督证号", "行政执法监督证有效期至", "法制审核资格号", "法制审核资格有效期至"),
                List.of("b-new", "吴𠮷", "城关镇", "执法人员", "E-1"), List.of("b-zhang", "张三丰", "城关镇", "执法人员")))));
        Map<String, String> type = Map.of("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        String fingerprint = api.send("POST", "/imports/officers/preview", "b-keeper", type, file).json().get("fingerprint").asText();
        assertEquals(200, api.send("POST", "/imports/officers?fingerprint=" + fingerprint, "b-keeper", type, file).status());
        assertEquals(Set.of("开设账号：吴𠮷 done", "变更账号：张三丰 done"), StreamSupport.stream(records("b-keeper").spliterator(), false)
                .map(m -> m.get("title").asText() + " " + m.get("state").asText()).collect(Collectors.toSet()));
    }

    @Test
    void administratorsListNothingElse() {
        api.opened("b");
        open("b-new", "甲", "");
        assertEquals(List.of("accounts"), records("b-keeper").findValuesAsText("procedure"));
        assertEquals(0, api.get("b-keeper", "/matters?procedure=transfer").json().get("items").size());
        assertEquals(0, api.get("b-admin", "/matters?procedure=transfer").json().get("items").size());
    }

    @Test
    void whereTheDocumentSaysNothingOfIt_nothingIsRecorded() {
        assertEquals(201, api.post("a-admin", "/accounts", "{\"user\":\"a-new\",\"name\":\"甲\",\"organ\":\"a-town\",\"roles\":[\"officer\"]}").status());
        assertEquals(0, api.store.matters.size());
    }
}
