package cn.xiezhi.policy;

import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the format of rule files, as they come from outside. Implemented by the policy loader. */
public interface RuleFiles {
    /**
     * Opens a jar from outside. It may be hostile: size, entries, names and texts are bounded, nothing of it is run.
     *
     * @param now what the signature is judged by
     */
    Arrival open(byte[] jar, Instant now);

    /**
     * Reads the files of a version and checks them, examples included.
     *
     * @param calendar what a policy's examples are counted by; a calendar's own days count for itself
     */
    Inspection inspect(Map<String, byte[]> files, WorkCalendar calendar);

    /** The golden examples, of either version, that the two versions answer otherwise. */
    List<Answers> answers(Map<String, byte[]> before, WorkCalendar calendarBefore, Map<String, byte[]> after, WorkCalendar calendarAfter);

    /** The JSON Schema of {@code policy.yaml}, for editors: its shape, which the reading alone judges in full. */
    String schema();

    /**
     * A jar as it arrived.
     *
     * @param files its rule files; none if it was refused
     * @param refusals why it can't be taken: not whole, too large, not signed by a key that is trusted; Chinese
     */
    record Arrival(Map<String, byte[]> files, String sha256, Optional<String> signer, List<String> refusals) {}

    /**
     * What the files hold.
     *
     * @param version empty where the files can't be read at all
     * @param policy {@code calendar} one of them, if there are no problems
     * @param problems each with file, line, key and what to do; with any, the version can't come into force
     * @param warnings where it is looser than a national limit, or an example is out of date
     */
    record Inspection(Optional<Subject> subject, Optional<String> version, Optional<Policy> policy, Optional<WorkCalendar> calendar, List<String> problems,
            List<String> warnings) {}

    /** An example's question and the two answers, as people read them. */
    record Answers(String example, String before, String after) {}
}
