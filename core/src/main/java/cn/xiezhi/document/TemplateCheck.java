package cn.xiezhi.document;

import cn.xiezhi.policy.Nearest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks a template from outside through before anything else reads it: bounded, without programs, without anything that is fetched from elsewhere, its fields known.
 * It throws nothing: what is wrong is said.
 */
public final class TemplateCheck {
    /** In bytes. */
    public static final int MOST = 1024 * 1024;
    private static final int MOST_UNPACKED = 16 * 1024 * 1024;
    private static final int MOST_PARTS = 300;
    private static final int MOST_TOLD = 20;
    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}");
    /** Programs, and files of other programs inside the file. */
    private static final Pattern PROGRAM = Pattern.compile("(?i).*(vbaProject|vbaData|activeX|/embeddings/|/charts/|oleObject|afchunk|customXml/.*\\.bin|\\.(exe|dll|js|vbs|ocx|html?|mht)$).*");
    /** Relations to what is no text of the document: only these may lead to parts that aren't looked through. */
    private static final Pattern PICTURE = Pattern.compile(".*/(image|font|thumbnail)");
    /** Attributes that name what a program fetches by itself, past any relation: pictures of VML, web videos, schemas. */
    private static final Set<String> FETCHED = Set.of("src", "href", "althref", "embeddedHtml", "manifestLocation");
    /** What a program would work out; anything else might fetch or start something. */
    private static final Set<String> FIELD_CODES = Set.of("PAGE", "NUMPAGES", "SECTIONPAGES");

    private final Collection<String> known;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> used = new TreeSet<>();

    private TemplateCheck(Collection<String> known) {
        this.known = known;
    }

    /**
     * All that is wrong with it, in Chinese; empty if it can be used.
     *
     * @param fields of the matter that a template may show, by id; the {@link Slot}s are known anyway
     * @param numbered whether the paper has a number, which the template must then show
     */
    public static List<String> problems(byte[] docx, Collection<String> fields, boolean numbered) {
        TemplateCheck check = new TemplateCheck(Stream.concat(Stream.of(Slot.values()).map(Slot::text), fields.stream().sorted()).toList());
        check.look(docx, numbered);
        return check.problems.stream().limit(MOST_TOLD).toList();
    }

    private void look(byte[] docx, boolean numbered) {
        if (docx.length > MOST) {
            problems.add("超过 1 MiB 上限，请压缩或删去图片");
            return;
        }
        Map<String, byte[]> parts = parts(docx);
        if (problems.isEmpty() && (!parts.containsKey("[Content_Types].xml") || !parts.containsKey("word/document.xml"))) {
            problems.add("不是 Word 文档（.docx）；请用 Word 或 WPS 另存为 .docx");
        }
        if (!problems.isEmpty()) {
            return;
        }
        parts.forEach(this::part);
        if (problems.isEmpty() && used.stream().allMatch(u -> u.equals(Slot.NUMBER.text()) || u.equals(Slot.DATE.text()))) {
            problems.add("没有填写内容的字段，请至少放一个，例如 {{正文}}");
        }
        if (problems.isEmpty() && numbered && !used.contains(Slot.NUMBER.text())) {
            problems.add("这种文书有文号，模板中须有字段 {{文号}}");
        }
    }

    private Map<String, byte[]> parts(byte[] docx) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long all = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && problems.isEmpty(); entry = zip.getNextEntry()) {
                String name = entry.getName();
                byte[] bytes = zip.readNBytes((int) (MOST_UNPACKED - all + 1));
                all += bytes.length;
                if (all > MOST_UNPACKED || parts.size() >= MOST_PARTS) {
                    problems.add("解压后过大或者所含文件过多");
                } else if (name.startsWith("/") || name.contains("..") || name.contains("\\") || parts.put(name, bytes) != null) {
                    problems.add("所含文件名不合法或者重复");
                } else if (PROGRAM.matcher(name).matches()) {
                    problems.add("含有宏、程序、图表或嵌入的文件，请删去");
                }
            }
        } catch (ZipException e) {
            problems.add("不是完整的 Word 文档（.docx）");
        } catch (IOException | IllegalArgumentException e) {
            problems.add("文件已损坏，不能读取");
        }
        return parts;
    }

    private void part(String name, byte[] bytes) {
        String kind = name.toLowerCase(Locale.ROOT);
        if (!kind.endsWith(".xml") && !kind.endsWith(".rels")) {
            if (kind.endsWith(".svg") || isMarkup(bytes)) {
                String shown = name.substring(name.lastIndexOf('/') + 1);
                problems.add("含有矢量图片（" + shown.substring(0, Math.min(40, shown.length())) + "），它能引用文件以外的内容；请换成 PNG 或 JPEG");
            }
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            Deque<Paragraph> paragraphs = new ArrayDeque<>(List.of(new Paragraph()));
            while (in.hasNext()) {
                event(in, in.next(), paragraphs);
            }
            paragraphs.forEach(this::paragraph);
        } catch (XMLStreamException | RuntimeException e) {
            problems.add(name + " 不能读取，文件可能已损坏");
        }
    }

    /** A drawing written as text, whatever the part is called: unlike pixels it can name other files. */
    private static boolean isMarkup(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1).replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "").replace("\0", "").stripLeading();
        return start.startsWith("<");
    }

    /** What is said in a paragraph, however many pieces the program that wrote the file made of it. */
    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder codes = new StringBuilder();
        private StringBuilder into = new StringBuilder();
    }

    private void event(XMLStreamReader in, int event, Deque<Paragraph> paragraphs) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            problems.add("含有文档类型定义（DTD），请用 Word 或 WPS 重新保存");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            attributes(in);
            if (in.getLocalName().equals("p")) {
                paragraphs.push(new Paragraph());
            }
            Paragraph p = paragraphs.peek();
            p.into = in.getLocalName().equals("t") ? p.text : in.getLocalName().equals("instrText") ? p.codes : new StringBuilder();
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            paragraphs.peek().into.append(in.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            paragraphs.peek().into = new StringBuilder();
            if (in.getLocalName().equals("p")) {
                paragraph(paragraphs.pop());
            }
        }
    }

    /** A program reads as text whatever part a relation leads to, however it is called: so it must be one that was looked through. */
    private void relation(String type, String target) {
        boolean text = target.toLowerCase(Locale.ROOT).endsWith(".xml") && !type.toLowerCase(Locale.ROOT).endsWith("/afchunk");
        if (!text && !PICTURE.matcher(type).matches()) {
            problems.add("含有不能检查的部分（" + target.substring(0, Math.min(40, target.length())) + "），请用 Word 或 WPS 重新保存");
        }
    }

    private void attributes(XMLStreamReader in) {
        if (in.getLocalName().equals("Relationship")) {
            relation(Objects.toString(in.getAttributeValue(null, "Type"), ""), Objects.toString(in.getAttributeValue(null, "Target"), ""));
        }
        if (in.getLocalName().equals("mailMerge")) {
            problems.add("含有邮件合并的数据来源，请在 Word 或 WPS 中改为普通文档");
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            String value = in.getAttributeValue(i);
            if (name.equals("TargetMode") && value.equalsIgnoreCase("External")) {
                problems.add("引用了文件以外的内容（链接或外部图片），请删去");
            }
            if (FETCHED.contains(name) && !value.isBlank()) {
                problems.add("引用了文件以外的内容（链接或外部图片），请删去");
            }
            if (name.equals("ContentType") && value.toLowerCase(Locale.ROOT).contains("macroenabled")) {
                problems.add("含有宏、程序、图表或嵌入的文件，请删去");
            }
            if (name.equals("instr")) {
                code(value);
            }
            if (value.contains("{{")) {
                problems.add("字段只能写在文字里，不能写在图片的说明或其他设置里");
            }
        }
    }

    private void code(String text) {
        List<String> words = Stream.of(text.split("[\\s\\\\*\"]+")).filter(w -> !w.isBlank()).toList();
        if (!words.isEmpty() && words.stream().noneMatch(FIELD_CODES::contains) || words.stream().anyMatch(w -> w.matches("(?i)DDE.*|INCLUDE.*|LINK|HYPERLINK|IMPORT|DATABASE|MACROBUTTON"))) {
            problems.add("含有页码以外的域代码（" + words.get(0) + "），请改为文字");
        }
    }

    private void paragraph(Paragraph p) {
        code(p.codes.toString());
        Matcher tag = TAG.matcher(p.text);
        while (tag.find()) {
            String name = tag.group(1);
            if (known.contains(name)) {
                used.add(name);
            } else {
                String shown = name.codePointCount(0, name.length()) > 40 ? name.substring(0, name.offsetByCodePoints(0, 40)) + "…" : name;
                problems.add("不认识的字段 {{" + shown + "}}" + Nearest.of(name.strip(), known).map(n -> "；是否想写 {{" + n + "}}？").orElse("；可用的字段见模板说明"));
            }
        }
        if (TAG.matcher(p.text).replaceAll("").contains("{{")) {
            problems.add("字段没有写完整：“" + p.text.substring(0, Math.min(20, p.text.length())) + "”，应为 {{名称}}");
        }
    }
}
