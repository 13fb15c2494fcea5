package cn.xiezhi.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The assembled product as a process of its own, with a data folder. It ends with the benchmark. */
final class Product implements AutoCloseable {
    private final Process process;
    private final Thread end;
    final int port;
    /** From the start of {@code bin/xiezhi run} to the first 200. */
    final double readyMillis;

    Product(Path install, Path home, Map<String, String> environment) throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(home);
        ProcessBuilder builder = new ProcessBuilder(install.resolve("bin/xiezhi").toString(), "run").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.txt").toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("XIEZHI_HOME", home.toString(), "XIEZHI_PORT", String.valueOf(port)));
        long start = System.nanoTime();
        process = builder.start();
        end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() - start > TimeUnit.MINUTES.toNanos(3)) {
                throw new IllegalStateException("the product did not start: see " + home.resolve("console.txt"));
            }
            Thread.sleep(5);
        }
        readyMillis = (System.nanoTime() - start) / 1e6;
    }

    /** Asked over a bare socket, so that asking costs next to nothing. */
    private boolean ready() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until what a start sets off (reminders, the audit trail's chain) has been done. */
    void settle() throws InterruptedException {
        Duration before = Duration.ZERO;
        for (int quiet = 0; quiet < 5; ) {
            Thread.sleep(1000);
            Duration now = process.toHandle().info().totalCpuDuration().orElse(before);
            quiet = now.minus(before).toMillis() < 150 ? quiet + 1 : 0;
            before = now;
        }
    }

    /** Resident memory in MiB; not a number where the system doesn't tell. */
    double residentMiB() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream().filter(l -> l.startsWith("VmRSS:")).mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024).findFirst().orElse(Double.NaN)
                : Double.NaN;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Runtime.getRuntime().removeShutdownHook(end);
    }
}
