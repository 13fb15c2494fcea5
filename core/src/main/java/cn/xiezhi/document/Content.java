package cn.xiezhi.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a document says, before anybody has laid it out.
 *
 * @param head what stands in red on top: the organ's name, or the meeting's for minutes; not shown by an ordinary document
 * @param number as people write it; empty for a document that has none, a blank one while it is only a draft
 * @param addressee to whom, without the colon
 * @param attachments names of what goes along
 * @param signatories who signs, one beside the other's seal; empty for minutes
 * @param copies to whom copies go (抄送)
 */
public record Content(Form form, String head, Optional<String> number, String title, Optional<String> addressee, List<Block> body, List<String> attachments,
        List<String> signatories, LocalDate date, List<String> copies) {
    public Content {
        body = List.copyOf(body);
        attachments = List.copyOf(attachments);
        signatories = List.copyOf(signatories);
        copies = List.copyOf(copies);
    }
}
