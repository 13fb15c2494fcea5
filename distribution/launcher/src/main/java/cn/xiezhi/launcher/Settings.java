package cn.xiezhi.launcher;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the operator set: {@code config/xiezhi.properties}, overridden by environment variables.
 *
 * <p>Every key is known and checked before anything starts; an unknown one is an error with its line, never ignored.
 * Settings reach the bundles as configurations of the PIDs below.
 */
final class Settings {
    static final String FILE = "xiezhi.properties";

    private static final List<Key> KEYS = List.of(
            Key.number("port", "XIEZHI_PORT", null, null, "8080", 1, 65535),
            Key.text("bind", "XIEZHI_BIND", null, null, "127.0.0.1"),
            Key.text("database.url", "XIEZHI_DB_URL", "xiezhi.store", "url", ""),
            Key.text("database.user", "XIEZHI_DB_USER", "xiezhi.store", "user", ""),
            Key.text("database.passwordFile", "XIEZHI_DB_PASSWORD_FILE", null, null, ""),
            Key.number("database.poolSize", "XIEZHI_DB_POOL_SIZE", "xiezhi.store", "poolSize", "10", 2, 200),
            Key.number("session.idleMinutes", null, "xiezhi.identity", "idleMinutes", "30", 1, 1440),
            Key.number("signIn.lockAfter", null, "xiezhi.identity", "lockAfter", "5", 1, 100),
            Key.number("signIn.lockMinutes", null, "xiezhi.identity", "lockMinutes", "15", 1, 1440),
            Key.number("upload.maxBytes", null, "xiezhi.rest", "maxUploadBytes", "20971520", 1024, 1L << 31),
            Key.number("complaints.perHour", null, "xiezhi.rest", "complaintsPerHour", "200", 1, 100_000),
            Key.number("complaints.perClientPerHour", null, "xiezhi.rest", "complaintsPerClientPerHour", "10", 1, 100_000),
            Key.number("proxy.clientAddress", "XIEZHI_PROXY_CLIENT_ADDRESS", "xiezhi.rest", "trustForwardedFor", "0", 0, 1),
            Key.number("proxy.https", "XIEZHI_PROXY_HTTPS", "xiezhi.rest", "trustForwardedProto", "0", 0, 1),
            Key.text("product.name", null, "xiezhi.console", "name", "", 40),
            Key.text("public.address", "XIEZHI_PUBLIC_ADDRESS", "xiezhi.messenger", "publicAddress", ""),
            Key.text("mail.host", "XIEZHI_MAIL_HOST", "xiezhi.messenger", "mailHost", ""),
            Key.number("mail.port", "XIEZHI_MAIL_PORT", "xiezhi.messenger", "mailPort", "587", 1, 65535),
            Key.choice("mail.security", "XIEZHI_MAIL_SECURITY", "xiezhi.messenger", "mailSecurity", "starttls", "tls", "none"),
            Key.text("mail.user", "XIEZHI_MAIL_USER", "xiezhi.messenger", "mailUser", ""),
            Key.text("mail.passwordFile", "XIEZHI_MAIL_PASSWORD_FILE", null, null, ""),
            Key.text("mail.from", "XIEZHI_MAIL_FROM", "xiezhi.messenger", "mailFrom", "", 254),
            Key.text("webhook.hosts", "XIEZHI_WEBHOOK_HOSTS", "xiezhi.messenger", "webhookHosts", ""),
            Key.choice("policies.signatures", "XIEZHI_POLICIES_SIGNATURES", "xiezhi.policies", "signatures", "required", "optional"),
            Key.number("operator.console", "XIEZHI_OPERATOR_CONSOLE", null, null, "0", 0, 1),
            Key.number("operator.port", "XIEZHI_OPERATOR_PORT", null, null, "8081", 1, 65535),
            Key.text("operator.user", null, null, null, "operator"),
            Key.text("operator.passwordFile", "XIEZHI_OPERATOR_PASSWORD_FILE", null, null, ""));

    private final Path folder;
    private final Path home;
    private final Map<String, String> values;
    private final String password;
    private final boolean sample;

    private Settings(Path folder, Path home, Map<String, String> values, String password, boolean sample) {
        this.folder = folder;
        this.home = home;
        this.values = Map.copyOf(values);
        this.password = password;
        this.sample = sample;
    }

    static Settings read(Path folder, Path home, Map<String, String> environment) {
        Path file = folder.resolve(FILE);
        Map<String, String> found = parse(file);
        boolean sample = "true".equals(environment.get("XIEZHI_SAMPLE"));
        Map<String, String> values = new LinkedHashMap<>();
        for (Key key : KEYS) {
            String fromEnvironment = key.variable() == null ? null : environment.get(key.variable());
            boolean overridden = fromEnvironment != null && !fromEnvironment.isBlank();
            String value = overridden ? fromEnvironment.strip() : found.getOrDefault(key.name(), fallback(key, sample));
            key.check(value, overridden ? "环境变量 " + key.variable() : file + " 的 " + key.name());
            values.put(key.name(), value);
        }
        if (values.get("database.url").isEmpty()) {
            values.put("database.url", "jdbc:derby:" + home.resolve("database") + ";create=true");
        }
        checkMail(values);
        return new Settings(folder, home, values, password(environment, values.get("database.passwordFile"), folder), sample);
    }

    /** Whoever tries the sample has no key yet; what is asked for in the file or the environment counts there too. */
    private static String fallback(Key key, boolean sample) {
        return sample && key.name().equals("policies.signatures") ? "optional" : key.fallback();
    }

    /** What would fail at the first letter fails at the start. */
    private static void checkMail(Map<String, String> values) {
        String address = values.get("public.address");
        if (!address.isEmpty() && !address.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw new Failure(Failure.CONFIGURATION, "配置有误：public.address 应为人们在浏览器中打开平台的地址，如 https://xiezhi.example.gov.cn，当前为「" + address + "」。");
        }
        if (!values.get("mail.host").isEmpty() && !values.get("mail.from").matches("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")) {
            throw new Failure(Failure.CONFIGURATION, "配置有误：设置了 mail.host，mail.from 就应为发件人的邮箱地址，当前为「" + values.get("mail.from") + "」。");
        }
    }

    int port() {
        return Integer.parseInt(values.get("port"));
    }

    String bind() {
        return values.get("bind");
    }

    /** Whether rules that nobody signed are taken, as in a demonstration. */
    boolean takesUnsignedRules() {
        return values.get("policies.signatures").equals("optional");
    }

    /** Empty unless it is switched on. */
    Optional<Operator> operator() {
        return values.get("operator.console").equals("0") ? Optional.empty()
                : Optional.of(Operator.checked(Integer.parseInt(values.get("operator.port")), port(), values.get("operator.user"), values.get("operator.passwordFile"), folder));
    }

    /** The database password. Handed over in memory and never written into the configuration store. */
    String password() {
        return password;
    }

    /** The configurations as a document of the OSGi Configurator. */
    String toConfiguratorJson() {
        Map<String, Map<String, String>> pids = new TreeMap<>();
        for (Key key : KEYS) {
            if (key.pid() != null) {
                String value = values.get(key.name());
                pids.computeIfAbsent(key.pid(), p -> new LinkedHashMap<>()).put(key.property(), key.isNumber() ? value : Json.quote(value));
            }
        }
        pids.get("xiezhi.store").put("password", Json.quote("$[prop:" + Platform.PASSWORD + "]"));
        pids.get("xiezhi.identity").put("firstAdministrator", String.valueOf(!sample));
        Map<String, String> policies = pids.get("xiezhi.policies");
        policies.put("trust", Json.quote(folder.resolve("trust").toString()));
        policies.put("status", Json.quote(home.resolve("run/rules.json").toString()));
        policies.put("staging", Json.quote(home.resolve("cache/staging").toString()));
        if (!values.get("mail.passwordFile").isEmpty()) {
            // Read by whoever sends, each time: the password itself is in no configuration.
            pids.get("xiezhi.messenger").put("mailPasswordFile", Json.quote(folder.resolve(values.get("mail.passwordFile")).toAbsolutePath().toString()));
        }
        operator().ifPresent(o -> o.addTo(pids));
        if (sample) {
            pids.put("xiezhi.sample", Map.of("enabled", "true"));
            pids.get("xiezhi.console").put("sample", "true");
        }
        return Json.configurator(pids);
    }

    private static Map<String, String> parse(Path file) {
        Map<String, String> found = new LinkedHashMap<>();
        int number = 0;
        try {
            for (String raw : Files.readAllLines(file)) {
                number++;
                String line = raw.strip();
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                int equals = line.indexOf('=');
                String name = equals < 0 ? line : line.substring(0, equals).strip();
                if (equals < 0 || KEYS.stream().noneMatch(k -> k.name().equals(name))) {
                    throw new Failure(Failure.CONFIGURATION, "配置有误：" + file + " 第 " + number + " 行「" + line + "」"
                            + (equals < 0 ? "缺少等号。" : "不是已知的配置项（说明见 config/README.md）。"));
                }
                if (found.put(name, line.substring(equals + 1).strip()) != null) {
                    throw new Failure(Failure.CONFIGURATION, "配置有误：" + file + " 第 " + number + " 行重复了 " + name + "。");
                }
            }
        } catch (CharacterCodingException e) {
            throw new Failure(Failure.CONFIGURATION, "配置有误：" + file + " 不是 UTF-8 文本。");
        } catch (IOException e) {
            throw new Failure(Failure.CONFIGURATION, "无法读取配置：" + file + "（" + e + "）。");
        }
        return found;
    }

    private static String password(Map<String, String> environment, String file, Path folder) {
        String direct = environment.get("XIEZHI_DB_PASSWORD");
        if (direct != null) {
            return direct;
        }
        if (file.isEmpty()) {
            return "";
        }
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new Failure(Failure.CONFIGURATION, "无法读取数据库口令文件：" + folder.resolve(file) + "（" + e + "）。");
        }
    }
}
