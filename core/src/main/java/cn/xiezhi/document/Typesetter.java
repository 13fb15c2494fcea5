package cn.xiezhi.document;

/** Lays a document out as a .docx file by a template with fields. The same content and template give the same bytes. */
public interface Typesetter {
    /** The platform's own template of a form. */
    byte[] template(Form form);

    /**
     * @param template a .docx in which {@link TemplateCheck} found nothing wrong
     * @throws IllegalArgumentException in Chinese, if it can't be filled all the same
     */
    byte[] docx(Content content, byte[] template);
}
