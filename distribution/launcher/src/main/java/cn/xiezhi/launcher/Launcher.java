package cn.xiezhi.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The commands {@code run} (this process is the product) and {@code wait PID SECONDS} (until another process is ready). */
public final class Launcher {
    private static volatile int exitCode;

    private Launcher() {}

    public static void main(String[] args) {
        // Messages are Chinese whatever the locale of the shell.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            Path install = Path.of(System.getProperty("xiezhi.install")).toAbsolutePath().normalize();
            String given = System.getenv("XIEZHI_HOME");
            Path home = (given == null || given.isBlank() ? install.resolve("data") : Path.of(given)).toAbsolutePath().normalize();
            Settings settings = Settings.read(install.resolve("config"), home, System.getenv());
            if (args.length == 3 && args[0].equals("wait")) {
                await(settings, home, Long.parseLong(args[1]), Long.parseLong(args[2]));
            } else {
                run(install, home, settings);
            }
        } catch (Failure e) {
            System.err.println(e.getMessage());
            exit(e.exitCode);
        } catch (Exception e) {
            e.printStackTrace();
            exit(1);
        }
    }

    private static void run(Path install, Path folder, Settings settings) throws Exception {
        Home home = Home.open(folder);
        Probe probe = new Probe(settings.bind(), settings.port());
        try {
            probe.requireFree("XIEZHI_PORT");
            settings.operator().ifPresent(o -> new Probe(Operator.HOST, o.port()).requireFree("operator.port"));
        } catch (Failure e) {
            home.release();
            throw e;
        }
        home.started();
        System.setProperty("xiezhi.home", folder.toString());
        System.setProperty("xiezhi.port", String.valueOf(settings.port()));
        System.setProperty("derby.system.home", folder.toString());
        System.setProperty("derby.stream.error.file", folder.resolve("logs/derby.log").toString());
        System.setProperty("logback.configurationFile", install.resolve("config/logback.xml").toUri().toString());
        Platform platform = new Platform(install, folder, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, home), "xiezhi-stop"));
        Thread announcer = new Thread(() -> announce(probe, settings), "xiezhi-announce");
        announcer.setDaemon(true);
        announcer.start();
        platform.start(install.resolve("bundles"));
        platform.waitForStop();
    }

    private static void announce(Probe probe, Settings settings) {
        String missing = probe.await(Duration.ofMinutes(2), () -> true, () -> true);
        if (missing == null) {
            long since = ManagementFactory.getRuntimeMXBean().getUptime();
            if (settings.takesUnsignedRules()) {
                System.out.println("注意：未签名的规则包也会装入（policies.signatures=optional），仅供演示，不得用于正式运行。");
            }
            settings.operator().ifPresent(o -> System.out.printf("运维控制台：http://%s:%d/system/console（仅本机）%n", Operator.HOST, o.port()));
            System.out.printf("獬豸已就绪：http://%s:%d/ （用时 %.1f 秒）%n", probe.host(), probe.port(), since / 1000.0);
        } else {
            System.err.println("獬豸启动已过两分钟仍未就绪：" + missing + "。详见数据目录的 logs/xiezhi.log。");
        }
    }

    /** Runs on SIGTERM and Ctrl-C. A stop that was asked for and done is a success, so the exit code is 0 and not 143. */
    private static void stop(Platform platform, Home home) {
        try {
            platform.stop();
            home.release();
            Runtime.getRuntime().halt(exitCode);
        } catch (Exception e) {
            System.err.println("停止时出错：" + e);
        }
    }

    private static void exit(int code) {
        exitCode = code;
        System.exit(code);
    }

    private static void await(Settings settings, Path home, long pid, long seconds) {
        BooleanSupplier alive = () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        String missing = new Probe(settings.bind(), settings.port()).await(Duration.ofSeconds(seconds), alive, () -> Home.startedBy(home, pid));
        if (missing != null) {
            throw new Failure(Failure.NOT_READY, alive.getAsBoolean() ? "獬豸未在 " + seconds + " 秒内就绪：" + missing + "。" : "獬豸没有启动，进程已经结束。");
        }
    }
}
