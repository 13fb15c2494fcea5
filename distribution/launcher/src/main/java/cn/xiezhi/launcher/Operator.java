package cn.xiezhi.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The operators' console, for IT on the machine itself: a listener of its own on the loopback address, never the product's port.
 *
 * @param passwordFile holds the password and nothing else; read again whenever somebody signs in
 */
record Operator(int port, String user, Path passwordFile) {
    static final String HOST = "127.0.0.1";
    /** Folder below {@code bundles} that is installed only when this console is on. */
    static final String FOLDER = "operator";
    /** Marks the listener; the web console registers itself only where it is, the product only where it is not. */
    private static final String MARK = "xiezhi.operator";
    private static final int LEAST = 12;

    /** Refuses what would leave this console without a lock, before anything is started. */
    static Operator checked(int port, int productPort, String user, String passwordFile, Path folder) {
        if (port == productPort) {
            throw refused("operator.port 与 port 都是 " + port + "，请另选一个端口");
        }
        if (user.isEmpty() || user.contains(":")) {
            throw refused("operator.user 不能为空，也不能含冒号");
        }
        if (passwordFile.isEmpty()) {
            throw refused("没有在 operator.passwordFile 写明存放口令的文件");
        }
        Path file = folder.resolve(passwordFile).toAbsolutePath().normalize();
        try {
            if (Files.readString(file).strip().length() < LEAST) {
                throw refused("口令文件 " + file + " 中的口令少于 " + LEAST + " 个字符");
            }
        } catch (IOException e) {
            throw refused("无法读取口令文件 " + file + "（" + e + "）");
        }
        return new Operator(port, user, file);
    }

    void addTo(Map<String, Map<String, String>> pids) {
        Map<String, String> listener = new LinkedHashMap<>();
        listener.put("org.osgi.service.http.port", Json.quote(String.valueOf(port)));
        listener.put("org.apache.felix.http.host", Json.quote(HOST));
        listener.put("org.apache.felix.http.runtime.init." + MARK, Json.quote("true"));
        pids.put("org.apache.felix.http~operator", listener);
        pids.put("org.apache.felix.webconsole.internal.servlet.OsgiManager", Map.of("http.service.filter", Json.quote("(" + MARK + "=true)")));
        pids.put(MARK, Map.of("port", String.valueOf(port), "user", Json.quote(user), "passwordFile", Json.quote(passwordFile.toString())));
    }

    private static Failure refused(String why) {
        return new Failure(Failure.CONFIGURATION, "配置有误：operator.console=1，但" + why + "（说明见 config/README.md）。");
    }
}
