package cn.xiezhi.acceptance;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the system's Chromium; where the build may install packages, installs Debian's. A missing browser fails the test, it never skips it. */
final class Browser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Browser() {}

    static synchronized Path find() throws Exception {
        Optional<Path> found = onPath(NAMES);
        if (found.isEmpty() && "root".equals(System.getProperty("user.name")) && onPath(List.of("apt-get")).isPresent()) {
            run("apt-get", "update", "-q");
            run("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
            found = onPath(NAMES);
        }
        return found.orElseThrow(() -> new AssertionError("The browser tests need one of " + NAMES + " on PATH. On Debian: apt-get install chromium fonts-noto-cjk"));
    }

    private static Optional<Path> onPath(List<String> names) {
        return names.stream()
                .flatMap(name -> List.of(System.getenv("PATH").split(File.pathSeparator)).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static void run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + code);
        }
    }
}
