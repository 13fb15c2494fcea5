package cn.xiezhi.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks {@code /health/ready} over a bare socket: the JDK's HTTP clients would cost a tenth of a second of every start. */
record Probe(String bind, int port) {
    private static final String SILENCE = "没有应答";

    /** The address a client on this machine uses. */
    String host() {
        return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    }

    /** Fails when the port cannot be bound now, before anything is started; names the setting to change. */
    void requireFree(String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
        } catch (IOException e) {
            throw new Failure(Failure.PORT_TAKEN, "端口 " + port + " 已被占用或不可用（" + bind + "：" + why(e) + "）。请停止占用它的程序，或修改 " + setting + "。");
        }
    }

    /** The JDK says it in English; what it says otherwise than here stays in the words of the machine. */
    static String why(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof UnknownHostException || said.contains("Cannot assign requested address")) {
            return "本机没有这个地址";
        }
        return said.contains("already in use") ? "另一个程序正在使用" : said.contains("Permission denied") ? "没有权限，1024 以下的端口通常只有系统管理员能用" : said;
    }

    /**
     * Waits until ready; null when it is, else the last answer.
     *
     * @param started until then an answer would be somebody else's
     */
    String await(Duration limit, BooleanSupplier alive, BooleanSupplier started) {
        long end = System.nanoTime() + limit.toNanos();
        String last = SILENCE;
        while (System.nanoTime() < end && alive.getAsBoolean()) {
            try {
                String answer = started.getAsBoolean() ? ask() : "";
                if (answer.startsWith("HTTP/1.1 200")) {
                    return null;
                }
                last = answer.isEmpty() ? SILENCE : answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
            } catch (IOException e) {
                last = SILENCE;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return last;
    }

    private String ask() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(), port), 1000);
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(("GET /health/ready HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
