package cn.xiezhi.documents;

import cn.xiezhi.document.Content;
import cn.xiezhi.document.Form;
import cn.xiezhi.document.Typesetter;
import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;

/** Fills .docx templates. The library behind it is not loaded before the first document is asked for. */
@Component
public final class Docx implements Typesetter {
    private static final List<String> SHARED = List.of("content-types.xml", "package-rels.xml", "document-rels.xml", "styles.xml", "settings.xml", "head-first.xml", "foot-first.xml",
            "foot-odd.xml", "foot-even.xml");
    private static final Map<String, String> PLACES = Map.of("content-types.xml", "[Content_Types].xml", "package-rels.xml", "_rels/.rels", "document-rels.xml",
            "word/_rels/document.xml.rels");
    /** What the library would do with pictures, tables and files that a tag names: here a tag is a field's name and nothing else. */
    private static final String OTHER_TAGS = "\0@#*+";

    @Override
    public byte[] template(Form form) {
        Map<String, byte[]> parts = new TreeMap<>();
        SHARED.forEach(name -> parts.put(PLACES.getOrDefault(name, "word/" + name), resource("common/" + name)));
        parts.put("word/document.xml", resource(form.name().toLowerCase(Locale.ROOT) + "/document.xml"));
        return Parts.zipped(parts);
    }

    @Override
    public byte[] docx(Content content, byte[] template) {
        Filling filling = new Filling(content);
        ConfigureBuilder tags = Configure.builder();
        OTHER_TAGS.chars().forEach(c -> tags.addPlugin((char) c, filling));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Docx.class.getClassLoader());
        try (XWPFTemplate document = XWPFTemplate.compile(new ByteArrayInputStream(template), tags.build())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.render(Map.of()).write(out);
            return Parts.zipped(Parts.of(out.toByteArray()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("不能用这个模板排版：" + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Docx.class.getResourceAsStream("/templates/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
