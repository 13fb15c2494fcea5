package cn.xiezhi.document;

/** Lays a document out as a .docx file. The same content gives the same bytes. */
public interface Typesetter {
    /** What lays it out, with its version; kept with every document that is issued. */
    String template();

    byte[] docx(Content content);
}
