package cn.xiezhi.documents;

import cn.xiezhi.document.Content;
import cn.xiezhi.document.Typesetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Component;

/** Writes .docx files. Nothing in them depends on when or where they are made. */
@Component
public final class Docx implements Typesetter {
    /** Raised whenever the layout changes. */
    private static final String TEMPLATE = "xiezhi 1";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public byte[] docx(Content content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", resource("content-types.xml"));
        parts.put("_rels/.rels", resource("package-rels.xml"));
        parts.put("word/document.xml", Part.of("document", out -> out.element("body", () -> new Body(content, out).write())));
        parts.put("word/_rels/document.xml.rels", resource("document-rels.xml"));
        parts.put("word/styles.xml", resource("styles.xml"));
        parts.put("word/settings.xml", resource("settings.xml"));
        parts.put("word/head-first.xml", Page.headFirst(content.head()));
        parts.put("word/foot-first.xml", Page.footFirst());
        parts.put("word/foot-odd.xml", Page.foot(true));
        parts.put("word/foot-even.xml", Page.foot(false));
        return zipped(parts);
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Docx.class.getResourceAsStream("/docx/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
