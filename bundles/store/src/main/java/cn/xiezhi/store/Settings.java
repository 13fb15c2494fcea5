package cn.xiezhi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Which database, and how it is reached. */
record Settings(String url, String driver, String user, String password, int poolSize) {
    Settings {
        if (poolSize < 1) {
            throw new IllegalArgumentException("xiezhi.store：poolSize 应为正整数，现为 " + poolSize);
        }
    }

    /**
     * @param home the data folder
     * @throws IllegalArgumentException if the password's file can't be read
     */
    static Settings of(StoreConfig config, String home) {
        String url = config.url().isBlank() ? "jdbc:derby:" + home + "/database;create=true" : config.url().strip().replace("${xiezhi.home}", home);
        return new Settings(url, config.driver().isBlank() ? driverOf(url) : config.driver().strip(), config.user(), password(config), config.poolSize());
    }

    boolean derby() {
        return url.startsWith("jdbc:derby:");
    }

    /** Derby's address without its attributes. */
    String derbyDatabase() {
        return url.split(";", 2)[0];
    }

    /** The folder in which Derby's database folder lies. */
    String derbyFolder() {
        Path database = Path.of(derbyDatabase().substring("jdbc:derby:".length()).replaceFirst("^directory:", "")).toAbsolutePath();
        return String.valueOf(database.getParent());
    }

    /** The address without what follows it, where a password could stand. */
    String shownUrl() {
        return url.split("[?;]", 2)[0].replaceAll("//[^/@]*@", "//");
    }

    /** What the driver is given beside the address. */
    Properties properties() {
        Properties p = new Properties();
        if (!user.isEmpty()) {
            p.setProperty("user", user);
            p.setProperty("password", password);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            p.setProperty("ApplicationName", "xiezhi");
            p.setProperty("connectTimeout", "5");
            p.setProperty("tcpKeepAlive", "true");
            p.setProperty("reWriteBatchedInserts", "true");
        }
        return p;
    }

    private static String driverOf(String url) {
        String kind = url.replaceFirst("^jdbc:", "").split(":", 2)[0];
        return switch (kind) {
            case "derby" -> "org.apache.derby.jdbc.EmbeddedDriver";
            case "postgresql" -> "org.postgresql.Driver";
            case "opengauss" -> "org.opengauss.Driver";
            case "kingbase8" -> "com.kingbase8.Driver";
            default -> throw new IllegalArgumentException("xiezhi.store：无法从 url 判断数据库驱动（" + kind + "），请设置 driver");
        };
    }

    private static String password(StoreConfig config) {
        if (!config.password().isEmpty() || config.passwordFile().isBlank()) {
            return config.password();
        }
        try {
            return Files.readString(Path.of(config.passwordFile().strip())).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new IllegalArgumentException("xiezhi.store：无法读取数据库密码文件 " + config.passwordFile() + "，请检查路径与权限", e);
        }
    }

    @Override
    public String toString() {
        return shownUrl();
    }
}
