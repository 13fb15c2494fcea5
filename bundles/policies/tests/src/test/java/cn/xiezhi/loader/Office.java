package cn.xiezhi.loader;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** LibreOffice and poppler of the system; where the build may install packages, Debian's. What is missing fails the test, it never skips it. */
final class Office {
    private static final List<String> TOOLS = List.of("soffice", "pdftoppm", "pdftotext");

    private static final Pattern WORD = Pattern.compile("<word .*yMin=\"([\\d.]+)\".*yMax=\"([\\d.]+)\">(.*)</word>");

    private Office() {}

    /** Turns every .docx of a folder into a .pdf beside it and each page into a picture. */
    static void pages(Path folder) throws Exception {
        find();
        List<Path> files = files(folder, ".docx");
        List<String> convert = new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolveSibling("office").toUri(), "--headless", "--convert-to", "pdf", "--outdir", folder.toString()));
        files.forEach(f -> convert.add(f.toString()));
        run(convert);
        for (Path pdf : files(folder, ".pdf")) {
            run(List.of("pdftoppm", "-r", "60", "-png", pdf.toString(), pdf.toString().replaceAll("\\.pdf$", "")));
        }
    }

    /** What a .pdf says, without blanks and line breaks. */
    static String text(Path pdf) throws Exception {
        Path text = Path.of(pdf.toString().replaceAll("\\.pdf$", ".txt"));
        run(List.of("pdftotext", pdf.toString(), text.toString()));
        return Files.readString(text).replaceAll("\\s", "");
    }

    /** What stands together in a .pdf, and where: pages from 1, points from the page's top. */
    record Word(int page, double top, double bottom, String text) {}

    static List<Word> words(Path pdf) throws Exception {
        Path html = Path.of(pdf.toString().replaceAll("\\.pdf$", ".html"));
        run(List.of("pdftotext", "-bbox", pdf.toString(), html.toString()));
        List<Word> words = new ArrayList<>();
        int page = 0;
        for (String line : Files.readAllLines(html)) {
            Matcher word = WORD.matcher(line);
            if (line.contains("<page ")) {
                page++;
            } else if (word.find()) {
                words.add(new Word(page, Double.parseDouble(word.group(1)), Double.parseDouble(word.group(2)), word.group(3)));
            }
        }
        return words;
    }

    static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
        }
    }

    private static synchronized void find() throws Exception {
        if (!TOOLS.stream().allMatch(Office::onPath) && "root".equals(System.getProperty("user.name")) && onPath("apt-get")) {
            run(List.of("apt-get", "update", "-q"));
            run(List.of("apt-get", "install", "-q", "-y", "--no-install-recommends", "libreoffice-writer-nogui", "poppler-utils", "fonts-noto-cjk"));
        }
        for (String tool : TOOLS) {
            if (!onPath(tool)) {
                throw new AssertionError("The tests of documents need " + TOOLS + " on PATH. On Debian: apt-get install libreoffice-writer-nogui poppler-utils fonts-noto-cjk");
            }
        }
    }

    private static boolean onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static void run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " did not end well");
        }
    }
}
