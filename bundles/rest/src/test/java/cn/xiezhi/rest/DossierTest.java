package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.desk.Dossiers;
import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.rest.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The whole file of a matter, as somebody reads it who has nothing but the archive. */
class DossierTest {
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final Api api = new Api();
    private final String id = api.opened("a").get("id").asText();

    private void attach(String name, long version) {
        Answer added = api.send("POST", "/matters/" + id + "/attachments?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&version=" + version, "a-zhang",
                Map.of("Content-Type", "application/pdf"), PDF);
        assertEquals(201, added.status(), added.toString());
    }

    private Map<String, byte[]> taken(String user, String matter) {
        Answer answer = api.get(user, "/matters/" + matter + "/dossier.zip");
        assertEquals(200, answer.status(), answer.toString());
        assertEquals("application/zip", answer.headers().get("Content-Type"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()), StandardCharsets.UTF_8)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                assertEquals(null, files.put(e.getName(), zip.readAllBytes()), "twice: " + e.getName());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** As the page in the archive says it; written without the product's own. Entries of which something is withheld are linked only. */
    private static int verified(byte[] ledger) throws IOException {
        JsonNode all = JsonProvider.MAPPER.readTree(ledger);
        String previous = "0".repeat(64);
        int recomputed = 0;
        for (JsonNode e : all.get("entries")) {
            assertEquals(previous, e.get("previousHash").asText());
            previous = e.get("hash").asText();
            if (!e.get("withheld").isEmpty()) {
                continue;
            }
            List<String> values = new ArrayList<>(List.of(e.get("previousHash").asText(), all.get("jurisdiction").asText(), all.get("matter").asText()));
            for (String key : List.of("seq", "at", "user", "userName", "organ", "action", "from", "to")) {
                values.add(e.get(key).asText());
            }
            Map<String, String> details = new TreeMap<>();
            e.get("details").properties().forEach(d -> details.put(d.getKey(), d.getValue().asText()));
            details.forEach((key, value) -> values.addAll(List.of(key, value)));
            values.addAll(List.of(e.get("citation").asText(), e.get("policyVersion").asText()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                for (String value : values) {
                    out.writeInt(value.getBytes(StandardCharsets.UTF_8).length);
                    out.write(value.getBytes(StandardCharsets.UTF_8));
                }
            }
            assertEquals(previous, sha256(bytes.toByteArray()), e.toString());
            recomputed++;
        }
        assertEquals(previous, all.get("head").asText());
        assertEquals(all.get("length").asInt(), all.get("entries").size());
        return recomputed;
    }

    @Test
    void everythingIsInIt_andEveryHashCanBeRecomputed() throws IOException {
        attach("现场照片𠮷.pdf", 1);
        Map<String, byte[]> files = taken("a-zhang", id);
        assertEquals(2, verified(files.get("台账.json")));
        assertEquals("a-1", text(files, "规则/01 a-1/01 policy.yaml"), "the rules by whose version the limits were counted");
        assertEquals(sha256(PDF), sha256(files.get("材料/01 现场照片𠮷.pdf")));
        String contents = text(files, "目录.html");
        assertTrue(contents.contains("校验") && contents.contains("通过") && !contents.contains("class=\"bad\""), contents);
        assertTrue(contents.contains("href=\"%E6%9D%90%E6%96%99/01%20"), "links lead to the files beside it");
        for (String name : files.keySet()) {
            if (!name.startsWith("目录")) {
                assertTrue(text(files, "目录.csv").contains(name) && contents.contains(sha256(files.get(name))), name);
            }
        }
        String matter = text(files, "事项.html");
        assertTrue(matter.contains("至 2025年10月11日 24:00"), "a file is read in other years too: " + matter);
        assertTrue(matter.contains("非法取水") && matter.contains("河边架泵") && matter.contains("移送") && matter.contains("现场照片𠮷.pdf"), matter);
        assertEquals(id, JsonProvider.MAPPER.readTree(files.get("事项.json")).get("id").asText());
    }

    @Test
    void theCalendarsThatCounted_areInIt_fromWhenToWhen() {
        String first = text(taken("a-zhang", id), "工作日历.html");
        assertTrue(first.contains("2025年") && first.contains("2025-10-01"), first);
        adopt("calendar-one");
        assertTrue(text(taken("a-zhang", id), "工作日历.html").contains("现在施行"));
        adopt("calendar-two");
        Map<String, byte[]> files = taken("a-zhang", id);
        String page = text(files, "工作日历.html");
        assertTrue(page.contains("国办通知𠮷 calendar-one") && page.contains("国办通知𠮷 calendar-two") && page.contains("2025-10-09"), page);
        assertEquals(2, files.keySet().stream().filter(n -> n.startsWith("工作日历/")).count(), files.keySet().toString());
        String later = text(taken("a-zhang", api.opened("a").get("id").asText()), "工作日历.html");
        assertTrue(later.contains("calendar-two") && !later.contains("calendar-one"), "what ended before the matter began has no part in it");
    }

    private void adopt(String calendar) {
        api.now = api.now.plusSeconds(60);
        api.send("POST", "/rules/calendar", "a-admin", Map.of("Content-Type", "application/java-archive"), calendar.getBytes(StandardCharsets.UTF_8));
        assertEquals(201, api.post("a-admin", "/rules/calendar/" + calendar + "/terms", "{\"reason\":\"国办通知𠮷 " + calendar + "\"}").status());
        api.now = api.now.plusSeconds(60);
    }

    @Test
    void theWorkedExample_comesOutAsItSays() {
        String page = text(taken("a-zhang", id), "校验说明.html");
        Matcher bytes = Pattern.compile("printf '%s' ([0-9a-f]+) \\|").matcher(page);
        assertTrue(bytes.find(), page);
        assertTrue(page.contains("结果：" + sha256(HexFormat.of().parseHex(bytes.group(1)))), page);
    }

    @Test
    void onlyWhoSeesTheMatter_takesItAway() {
        assertEquals("unknown-matter", api.get("a-other", "/matters/" + id + "/dossier.zip").code());
        assertEquals("unknown-matter", api.get("b-zhang", "/matters/" + id + "/dossier.zip").code());
        assertEquals(401, api.get("", "/matters/" + id + "/dossier.zip").status());
        assertFalse(taken("a-super", id).isEmpty());
    }

    @Test
    void whatIsNotForAPerson_isLeftOut_andTheContentsSaySo() throws IOException {
        assertEquals(201, api.post("", "/public/a/complaints",
                "{\"fields\":{\"receiver\":\"a-town\",\"kind\":\"report\",\"content\":\"油烟扰民\",\"complainant\":\"𬱖某某\",\"contact\":\"13800000000\"}}").status());
        String complaint = api.store.matters.values().stream().filter(m -> m.procedure().equals("complaint")).findFirst().orElseThrow().id();
        Map<String, byte[]> files = taken("a-super", complaint);
        files.forEach((name, bytes) -> assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("𬱖某某") || new String(bytes, StandardCharsets.UTF_8).contains("13800000000"), name));
        assertEquals(0, verified(files.get("台账.json")));
        assertTrue(text(files, "目录.html").contains("事项内容 ") && text(files, "目录.html").contains("台账第 1 条"), text(files, "目录.html"));
        assertTrue(text(taken("a-zhang", complaint), "事项.html").contains("𬱖某某"), "whoever received it has it whole");
        assertEquals(1, verified(taken("a-zhang", complaint).get("台账.json")));
    }

    @Test
    void aBrokenChain_isTakenAwayToo_andSaysSoAtTheTop() {
        List<LedgerEntry> ledger = new ArrayList<>(api.store.ledgers.get("a/" + id));
        LedgerEntry e = ledger.get(0);
        ledger.set(0, new LedgerEntry(e.seq(), e.at(), e.user(), "别人", e.organ(), e.action(), e.from(), e.to(), e.details(), e.citation(), e.policyVersion(), e.previousHash(), e.hash()));
        api.store.ledgers.put("a/" + id, ledger);
        Map<String, byte[]> files = taken("a-zhang", id);
        for (String page : List.of("目录.html", "事项.html", "台账.html", "校验说明.html")) {
            assertTrue(text(files, page).indexOf("校验不通过") < text(files, page).indexOf("<table>") && text(files, page).contains("class=\"bad\""), page);
        }
    }

    @Test
    void aFileThatIsGoneOrChanged_isNamedAtTheTop() {
        attach("甲.pdf", 1);
        api.store.contents.replaceAll((hash, bytes) -> new byte[] {1});
        assertTrue(text(taken("a-zhang", id), "目录.html").contains("材料/01 甲.pdf：内容与登记的 SHA-256 不符"));
        api.store.contents.clear();
        assertTrue(text(taken("a-zhang", id), "目录.html").contains("材料/01 甲.pdf：存储中找不到内容"));
    }

    @Test
    void takingASharedRecordAway_isLoggedAsAnExport() {
        String shared = api.post("a-zhang", "/matters", """
                {"procedure":"sharing","fields":{"title":"九月处罚","category":"penalty","summary":"罚款","formedAt":"2025-09-29T17:30:00+08:00",
                 "receivers":["a-water"],"secrecy":"none","penaltySubject":"某","penaltyNumber":"〔2025〕1号"}}""").json().get("id").asText();
        api.post("a-zhang", "/matters/" + shared + "/actions/publish", "{\"version\":1,\"fields\":{}}");
        assertTrue(text(taken("a-li", shared), "目录.html").contains("查阅记录："), "a receiver learns that the log is not for it");
        JsonNode reads = api.get("a-zhang", "/matters/" + shared).json().get("reads");
        assertTrue(reads.findValuesAsText("text").contains("导出") && reads.findValuesAsText("name").contains("李四"), reads.toString());
        assertTrue(text(taken("a-zhang", shared), "事项.html").contains("查阅记录"), "its provider has the log in it");
        MatterStore.Read one = api.store.reads.get(0);
        for (int i = 0; i < 150; i++) {
            api.store.reads.add(one);
        }
        assertTrue(text(taken("a-zhang", shared), "事项.html").split(one.userName(), -1).length > 150, "the whole log, however long");
    }

    @Test
    void namesInTheArchive_areNumberedBoundedAndLeadNowhereElse() {
        assertEquals("01 passwd", FileName.numbered(1, "../../etc/passwd"));
        assertEquals("02 x.exe", FileName.numbered(2, "C:\\Windows\\x.exe"));
        assertEquals("03 CON", FileName.numbered(3, "CON"));
        assertEquals("04 甲_乙.pdf", FileName.numbered(4, "甲\u202e?乙\u0000.pdf"));
        String longest = FileName.numbered(123, "𠮷".repeat(200) + ".pdf");
        assertTrue(longest.getBytes(StandardCharsets.UTF_8).length <= 255 && longest.endsWith("𠮷.pdf") && longest.startsWith("123 𠮷"), longest);
        attach("同名.pdf", 1);
        attach("同名.pdf", 2);
        assertTrue(taken("a-zhang", id).keySet().containsAll(List.of("材料/01 同名.pdf", "材料/02 同名.pdf")));
    }

    @Test
    void whatPeopleWrote_isTextInThePages() {
        String hostile = api.post("a-zhang", "/matters", Api.opening("a", "<script>alert(1)</script>")).json().get("id").asText();
        String page = text(taken("a-zhang", hostile), "事项.html");
        assertTrue(page.contains("&lt;script&gt;") && !page.contains("<script"), page);
    }

    /** Each file has left before the next is fetched: a matter of any size takes the memory of its largest file. */
    @Test
    void filesAreFetchedOneByOne_andTheOneBeforeHasLeftByThen() throws IOException {
        int files = 40;
        for (int i = 0; i < files; i++) {
            attach("第" + i + "份.pdf", i + 1);
        }
        byte[] large = new byte[8 << 20];
        new Random(1).nextBytes(large);
        long[] written = {0};
        List<Long> before = new ArrayList<>();
        MatterStore store = (MatterStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {MatterStore.class}, (p, method, args) -> {
            if (method.getName().equals("content")) {
                before.add(written[0]);
                return Optional.of(large.clone());
            }
            return method.invoke(api.store, args);
        });
        Dossiers dossiers = new Dossiers(api.services.desk(), api.services.reading(), store, api.store, api.archive);
        Dossiers.Whole whole = dossiers.of(api.identity.officers.get("a-zhang"), id).orElseThrow();
        new DossierZip(dossiers, whole, new DossierPages(whole, api.services.reading())).write(new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
            }
        });
        assertEquals(files, before.size());
        for (int i = 1; i < files; i++) {
            assertTrue(before.get(i) - before.get(i - 1) >= large.length, i + ": " + before);
        }
    }
}
