package cn.xiezhi.loader;

import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.registry.Organ;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rule book of the one jurisdiction and the calendar on the class path, read as the product reads them. */
public record RuleFiles(RuleBook book, List<Organ> organs) {
    public static RuleFiles read() throws IOException {
        Content.OfCalendar calendar = (Content.OfCalendar) content(List.of(BundleFiles.CALENDAR));
        Content.OfPolicy policy = (Content.OfPolicy) content(List.of(BundleFiles.POLICY, BundleFiles.EXAMPLES, BundleFiles.ORGANS));
        PolicyInForce inForce = new PolicyInForce(policy.policy(), Instant.now(), policy.text());
        return new RuleFiles(new RuleBook(new TreeMap<>(Map.of(policy.jurisdiction(), inForce)), calendar.calendar()), policy.proposed().organs());
    }

    private static Content content(List<String> names) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : names) {
            try (InputStream in = RuleFiles.class.getClassLoader().getResourceAsStream(BundleFiles.FOLDER + name)) {
                files.put(name, in.readAllBytes());
            }
        }
        Reading reading = Reading.of(new BundleFiles(files));
        return reading.content().orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
    }
}
