package cn.xiezhi.rest;

import cn.xiezhi.desk.Dossiers.Whole;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.matter.Ledger;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.policy.Edition;
import cn.xiezhi.rest.MatterJson.AttachmentJson;
import cn.xiezhi.rest.MatterJson.Entry;
import cn.xiezhi.time.CalendarYear;
import cn.xiezhi.time.Deadline;
import cn.xiezhi.time.Zone;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of a matter's whole file: what a person reads in it. They show what the matter's page shows to whoever took it away. */
final class DossierPages {
    private static final String BROKEN = "注意：台账的哈希链校验不通过。台账在登记之后被改动、删减或者没有保存完整，以下内容不能当作完整的原始记录。";

    private final Whole whole;
    private final MatterView view;
    private final MatterJson matter;
    private final Wording words;

    DossierPages(Whole whole, Reading reading) {
        this.whole = whole;
        this.view = whole.matter();
        this.matter = MatterJson.of(view, reading, whole.history());
        this.words = new Wording(view.procedure(), view.seen(), reading);
    }

    /** What is in it, what is wrong with it, and what was left out. */
    byte[] contents(List<DossierZip.Entry> entries, List<String> troubles) {
        Html page = page("案卷目录");
        troubles.forEach(page::alarm);
        page.paragraph("由" + view.seen().actor().organ().name() + " " + view.seen().actor().name() + " 于 " + Texts.time(view.seen().now()) + " 导出。事项版本 " + matter.version()
                + "，台账 " + view.matter().ledgerLength() + " 条，链尾 " + view.matter().ledgerHead() + "。");
        if (whole.history().intact()) {
            page.paragraph("导出时已逐条校验台账的哈希链：通过。自行校验的方法见“校验说明.html”。");
        }
        page.heading("文件").table(List.of("文件", "说明", "字节", "SHA-256"), entries.stream().map(DossierZip.Entry::row).toList());
        page.heading("未收入的内容").list(leftOut());
        return page.bytes();
    }

    private List<String> leftOut() {
        long fields = view.matter().fields().size() - matter.fields().size();
        List<String> ledger = whole.history().ledger().stream().filter(e -> !LedgerJson.withheld(view, e).isEmpty()).map(e -> "第 " + e.seq() + " 条").toList();
        List<String> all = Stream.of(fields > 0 ? "事项内容 " + fields + " 项：按规定只对特定单位公开" : "",
                whole.leftOut() > 0 ? "材料和文书共 " + whole.leftOut() + " 份：按规定只对特定单位公开" : "",
                ledger.isEmpty() ? "" : "台账" + String.join("、", ledger) + "中按规定只对特定单位公开的内容；这些条目的哈希不能凭本案卷重算，前后衔接仍可核对",
                matter.reads().isPresent() ? "" : "查阅记录：此类事项不记录查阅，或者不对导出人公开").filter(s -> !s.isEmpty()).toList();
        return all.isEmpty() ? List.of("无") : all;
    }

    byte[] matter() {
        Html page = page(matter.summary().procedureName() + "：" + matter.summary().title());
        page.table(List.of("项目", "内容"), Stream.concat(Stream.of(List.of("编号", matter.summary().number()), List.of("状态", matter.summary().stateName()),
                        List.of("建立", Texts.time(matter.summary().openedAt()) + " " + matter.openedBy().name()), List.of("规则版本", matter.policyVersion())),
                matter.summary().parties().stream().map(p -> List.of(p.partName(), p.organ().name()))).toList());
        page.heading("进程").table(List.of("状态", "情况", "时间", "办理"), matter.way().path().stream().map(s -> List.of(s.name() + (s.aside() ? "（旁支）" : ""), stage(s.status()),
                s.at().map(Texts::time).orElse(""), s.who().map(w -> w.organ().name() + " " + w.name()).orElse(""))).toList());
        page.heading("事项内容").table(List.of("项目", "内容"), matter.fields().stream().map(f -> List.of(f.label(), f.text())).toList());
        page.heading("时限义务").table(List.of("职责", "承担机关", "期限", "情况", "怎样计算", "依据"), matter.obligations().stream().map(this::obligation).toList());
        page.heading("材料").table(List.of("名称", "类别", "字节", "添加", "SHA-256"), matter.attachments().stream().map(this::attachment).toList());
        page.heading("文书").table(List.of("名称", "文号", "制发", "情况", "SHA-256"), whole.documents().stream().map(d -> List.of(d.title(), d.shown(),
                Texts.time(d.issuedAt()) + " " + words.organ(d.organ()) + " " + d.issuedByName(), d.voided().map(v -> "已作废：" + v.reason()).orElse("有效"), d.sha256())).toList());
        page.heading("关联事项").table(List.of("关系", "事项", "编号"), Stream.concat(matter.origin().stream().map(o -> List.of("来自", o.procedureName() + "：" + o.title(), o.id())),
                matter.linked().stream().map(l -> List.of("由此发起", l.procedureName() + "：" + l.title() + "（" + l.stateName() + "）", l.id()))).toList());
        matter.reads().ifPresent(reads -> page.heading("查阅记录").table(List.of("时间", "单位", "人员", "查阅"),
                reads.stream().map(r -> List.of(Texts.time(r.at()), r.who().organ().name(), r.who().name(), r.text())).toList()));
        return page.bytes();
    }

    private static String stage(String status) {
        return status.equals("done") ? "已过" : status.equals("here") ? "现在" : "尚未";
    }

    private List<String> obligation(ObligationJson o) {
        String steps = o.steps().stream().filter(Deadline.Step::counted).map(s -> s.day() + " " + s.why()).collect(Collectors.joining("\n"));
        return List.of(o.dutyName(), o.owedBy().name(), o.limitText() + "\n自 " + Texts.time(o.trigger()) + " 起\n至 " + o.dueAt().map(Texts::end).orElse(o.dueText()) + (o.provisional() ? "（暂定）" : ""),
                o.lightText() + o.closedAt().map(c -> "\n" + Texts.time(c)).orElse(""), steps.isEmpty() ? "" : "计入：\n" + steps, o.citation() + "\n规则版本 " + o.policyVersion());
    }

    private List<String> attachment(AttachmentJson a) {
        return List.of(a.name(), a.slotName(), Long.toString(a.size()), Texts.time(a.addedAt()) + " " + a.addedBy().name(), a.sha256());
    }

    byte[] ledger() {
        return page("台账").table(List.of("序号", "时间", "办理", "操作", "内容", "哈希"), matter.ledger().stream().map(this::entry).toList()).bytes();
    }

    /** By which days off the limits were counted: the notices of the calendar now in force, and which calendar was in force when. */
    byte[] calendar() {
        Html page = page("工作日历");
        page.paragraph("工作日按下列放假通知计算；没有通知的年份按周一至周五暂定。各项期限怎样数，见“事项.html”。");
        SortedSet<Integer> years = new TreeSet<>(List.of(Zone.day(view.matter().openedAt()).getYear(), Zone.day(view.seen().now()).getYear()));
        view.matter().obligations().forEach(o -> {
            years.add(Zone.day(o.trigger()).getYear());
            o.lastDay().ifPresent(d -> years.add(d.getYear()));
        });
        SortedMap<Integer, CalendarYear> known = view.seen().situation().calendar().years();
        page.heading("放假通知").table(List.of("年份", "通知", "放假", "调休上班"), years.stream().map(y -> Optional.ofNullable(known.get(y))
                .map(n -> List.of(y + "年", n.source(), days(n.holidays()), days(n.workdays()))).orElse(List.of(y + "年", "未发布", "", ""))).toList());
        page.heading("自事项建立以来施行的工作日历").table(List.of("版本", "施行", "停止施行", "决定", "理由"), whole.calendars().stream().map(c -> List.of(c.term().version(), Texts.time(c.term().since()),
                c.until().map(Texts::time).orElse("现在施行"), c.term().decidedBy().equals(Edition.DROPPED) ? "随规则包装入" : words.person(c.term().decidedBy()), c.term().reason())).toList());
        return page.bytes();
    }

    private static String days(Set<LocalDate> days) {
        return days.stream().sorted().map(LocalDate::toString).collect(Collectors.joining("、"));
    }

    private List<String> entry(Entry e) {
        return List.of(Integer.toString(e.seq()), Texts.time(e.at()), e.who().organ().name() + " " + e.who().name(),
                e.actionName() + " → " + e.toName(), Stream.concat(e.details().stream().map(d -> d.label() + "：" + d.text()), e.citation().stream().map(c -> "依据：" + c))
                        .collect(Collectors.joining("\n")), "本条 " + e.hash() + "\n上条 " + e.previousHash());
    }

    /** The algorithm, and one entry worked through byte by byte. */
    byte[] verification() {
        Html page = page("怎样自行校验台账").list(List.of(
                "“台账.json”逐条列出台账（entries）。每条的 hash 是下列各值依次相接后的 SHA-256；每个值写成 UTF-8，前面加四个字节的长度（字节数，高位在前）。",
                "各值依次为：previousHash，jurisdiction，matter，seq（十进制），at（1970 年以来的毫秒数，十进制），user，userName，organ，action，from，to；"
                        + "然后 details 按键名排序，每项先键后值；最后是 citation（没有依据的为空）和 policyVersion。",
                "第一条的 previousHash 是 64 个 0；以后每条的 previousHash 等于上一条的 hash；条数等于 length，最后一条的 hash 等于 head。全部符合，台账就没有改动过。",
                "withheld 不为空的条目，有按规定不对导出人公开的内容，不能重算本条，只能核对前后衔接。",
                "材料和文书：用任何工具计算文件的 SHA-256，与台账中“添加材料”“制发文书”各条所记的 sha256 相比。"));
        LedgerJson.example(view, whole.history().ledger()).ifPresent(values -> {
            page.heading("算例：第 " + values.get(3) + " 条").table(List.of("值", "字节数", "长度（十六进制）"), values.stream().map(v -> {
                int length = v.getBytes(StandardCharsets.UTF_8).length;
                return List.of(v, Integer.toString(length), HexFormat.of().toHexDigits(length));
            }).toList());
            byte[] bytes = Ledger.bytes(values);
            page.paragraph("依次相接，共 " + bytes.length + " 个字节。在 Linux 上可以这样计算：").code("printf '%s' " + HexFormat.of().formatHex(bytes) + " | xxd -r -p | sha256sum")
                    .paragraph("结果：" + Hashes.sha256(bytes));
        });
        return page.bytes();
    }

    /** Without what could be done to it. */
    ObjectNode json() {
        return JsonProvider.MAPPER.<ObjectNode>valueToTree(matter).without(List.of("actions", "mayAttach"));
    }

    LedgerJson ledgerJson() {
        List<LedgerEntry> ledger = whole.history().ledger();
        return LedgerJson.of(view, ledger, whole.history().intact());
    }

    String slot(Attachment a) {
        return words.slot(a.slot());
    }

    private Html page(String title) {
        Html page = new Html(title);
        Optional.of(BROKEN).filter(x -> !whole.history().intact()).ifPresent(page::alarm);
        return page;
    }
}
