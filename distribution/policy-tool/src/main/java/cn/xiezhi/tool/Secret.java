package cn.xiezhi.tool;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The password of a key store: from a file, or asked for at the terminal; never from the command line, where others would see it. */
final class Secret {
    private static final int LEAST = 6;

    private Secret() {}

    /** @param file its first line is the password */
    static char[] of(Optional<Path> file) {
        if (file.isPresent()) {
            try (var lines = Files.lines(file.get())) {
                return lines.findFirst().orElse("").toCharArray();
            } catch (IOException | RuntimeException e) {
                throw new Refusal(file.get() + "：无法读取口令文件");
            }
        }
        return ask("密钥库口令：");
    }

    /** A new one: typed twice, long enough for a key store. */
    static char[] chosen(Optional<Path> file) {
        char[] secret = of(file);
        if (secret.length < LEAST) {
            throw new Refusal("口令至少 " + LEAST + " 个字符。");
        }
        if (file.isEmpty() && !Arrays.equals(secret, ask("再输入一次："))) {
            throw new Refusal("两次输入的口令不同。");
        }
        return secret;
    }

    private static char[] ask(String prompt) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        if (typed == null) {
            throw new Refusal("不在终端里，无法输入口令；请用 --password-file 指定口令文件。");
        }
        return typed;
    }
}
