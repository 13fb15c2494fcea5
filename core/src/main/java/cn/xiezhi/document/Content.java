package cn.xiezhi.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document says, before anybody has laid it out.
 *
 * @param head what stands in red on top: the organ's name, or the meeting's for minutes; not shown by an ordinary document
 * @param number as people write it; empty for a document that has none, a blank one while it is only a draft
 * @param addressee to whom, without the colon
 * @param attachments names of what goes along
 * @param signatories who signs, one beside the other's seal; empty for minutes
 * @param issuer the organ that issues it
 * @param copies to whom copies go (抄送)
 * @param fields what the paper may show of the matter, for templates that ask for it by the field's id
 */
public record Content(Form form, String head, Optional<String> number, String title, Optional<String> addressee, List<Block> body, List<String> attachments,
        List<String> signatories, LocalDate date, String issuer, List<String> copies, Map<String, String> fields) {
    public Content {
        body = List.copyOf(body);
        attachments = List.copyOf(attachments);
        signatories = List.copyOf(signatories);
        copies = List.copyOf(copies);
        fields = Map.copyOf(fields);
    }

    /** What stands in a template's field that is text; blank if there is nothing. */
    public String text(String field) {
        return Slot.named(field).map(this::text).orElseGet(() -> fields.getOrDefault(field, ""));
    }

    private String text(Slot slot) {
        return switch (slot) {
            case MARK -> head;
            case ISSUER -> issuer;
            case NUMBER -> number.orElse("");
            case TITLE -> title;
            case ADDRESSEE -> addressee.map(a -> a + "：").orElse("");
            case DATE -> day();
            case COPIES -> copies.isEmpty() ? "" : "抄送：" + String.join("，", copies) + "。";
            case IMPRINT -> copies.isEmpty() || form == Form.LETTER ? "" : issuer + "\t" + day() + "印发";
            case BODY, ATTACHMENTS, SIGNATURE, COLOPHON -> "";
        };
    }

    private String day() {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
