package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.matter.Hashes;
import cn.xiezhi.registry.Account;
import cn.xiezhi.rest.Api.Answer;
import cn.xiezhi.sheet.Sheet;
import cn.xiezhi.sheet.SheetException;
import cn.xiezhi.spreadsheets.Xlsx;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registers over the API: in and out as spreadsheets, and what they answer. */
class RegistersTest {
    private static final List<String> ITEM_HEAD = List.of("事项编码", "事项名称", "法律依据", "类别", "行使方式", "起始日", "截止日", "主管部门", "乡镇街道", "委托书", "下放依据");
    private static final List<String> STALL = List.of("CG-1", "占道经营𠮷", "《城市市容和环境卫生管理条例》第十四条", "禁止类", "赋权", "2025-01-01", "2025-12-31", "水利局", "", "", "赋权清单 1");

    private final Xlsx xlsx = new Xlsx();
    private final Api api = new Api();

    private byte[] file(List<?>... rows) {
        List<List<String>> all = new ArrayList<>();
        Arrays.stream(rows).forEach(row -> all.add(row.stream().map(String.class::cast).toList()));
        return xlsx.write(List.of(new Sheet("表", all)));
    }

    private Answer send(String user, String path, byte[] body) {
        return api.send("POST", path, user, Map.of("Content-Type", ExportsResource.XLSX), body);
    }

    private Answer take(String kind, byte[] body) {
        return send("a-admin", "/imports/" + kind + "?fingerprint=" + Hashes.sha256(body), body);
    }

    private List<List<String>> exported(String kind) throws SheetException {
        return xlsx.read(api.get("a-admin", "/exports/" + kind + ".xlsx").bytes(), 1000, 20).rows();
    }

    @Test
    void anImportIsPreviewedThenTaken_andChangesNothingWhenRepeated() throws SheetException {
        byte[] file = file(ITEM_HEAD, STALL);
        JsonNode preview = send("a-admin", "/imports/items/preview", file).json();
        assertTrue(preview.get("right").asBoolean(), preview.toString());
        assertEquals(1, preview.get("added").asInt());
        assertEquals("new", preview.at("/rows/0/state").asText());
        assertEquals(0, api.get("a-zhang", "/items").json().get("items").size(), "a preview changes nothing");

        Answer taken = send("a-admin", "/imports/items?fingerprint=" + preview.get("fingerprint").asText(), file);
        assertEquals(200, taken.status(), taken.toString());
        assertEquals("占道经营𠮷", api.get("a-zhang", "/items?text=CG").json().at("/items/0/name").asText());
        assertEquals(List.of(ITEM_HEAD, STALL.subList(0, 11)), exported("items"));
        assertEquals(1, send("a-admin", "/imports/items/preview", api.get("a-zhang", "/exports/items.xlsx").bytes()).json().get("unchanged").asInt());
    }

    @Test
    void oneWrongCell_keepsTheWholeFileOut() {
        List<String> wrong = List.of("CG-2", "甲", "《甲法》第一条", "", "赋权", "2025-02-30", "", "没有", "", "", "清单");
        byte[] file = file(ITEM_HEAD, STALL, wrong);
        JsonNode preview = send("a-admin", "/imports/items/preview", file).json();
        assertFalse(preview.get("right").asBoolean());
        assertEquals("[1,1]", "[" + preview.get("added") + "," + preview.get("wrong") + "]");
        assertEquals(List.of("F3", "H3"), preview.at("/rows/1/errors").findValuesAsText("cell"));
        Answer taken = take("items", file);
        assertEquals(422, taken.status());
        assertEquals(List.of("F3", "H3"), taken.json().get("errors").findValuesAsText("field"));
        assertEquals(0, api.get("a-zhang", "/items").json().get("items").size());
    }

    @Test
    void onlyTheFileThatWasPreviewed_isTaken() {
        byte[] file = file(ITEM_HEAD, STALL);
        assertEquals("other-file", send("a-admin", "/imports/items?fingerprint=abc", file).code());
        assertEquals("missing-parameter", send("a-admin", "/imports/items", file).code());
    }

    @Test
    void officersAreImportedByAdministratorsOfTheirOwnJurisdictionOnly() throws SheetException {
        byte[] file = file(List.of("用户名", "姓名", "机关", "岗位", "行政执法证号", "行政执法证有效期至", "行政执法监督证号", "行政执法监督证有效期至", "法制审核资格号", "法制审核资格有效期至"),
                List.of("new.officer", "吴𠮷", "城关镇", "执法人员", "E-1", "2025-09-29"), List.of("a-zhang", "张三", "城关镇", "执法人员", "E-2", "2025-09-30"));
        assertEquals(403, send("a-zhang", "/imports/officers/preview", file).status());
        assertEquals(401, send("", "/imports/officers/preview", file).status());
        assertEquals(200, take("officers", file).status());
        Account added = api.register.people.find("new.officer").orElseThrow();
        assertEquals("a", added.jurisdiction());
        assertFalse(added.enabled());
        JsonNode list = api.get("a-zhang", "/officers").json();
        assertEquals(List.of("a-admin", "a-audit", "a-head", "a-zhang", "new.officer"), list.get("officers").findValuesAsText("user"));
        assertFalse(list.at("/officers/4/certified").asBoolean(), "its last day was yesterday");
        assertTrue(list.at("/officers/3/certified").asBoolean(), "its last day is today");
        assertEquals("{\"organ\":{\"id\":\"a-town\",\"name\":\"城关镇\"},\"officers\":2,\"certified\":1,\"percent\":50}", list.get("rate").toString());
        assertEquals(list.get("rate"), api.get("a-li", "/officers/rates").json().findParents("percent").stream().filter(r -> r.at("/organ/id").asText().equals("a-town")).findFirst().orElseThrow());
        assertEquals("bad-parameter", api.get("a-zhang", "/officers?organ=b-town").code());
        assertEquals(403, api.get("a-zhang", "/exports/officers.xlsx").status());
        byte[] taken = file(exported("officers").get(0), List.of("b-zhang", "张", "城关镇", "执法人员"));
        assertTrue(send("a-admin", "/imports/officers/preview", taken).json().at("/rows/0/errors/0/message").asText().contains("已被使用"));
    }

    @Test
    void importedOrgansAreThereAtOnce() {
        byte[] file = file(List.of("编号", "名称", "类型", "所属机关", "区划代码"), List.of("a-north", "北镇", "乡镇街道"));
        api.get("a-zhang", "/organs");
        assertEquals(200, take("organs", file).status());
        assertTrue(api.get("a-zhang", "/organs").json().findValuesAsText("id").contains("a-north"));
        assertFalse(api.get("b-zhang", "/organs").json().findValuesAsText("id").contains("a-north"));
    }

    @Test
    void aTemplate_isTheHeadingAlone() throws SheetException {
        take("items", file(ITEM_HEAD, STALL));
        Answer template = api.get("a-zhang", "/exports/items.xlsx?template=true");
        assertEquals(List.of(ITEM_HEAD), xlsx.read(template.bytes(), 10, 20).rows());
        assertEquals("attachment; filename*=UTF-8''%E6%89%A7%E6%B3%95%E4%BA%8B%E9%A1%B9%E6%A8%A1%E6%9D%BF.xlsx", template.headers().get("Content-Disposition"));
        assertEquals(ExportsResource.XLSX, template.headers().get("Content-Type"));
    }

    @Test
    void hostileFiles_areRefusedWithAReason() {
        assertEquals("bad-spreadsheet", send("a-admin", "/imports/items/preview", "编号,名称".getBytes(StandardCharsets.UTF_8)).code());
        assertEquals("empty-file", send("a-admin", "/imports/items/preview", new byte[0]).code());
        assertEquals(413, send("a-admin", "/imports/items/preview", new byte[ImportsResource.MOST_BYTES + 1]).status());
        assertEquals("unknown-register", send("a-admin", "/imports/passwords/preview", file(ITEM_HEAD)).code());
        Answer heading = send("a-admin", "/imports/organs/preview", file(ITEM_HEAD));
        assertEquals(422, heading.status());
        assertEquals("A1", heading.json().at("/errors/0/field").asText());
        List<List<String>> many = new ArrayList<>(Collections.nCopies(100_000, List.of("CG-1", "占道")));
        many.set(0, ITEM_HEAD);
        Answer rows = send("a-admin", "/imports/items/preview", xlsx.write(List.of(new Sheet("表", many))));
        assertEquals(422, rows.status());
        assertTrue(rows.json().get("detail").asText().contains("20001 行"), rows.toString());
    }

    @Test
    void whoIsCompetent_isAnsweredForADayAndAPlace() {
        take("items", file(ITEM_HEAD, STALL));
        JsonNode own = api.get("a-zhang", "/items/CG-1/competence?day=2025-12-31").json();
        assertEquals("keep", own.get("what").asText(), own.toString());
        JsonNode later = api.get("a-zhang", "/items/CG-1/competence?day=2026-01-01").json();
        assertEquals("[\"handOver\",\"a-water\"]", "[" + later.get("what") + "," + later.at("/organ/id") + "]");
        assertTrue(later.get("reason").asText().contains("到期"), later.toString());
        assertEquals("open", api.get("a-li", "/items/CG-1/competence?day=2025-12-31").json().get("what").asText());
        JsonNode department = api.get("a-li", "/items/CG-1/competence?day=2025-12-31&township=a-town").json();
        assertEquals("城关镇", department.at("/organ/name").asText());
        JsonNode item = api.get("a-li", "/items/CG-1").json();
        assertEquals("主管部门", item.at("/itemClass/supervises").asText());
        assertEquals("2025-09-30", item.at("/competence/day").asText(), "today, in Shanghai");
        assertTrue(item.at("/holdings/0/inForce").asBoolean());
        assertEquals("unknown-item", api.get("b-li", "/items/CG-1").code(), "another jurisdiction's list is another list");
        assertEquals("bad-parameter", api.get("a-li", "/items/CG-1/competence?township=a-water").code());
        assertEquals("bad-parameter", api.get("a-li", "/items/CG-1/competence?day=1999-12-31").code());
        assertEquals("bad-parameter", api.get("a-li", "/items?day=2025-02-30").code());
    }

    @Test
    void aTransferNamesItsItem_ifTheListHasIt() {
        String opening = Api.opening("a", "占道").replace("\"fields\":{", "\"fields\":{\"item\":\"CG-1\",");
        Answer unknown = api.post("a-zhang", "/matters", opening);
        assertEquals("item", unknown.json().at("/errors/0/field").asText(), unknown.toString());
        take("items", file(ITEM_HEAD, STALL));
        JsonNode matter = api.post("a-zhang", "/matters", opening).json();
        JsonNode item = matter.get("fields").findParents("id").stream().filter(f -> f.get("id").asText().equals("item")).findFirst().orElseThrow();
        assertEquals("[\"CG-1\",\"CG-1 占道经营𠮷\"]", "[" + item.get("value") + "," + item.get("text") + "]");
    }

    @Test
    void itemsArePagedByCode() {
        List<List<String>> rows = new ArrayList<>(List.of(ITEM_HEAD));
        for (String code : List.of("A-3", "A-1", "A-2")) {
            List<String> row = new ArrayList<>(STALL);
            row.set(0, code);
            rows.add(row);
        }
        byte[] file = xlsx.write(List.of(new Sheet("表", rows)));
        assertEquals(200, take("items", file).status());
        JsonNode first = api.get("a-zhang", "/items?limit=2").json();
        assertEquals(List.of("A-1", "A-2"), first.get("items").findValuesAsText("code"));
        JsonNode second = api.get("a-zhang", "/items?limit=2&after=" + first.get("next").asText()).json();
        assertEquals(List.of("A-3"), second.get("items").findValuesAsText("code"));
        assertTrue(second.get("next").isNull());
    }

    @Test
    void liaisonsAreKeptByAdministratorsAndReadByEverybody() {
        String liaison = "{\"organ\":\"a-water\",\"kind\":\"deputyHead\",\"name\":\"副局𠮷\",\"phone\":\"0350-123456\",\"until\":\"2026-12-31\"}";
        assertEquals(403, api.post("a-zhang", "/liaisons", liaison).status());
        Answer added = api.post("a-admin", "/liaisons", liaison);
        assertEquals(201, added.status(), added.toString());
        assertEquals("2025-09-30", added.json().get("since").asText());
        assertEquals("分管负责人", api.get("a-zhang", "/liaisons").json().at("/0/kindName").asText());
        assertEquals(0, api.get("b-zhang", "/liaisons").json().size());
        for (String wrong : List.of(liaison.replace("a-water", "b-water"), liaison.replace("deputyHead", "boss"), liaison.replace("0350-123456", "=cmd|1"),
                liaison.replace("2026-12-31", "2025-09-29"), liaison.replace("2026-12-31", "2026-02-30"), liaison.replace("副局𠮷", "长".repeat(51)), liaison.replace("副局𠮷", "a\\u0000b"))) {
            assertEquals(400, api.post("a-admin", "/liaisons", wrong).status(), wrong);
        }
        String path = "/liaisons/" + added.json().get("id").asText();
        assertEquals(404, api.send("DELETE", path, "b-admin", Map.of(), new byte[0]).status());
        assertEquals(204, api.send("DELETE", path, "a-admin", Map.of(), new byte[0]).status());
        assertEquals("unknown-liaison", api.send("DELETE", path, "a-admin", Map.of(), new byte[0]).code());
        assertArrayEquals("[]".getBytes(StandardCharsets.UTF_8), api.get("a-zhang", "/liaisons").bytes());
    }
}
