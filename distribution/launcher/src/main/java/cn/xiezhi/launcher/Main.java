package cn.xiezhi.launcher;

/** Entry point, compiled for Java 8: says a sentence on an old Java, then hands over to {@link Launcher}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (version.startsWith("1.") || Integer.parseInt(version) < 17) {
            System.err.println("Java 版本过低：需要 17 或更高，当前为 " + System.getProperty("java.version")
                    + "（" + System.getProperty("java.home") + "）。请安装新版本或设置 JAVA_HOME。");
            System.exit(6);
        }
        Class.forName("cn.xiezhi.launcher.Launcher").getMethod("main", String[].class).invoke(null, (Object) args);
    }
}
