package cn.xiezhi.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The twelve examples of {@code deadline-examples.json}, checked by hand against the notices. */
class CheckedExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile(
            "\"count\": \"(\\w+)\",\\s*\"amount\": (\\d+),\\s*\"trigger\": \"([\\d-]+)\",\\s*\"lastDay\": (?:null|\"([\\d-]+)\")");

    @TestFactory
    Stream<DynamicTest> everyExampleComesOut() {
        return examples().stream().map(e -> DynamicTest.dynamicTest(e.toString(), () -> {
            Deadline deadline = Deadlines.of(e.limit, Zone.startOf(e.trigger), Notices.calendar());
            if (e.lastDay.isPresent()) {
                assertEquals(e.lastDay, deadline.lastDay());
            }
            assertEquals(e.lastDay.isEmpty(), deadline.provisional());
        }));
    }

    @Test
    void thereAreTwelve() {
        assertEquals(12, examples().size());
        assertTrue(examples().stream().anyMatch(e -> e.lastDay.isEmpty()), "one reaches a year without a notice");
    }

    private record Example(Limit limit, LocalDate trigger, Optional<LocalDate> lastDay) {}

    private static List<Example> examples() {
        Matcher matcher = EXAMPLE.matcher(Notices.text("deadline-examples.json"));
        return matcher.results().map(m -> new Example(
                new Limit(Arrays.stream(Count.values()).filter(c -> c.code().equals(m.group(1))).findFirst().orElseThrow(), Integer.parseInt(m.group(2))),
                LocalDate.parse(m.group(3)), Optional.ofNullable(m.group(4)).map(LocalDate::parse))).toList();
    }
}
