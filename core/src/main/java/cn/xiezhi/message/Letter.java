package cn.xiezhi.message;

import java.util.List;
import java.util.Optional;

/**
 * What is brought out, before it is put into the form of a mail or of a group's robot.
 *
 * @param id the same for the same letter sent again
 * @param lines the most urgent first
 */
public record Letter(String id, String subject, List<Line> lines) {
    /** @param path of the console's page, if it has one: {@code /matters/…} */
    public record Line(String text, Optional<String> path) {}
}
