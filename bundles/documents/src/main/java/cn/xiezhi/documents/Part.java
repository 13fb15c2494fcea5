package cn.xiezhi.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A part of a .docx while it is being written: WordprocessingML, element by element. */
final class Part {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    /** What is written inside an element. */
    interface Inside {
        void write() throws XMLStreamException;
    }

    private Part() throws XMLStreamException {
        out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /** What is written into a part. */
    interface Writing {
        void into(Part part) throws XMLStreamException;
    }

    static byte[] of(String root, Writing writing) {
        try {
            Part part = new Part();
            part.out.writeStartDocument("UTF-8", "1.0");
            part.out.writeStartElement("w", root, W);
            part.out.writeNamespace("w", W);
            part.out.writeNamespace("r", R);
            writing.into(part);
            part.out.writeEndElement();
            part.out.writeEndDocument();
            part.out.close();
            return part.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    /** An element with attributes (name, value, …); one that begins with {@code r:} is a reference to another part. */
    void element(String name, Inside inside, Object... attributes) throws XMLStreamException {
        out.writeStartElement("w", name, W);
        for (int i = 0; i < attributes.length; i += 2) {
            String attribute = (String) attributes[i];
            boolean reference = attribute.startsWith("r:");
            out.writeAttribute(reference ? "r" : "w", reference ? R : W, reference ? attribute.substring(2) : attribute, String.valueOf(attributes[i + 1]));
        }
        inside.write();
        out.writeEndElement();
    }

    void empty(String name, Object... attributes) throws XMLStreamException {
        element(name, () -> {}, attributes);
    }

    /** A paragraph with one run of text. */
    void paragraph(String style, String text) throws XMLStreamException {
        paragraph(style, () -> {}, () -> run(text));
    }

    /** @param properties of the paragraph, besides its style */
    void paragraph(String style, Inside properties, Inside content) throws XMLStreamException {
        element("p", () -> {
            element("pPr", () -> {
                empty("pStyle", "val", style);
                properties.write();
            });
            content.write();
        });
    }

    void run(String text) throws XMLStreamException {
        run(() -> {}, text);
    }

    void run(Inside properties, String text) throws XMLStreamException {
        element("r", () -> {
            element("rPr", properties);
            element("t", () -> {
                out.writeAttribute("http://www.w3.org/XML/1998/namespace", "space", "preserve");
                out.writeCharacters(fit(text));
            });
        });
    }

    /** Where the page's number stands. */
    void pageNumber() throws XMLStreamException {
        element("fldSimple", () -> run("1"), "instr", "PAGE");
    }

    /** Without what XML can't hold: a stray control character must not make a file that nobody can open. */
    static String fit(String text) {
        return text.codePoints().map(p -> p == '\t' || p >= ' ' && p != 0x7F && p < 0xD800 || p > 0xDFFF && p != 0xFFFE && p != 0xFFFF ? p : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
