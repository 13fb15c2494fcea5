package cn.xiezhi.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One installation of the product, unpacked from the zip, driven through {@code bin/xiezhi} as an operator would.
 *
 * <p>Closing it ends the process that it started. The port is free when chosen; {@link #env} overrides any variable before a start.
 */
final class Product implements AutoCloseable {
    /** What a command left behind. */
    record Result(int exitCode, String output) {}

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path install;
    private final Map<String, String> environment = new TreeMap<>();
    private Process process;
    private Path output;

    private Product(Path install) {
        this.install = install;
    }

    /** Unpacks the zip below the folder; nothing is started. */
    static Product unpack(Path folder) throws Exception {
        return unpack(folder, "product.zip");
    }

    /** @param property the system property that names the file: {@code product.zip}, or {@code tailored.zip} for Ningwu's own */
    static Product unpack(Path folder, String property) throws Exception {
        Path zip = Path.of(System.getProperty(property)).normalize();
        Process unzip = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jar").toString(), "xf", zip.toString())
                .directory(folder.toFile()).inheritIO().start();
        if (unzip.waitFor() != 0) {
            throw new IOException("cannot unpack " + zip);
        }
        Path install = folder.resolve(zip.getFileName().toString().replace(".zip", ""));
        install.resolve("bin/xiezhi").toFile().setExecutable(true); // jar does not keep the mode
        return new Product(install)
                .env("JAVA_HOME", System.getProperty("java.home"))
                .env("XIEZHI_HOME", folder.resolve("data").toString())
                .env("XIEZHI_PORT", String.valueOf(freePort()));
    }

    Product env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path install() {
        return install;
    }

    Path home() {
        return Path.of(environment.get("XIEZHI_HOME"));
    }

    int port() {
        return Integer.parseInt(environment.get("XIEZHI_PORT"));
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(url(path)).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where whoever runs the product puts rule jars. */
    Path jurisdictions() {
        return install.resolve("jurisdictions");
    }

    /** As the README tells an operator: beside, then atomically in. */
    void drop(Path jar, String name) throws IOException {
        Path beside = Files.copy(jar, Files.createTempDirectory(install, "incoming").resolve(name));
        Files.setLastModifiedTime(beside, FileTime.from(Instant.now()));
        Files.move(beside, jurisdictions().resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(beside.getParent());
    }

    String log() throws IOException {
        return Files.readString(home().resolve("logs/xiezhi.log"));
    }

    /** The process that serves; {@code bin/xiezhi run} becomes it. */
    long pid() {
        return process.pid();
    }

    /** Starts {@code bin/xiezhi run} and returns at once. */
    Product launch() throws Exception {
        output = Files.createTempFile(install.getParent(), "run", ".log");
        process = builder("run").redirectErrorStream(true).redirectOutput(output.toFile()).start();
        return this;
    }

    /** Starts {@code bin/xiezhi run} and returns when it is ready; fails with the output when it ends or takes too long. */
    Product start() throws Exception {
        launch();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!ready()) {
            // The pause between two questions ends early when the process does.
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new AssertionError("not ready: " + Files.readString(output));
            }
        }
        return this;
    }

    private boolean ready() throws InterruptedException {
        return health().exitCode() == 200;
    }

    /** The status and text of {@code /health/ready}, 0 while nobody listens. */
    Result health() throws InterruptedException {
        try {
            HttpResponse<String> answer = get("/health/ready");
            return new Result(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Result(0, "");
        }
    }

    /** As {@code kill -9}: the process gets no chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the started process to end (SIGTERM) and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("does not stop");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Runs one command of {@code bin/xiezhi} to its end. */
    Result command(String... arguments) throws Exception {
        // Into a file: the process that "start" leaves behind keeps inherited pipes open.
        Path log = Files.createTempFile(install.getParent(), "command", ".log");
        Process command = builder(arguments).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!command.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            command.destroyForcibly();
            throw new AssertionError("no end: " + String.join(" ", arguments));
        }
        return new Result(command.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    private ProcessBuilder builder(String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = install.resolve("bin/xiezhi").toString();
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        return builder;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        if (process != null && process.isAlive()) {
            kill();
        }
    }
}
