package cn.xiezhi.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The tester reports success when it finds no test; this does not. */
class TestsRanTest {

    @Test
    void testsRanInTheFrameworkAndNoneFailed() throws Exception {
        List<Path> reports;
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("reports")))) {
            reports = files.filter(f -> f.toString().endsWith(".xml")).toList();
        }
        int tests = 0;
        for (Path report : reports) {
            Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
            var cases = suite.getElementsByTagName("testcase");
            tests += cases.getLength();
            assertEquals(0, suite.getElementsByTagName("failure").getLength() + suite.getElementsByTagName("error").getLength(), report.toString());
        }
        assertTrue(tests > 0, "no test ran in the framework: " + reports);
    }
}
