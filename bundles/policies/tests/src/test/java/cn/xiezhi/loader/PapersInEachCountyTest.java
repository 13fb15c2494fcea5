package cn.xiezhi.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.document.Content;
import cn.xiezhi.document.Issued.Place;
import cn.xiezhi.document.TemplateCheck;
import cn.xiezhi.documents.Docx;
import cn.xiezhi.procedure.Case;
import cn.xiezhi.procedure.House;
import cn.xiezhi.procedure.Outcome.Refusal;
import cn.xiezhi.procedure.Paper;
import cn.xiezhi.procedure.Papers;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.NumberTemplate;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Every document of every procedure, written on a matter of a county that has it and turned into pages by LibreOffice; kept in {@code target/papers} to be looked at. */
class PapersInEachCountyTest {
    private static final Docx DOCX = new Docx();
    private static final Path FOLDER = Path.of("target", "papers").toAbsolutePath();
    private static final String FACTS = "2025年9月28日，执法人员在日常巡查中发现，位于凤凰镇东街的𠮷家食品厂未取得食品生产许可，擅自从事糕点生产；现场有成品120公斤、原料若干，当事人不能提供许可证明。"
            + "执法人员制作了现场检查笔录，拍摄了照片，并询问了负责人。";
    private static final String OWN = "<w:p><w:pPr><w:keepNext/><w:keepLines/><w:pBdr><w:top w:val=\"double\" w:sz=\"6\" w:space=\"4\" w:color=\"1F5FA8\"/><w:bottom w:val=\"double\" w:sz=\"6\" w:space=\"4\" w:color=\"1F5FA8\"/>"
            + "</w:pBdr></w:pPr><w:r><w:t>本县附注：发现时间{{disc</w:t></w:r><w:r><w:t>overedAt}}，不得泄露办案信息。</w:t></w:r></w:p>";
    private static final String[] ASKED = {"servedPapers", "移送函 凤移〔2025〕12号", "servedAt", "市场监督管理局收发室", "goodsLines", "糕点，500克/盒，240盒，封存\n面粉，25公斤/袋，6袋，先行登记保存",
        "replyText", "经核实，未发现该店有你反映的违法行为。", "entrustedBy", "王五", "entrustedTo", "赵六"};

    private final Map<String, Content> written = new LinkedHashMap<>();

    private static House house(String county) {
        House house = County.named(county).house();
        Map.of("town", "凤凰镇人民政府", "bureau", "市场监督管理局", "justice", "司法局", "police", "公安局", "procuratorate", "人民检察院", "government", "县人民政府").forEach((id, name) -> {
            Organ o = house.organs.get(id);
            house.organs.put(id, new Organ(id, o.jurisdiction(), name, o.kind(), o.parent(), o.code(), Optional.of(new NumberTemplate("凤{文种}〔{年}〕{号}号"))));
        });
        return house;
    }

    /** As a county might change the platform's: its own words, a field of the matter in a frame, in pieces as word processors leave them. */
    private static byte[] ownTemplate(byte[] platform) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(platform)); ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("<w:t>{{正文}}</w:t></w:r></w:p>", "<w:t>{{正文}}</w:t></w:r></w:p>" + OWN).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** All that this person may issue now. */
    private void write(String county, House house, Officer who, String id) throws IOException {
        Procedure procedure = Procedures.own().of(house.matter(id));
        for (Paper paper : Papers.offered(house.seen(who, id), procedure)) {
            Set<String> fields = paper.fields().stream().map(f -> f.id()).collect(Collectors.toSet());
            Map<String, String> input = House.input(ASKED);
            input.keySet().retainAll(fields);
            String[] pairs = input.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream()).toArray(String[]::new);
            Case c = house.seen(who, id, pairs);
            assertEquals(Optional.<Refusal>empty(), Papers.against(c, procedure, paper), paper.id());
            Content content = Papers.write(c, procedure, paper, Papers.count(c, paper).map(Place::next));
            Files.write(FOLDER.resolve(procedure.id() + "-" + paper.id() + "-" + county + ".docx"), DOCX.docx(content, DOCX.template(content.form())));
            if (procedure.id().equals("transfer") && paper.id().equals("letter") && county.equals("ningwu")) {
                byte[] own = ownTemplate(DOCX.template(content.form()));
                assertEquals(List.of(), TemplateCheck.problems(own, Papers.fields(procedure, paper).stream().map(f -> f.id()).toList(), true));
                Files.write(FOLDER.resolve("transfer-letter-own.docx"), DOCX.docx(content, own));
                written.put("transfer-letter-own", content);
            }
            written.put(procedure.id() + "-" + paper.id() + "-" + county, content);
        }
    }

    private void opened(String county, House house, String organ, String procedure, String... input) throws IOException {
        String id = Tried.opened(house, house.officer(organ), procedure, input);
        write(county, house, house.officer(organ), id);
    }

    private void transfers() throws IOException {
        for (County county : County.ALL) {
            House house = house(county.id());
            String id = county.sent(house);
            write(county.id(), house, house.officer("town"), id);
        }
        House house = house("ningwu");
        String goods = house.opened("stage", "none", "goods", "true", "disposed", "false", "cases", "未取得许可从事食品生产", "facts", FACTS, "ongoing", "true", "stopped", "责令停止生产", "told", "9月30日电话告知");
        List.of("letter", "source", "evidence").forEach(m -> house.attach(house.officer("town"), goods, m, Optional.of(3)));
        write("ningwu", house, house.officer("town"), goods);
        opened("ningwu", house, "town", "clue", "receiver", "bureau", "cases", "疑似无证生产", "facts", FACTS, "discoveredAt", "2025-09-30T10:00:00+08:00", "urgency", "normal", "ongoing", "false");
    }

    private void requests() throws IOException {
        opened("ningwu", house("ningwu"), "town", "assistance", "askedOrgan", "bureau", "subject", "糕点成分检验", "question", FACTS + "\n请对现场提取的样品进行检验并出具书面意见。", "urgency", "normal");
        opened("shanting", house("shanting"), "town", "consultation", "askedOrgan", "bureau", "subject", "法律适用意见", "question", "当事人的行为应适用哪一条款。");
        opened("shanting", house("shanting"), "town", "records", "askedOrgan", "bureau", "subject", "调阅许可档案", "wanted", "食品生产许可档案\n日常检查记录", "purpose", "办理无证生产案", "undertaking", "true");
    }

    private void complaint() throws IOException {
        House house = house("ningwu");
        Officer town = house.officer("town");
        String id = Tried.opened(house, town, "complaint", "kind", "report", "content", "油烟扰民", "complainant", "张三", "contact", "13900001111", "channel", "phone",
                "receivedAt", "2025-09-30T09:00:00+08:00", "subject", "饭店油烟扰民");
        Tried.done(house.act(town, id, "accept"));
        Tried.done(house.act(town, id, "check", "found", "nothing", "checkNote", "现场核实"));
        write("ningwu", house, town, id);
    }

    private void meeting() throws IOException {
        House house = house("hualong");
        Officer town = house.officer("town");
        String id = Tried.opened(house, town, "meeting", "kind", "thematic", "subject", "餐饮油烟整治专题会议", "topics", "餐饮油烟的管辖分工\n联合检查的时间安排", "participants", "bureau\npolice");
        Tried.done(house.act(town, id, "setDay", "day", "2025-09-30", "place", "镇政府三楼会议室，上午10时"));
        write("hualong", house, town, id);
        Tried.done(house.act(town, id, "hold", "heldOn", "2025-09-30", "attended", "town\nbureau", "absence", "公安局因公缺席"));
        Tried.done(house.act(town, id, "resolve", "resolution", "开展联合检查", "responsible", "bureau", "by", "2025-10-31"));
        Tried.done(house.act(town, id, "draftMinutes", "minutes", "会议听取了辖区餐饮油烟投诉情况的汇报，讨论了管辖分工。\n会议指出，各单位应当加强配合，及时移送线索。"));
        write("hualong", house, town, id);
    }

    private void supervision() throws IOException {
        House house = house("shanxi-district");
        house.certified("j-1", "监督甲", "justice", Certificate.Kind.SUPERVISION, LocalDate.of(2026, 12, 31));
        house.certified("j-2", "监督乙", "justice", Certificate.Kind.SUPERVISION, LocalDate.of(2026, 12, 31));
        Officer justice = house.officer("justice", Role.JUSTICE_BUREAU);
        String id = Tried.opened(house, justice, "supervision", "supervised", "town", "subject", "行政处罚决定的法制审核", "trigger", "report", "subjects", "decisions", "way", "special");
        Tried.done(house.act(justice, id, "begin", "supervisors", "j-1\nj-2", "shown", "true"));
        Tried.done(house.act(justice, id, "notice", "noticeNumber", "1", "faults", "重大行政处罚决定作出前未经法制审核。", "demands", "补正审核程序，健全审核制度。", "until", "2025-10-19"));
        house.now = Instant.parse("2025-10-19T16:00:00Z");
        Tried.done(house.wake(id).orElseThrow());
        Tried.done(house.act(justice, id, "decide", "decision", "perform", "decisionNumber", "1", "reasons", "期满未处理，也未报告。", "performUntil", "2025-10-31"));
        write("shanxi-district", house, justice, id);
    }

    private void referral() throws IOException {
        House house = house("shanxi-district");
        String id = Tried.opened(house, house.officer("town"), "referral", "suspect", "甲", "crime", "生产、销售不符合安全标准的食品罪", "facts", FACTS, "reportedAt", "2025-09-30T10:00:00+08:00",
                "proposedBy", "none", "goods", "true", "grave", "true", "amount", "12000");
        List.of("letter", "report", "goodsList").forEach(p -> house.attach(house.officer("town"), id, p, Optional.of(2)));
        write("shanxi-district", house, house.officer("town"), id);
    }

    private void letters() throws IOException {
        House ningwu = house("ningwu");
        opened("ningwu", ningwu, "bureau", "entrustment", "township", "town", "items", "I-1", "scope", "镇区范围内的占道经营", "powers", "警告、五百元以下罚款", "basis", "行政处罚法第二十条",
                "responsibility", "委托部门对实施行为负责监督，并承担法律后果", "from", "2025-09-01", "until", "2026-08-31");
        House hualong = house("hualong");
        Officer bureau = hualong.officer("bureau");
        String id = Tried.opened(hualong, bureau, "correction", "township", "town", "subject", "占道处罚", "errors", "处罚决定适用依据错误。", "foundAt", "2025-09-30T09:00:00+08:00");
        Tried.done(hualong.act(bureau, id, "issue", "opinion", "撤销原决定，重新作出。"));
        write("hualong", hualong, bureau, id);
    }

    @Test
    void everyPaperOfEveryProcedure_becomesPagesThatSayWhatItSays() throws Exception {
        if (Files.exists(FOLDER)) {
            for (Path old : Office.files(FOLDER, "")) {
                Files.delete(old);
            }
        }
        Files.createDirectories(FOLDER);
        transfers();
        requests();
        complaint();
        meeting();
        supervision();
        referral();
        letters();

        Set<String> declared = Procedures.own().all().values().stream().flatMap(p -> p.papers().stream().map(paper -> p.id() + "-" + paper.id())).collect(Collectors.toCollection(TreeSet::new));
        Set<String> seen = written.keySet().stream().map(name -> name.replaceAll("^([^-]+-[^-]+)-.*", "$1")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, seen, "a paper that no county's matter has shown");
        Office.pages(FOLDER);
        for (Map.Entry<String, Content> one : written.entrySet()) {
            String text = Office.text(FOLDER.resolve(one.getKey() + ".pdf"));
            assertTrue(text.contains(one.getValue().title().replaceAll("\\s", "")), one.getKey() + " lacks its title: " + text);
            assertTrue(one.getValue().number().stream().allMatch(n -> text.contains(n)), one.getKey() + " lacks its number: " + text);
            assertTrue(Files.exists(FOLDER.resolve(one.getKey() + "-1.png")), one.getKey() + " has no picture");
        }
        String own = Office.text(FOLDER.resolve("transfer-letter-own.pdf"));
        assertTrue(own.contains("本县附注：发现时间2025年"), own);
    }
}
