package cn.xiezhi.rest;

import cn.xiezhi.desk.Dossiers;
import cn.xiezhi.desk.Dossiers.Whole;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.Hashes;
import cn.xiezhi.document.Issued;
import cn.xiezhi.rest.Html.Link;
import cn.xiezhi.time.Zone;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A matter's whole file as one archive, written as it goes: a file is fetched when the one before it has been written. The table of contents comes last, so
 * that it says what really is in it.
 */
final class DossierZip {
    static final String CONTENTS = "目录";

    private final Dossiers dossiers;
    private final Whole whole;
    private final DossierPages pages;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private ZipOutputStream zip;

    /** A file of the archive. */
    record Entry(String path, String what, long size, String sha256) {
        List<Object> row() {
            return List.of(new Link(path), what, Long.toString(size), sha256);
        }
    }

    DossierZip(Dossiers dossiers, Whole whole, DossierPages pages) {
        this.dossiers = dossiers;
        this.whole = whole;
        this.pages = pages;
    }

    void write(OutputStream out) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // Most of what is large in it is packed already.
        zip.setLevel(Deflater.BEST_SPEED);
        put("事项.html", "事项内容、时限义务和材料清单", pages.matter());
        put("事项.json", "同上，供程序读取", JsonProvider.bytes(pages.json()));
        put("台账.html", "台账全文", pages.ledger());
        put("台账.json", "台账，供程序读取和校验", JsonProvider.bytes(pages.ledgerJson()));
        put("工作日历.html", "计算期限所依据的放假通知和工作日历版本", pages.calendar());
        put("校验说明.html", "怎样自行校验台账", pages.verification());
        int ordinal = 0;
        for (Attachment a : whole.attachments()) {
            kept("材料/" + FileName.numbered(++ordinal, a.name()), "材料：" + pages.slot(a), a.sha256());
        }
        ordinal = 0;
        for (Issued d : whole.documents()) {
            String shown = d.title() + (d.shown().isEmpty() ? "" : " " + d.shown()) + d.voided().map(v -> "（已作废）").orElse("");
            kept("文书/" + FileName.numbered(++ordinal, shown + ".docx"), "文书：" + shown, d.sha256());
        }
        rules();
        calendars();
        put(CONTENTS + ".csv", CONTENTS + "，供表格软件打开", Csv.of(List.of("文件", "说明", "字节", "SHA-256"),
                entries.stream().map(e -> List.of(e.path(), e.what(), Long.toString(e.size()), e.sha256())).toList()));
        write(CONTENTS + ".html", pages.contents(List.copyOf(entries), troubles));
        zip.finish();
    }

    private void rules() throws IOException {
        int ordinal = 0;
        for (Map.Entry<String, Map<String, byte[]>> version : whole.rules().entrySet()) {
            version("规则/" + FileName.numbered(++ordinal, version.getKey()), "规则版本 " + version.getKey(), version.getValue());
        }
    }

    /** A version that was brought back stands once. */
    private void calendars() throws IOException {
        Map<String, Map<String, byte[]>> versions = new LinkedHashMap<>();
        whole.calendars().forEach(c -> versions.putIfAbsent(c.term().version(), c.files()));
        int ordinal = 0;
        for (Map.Entry<String, Map<String, byte[]>> version : versions.entrySet()) {
            version("工作日历/" + FileName.numbered(++ordinal, version.getKey()), "工作日历版本 " + version.getKey(), version.getValue());
        }
    }

    private void version(String folder, String what, Map<String, byte[]> files) throws IOException {
        if (files.isEmpty()) {
            troubles.add(what + " 的文件没有留存");
        }
        int file = 0;
        for (Map.Entry<String, byte[]> f : files.entrySet()) {
            put(folder + "/" + FileName.numbered(++file, f.getKey()), what, f.getValue());
        }
    }

    private void kept(String path, String what, String sha256) throws IOException {
        Optional<byte[]> bytes = dossiers.content(whole, sha256);
        if (bytes.isEmpty()) {
            troubles.add(path + "：存储中找不到内容（登记的 SHA-256 为 " + sha256 + "）");
            return;
        }
        if (!put(path, what, bytes.get()).equals(sha256)) {
            troubles.add(path + "：内容与登记的 SHA-256 不符（登记的为 " + sha256 + "）");
        }
    }

    private String put(String path, String what, byte[] bytes) throws IOException {
        write(path, bytes);
        Entry entry = new Entry(path, what, bytes.length, Hashes.sha256(bytes));
        entries.add(entry);
        return entry.sha256();
    }

    private void write(String path, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(Zone.local(whole.matter().seen().now()).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        zip.flush();
    }
}
