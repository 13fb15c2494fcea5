package cn.xiezhi.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An installation with the calendar and one jurisdiction, and what a command there answers. */
record Installed(Path folder) {
    /** @param output what was said, errors included */
    record Answer(int exitCode, String output) {}

    static Installed in(Path folder) throws IOException {
        Installed installed = new Installed(Files.createDirectories(folder.resolve("xiezhi")));
        Path jurisdictions = Files.createDirectories(installed.folder.resolve("jurisdictions"));
        Path calendar = copied(folder.resolve("calendar"), "calendar.yaml");
        Path ningwu = copied(folder.resolve("ningwu"), "policy.yaml", "examples.yaml", "organs.yaml", "items.yaml");
        installed.run("pack", calendar.toString(), "-o", jurisdictions.resolve("xiezhi.calendar-cn.jar").toString());
        installed.run("pack", ningwu.toString(), "-o", jurisdictions.resolve("xiezhi.policy.ningwu.jar").toString());
        return installed;
    }

    Answer run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(folder, out, out, args);
        return new Answer(code, out.toString(StandardCharsets.UTF_8));
    }

    private static Path copied(Path to, String... names) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of(names)) {
            try (InputStream in = Installed.class.getResourceAsStream("/xiezhi/" + name)) {
                Files.copy(in, to.resolve(name));
            }
        }
        return to;
    }
}
