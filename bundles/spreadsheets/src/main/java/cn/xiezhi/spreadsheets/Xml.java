package cn.xiezhi.spreadsheets;

import cn.xiezhi.sheet.SheetException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through one XML part, forward only. A document type, and with it every entity of one's own, is refused. */
final class Xml {
    /** Characters of one cell, as spreadsheets have it. */
    private static final int LONGEST_TEXT = 32_767;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader in;

    Xml(InputStream part) throws SheetException {
        try {
            in = FACTORY.createXMLStreamReader(part);
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes to the next element that starts; false at the end. */
    boolean nextStart() throws SheetException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next element that starts inside of another; false once that has ended. */
    boolean nextStartIn(String outer) throws SheetException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals(outer)) {
                return false;
            }
        }
        throw broken();
    }

    private int next() throws SheetException {
        try {
            int event = in.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new SheetException("文件含有不允许的 XML 定义，请在表格软件中另存为 .xlsx 后重试");
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw broken();
        }
    }

    boolean at(String element) {
        return in.getLocalName().equals(element);
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(in.getAttributeValue(null, name));
    }

    /** An attribute of the relationships' name space, whichever edition of the format. */
    Optional<String> relation() {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals("id") && in.getAttributeNamespace(i) != null && in.getAttributeNamespace(i).endsWith("/relationships")) {
                return Optional.of(in.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** The text of a simple element, up to its end. */
    String text() throws SheetException {
        StringBuilder text = new StringBuilder();
        try {
            for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                    throw broken();
                }
                if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                }
                if (text.length() > LONGEST_TEXT) {
                    throw new SheetException("有单元格的文字超过 " + LONGEST_TEXT + " 个字符，请缩短");
                }
            }
        } catch (RuntimeException e) {
            throw broken();
        }
        return text.toString();
    }

    /** The text of a rich element: all its runs, without the readings of East Asian words. */
    String runs(String element) throws SheetException {
        StringBuilder text = new StringBuilder();
        while (nextStartIn(element)) {
            if (at("rPh")) {
                while (nextStartIn("rPh")) {
                    text();
                }
            } else if (at("t")) {
                text.append(text());
            }
            if (text.length() > LONGEST_TEXT) {
                throw new SheetException("有单元格的文字超过 " + LONGEST_TEXT + " 个字符，请缩短");
            }
        }
        return text.toString();
    }

    static SheetException broken() {
        return new SheetException("文件已损坏，内容不能读取；请在表格软件中打开并另存为 .xlsx 后重试");
    }
}
