package cn.xiezhi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The templates that counties' administrators chose for their papers. Implemented by the store; nothing in it is ever overwritten. */
public interface TemplateStore {
    /**
     * A choice for one paper.
     *
     * @param version 1 for the paper's first
     * @param sha256 of the template; empty where the choice was to go back to the default
     * @param by the user
     */
    record Choice(String jurisdiction, String procedure, String paper, int version, Optional<String> sha256, Instant at, String by, String byName) {}

    /** A jurisdiction's choices, of every paper the latest first. */
    List<Choice> of(String jurisdiction);

    /** A paper's choices, the latest first. */
    default List<Choice> of(String jurisdiction, String procedure, String paper) {
        return of(jurisdiction).stream().filter(c -> c.procedure().equals(procedure) && c.paper().equals(paper)).toList();
    }

    /** What was chosen; empty for a default. */
    Optional<byte[]> docx(Choice choice);

    /** @return false if somebody else was quicker with the version; nothing was written */
    boolean add(Choice choice, Optional<byte[]> docx);
}
