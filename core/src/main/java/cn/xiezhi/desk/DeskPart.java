package cn.xiezhi.desk;

import java.util.Optional;

/**
 * Which of the open obligations that an organ's desk shows.
 *
 * @param owes those that the organ owes; else those that others owe in matters in which it holds a part
 * @param assignee only those of matters that this user handles
 */
public record DeskPart(String organ, boolean owes, Optional<String> procedure, Optional<String> assignee) {
    /** All that an organ owes. */
    public static DeskPart owedBy(String organ) {
        return new DeskPart(organ, true, Optional.empty(), Optional.empty());
    }
}
