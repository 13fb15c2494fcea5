package cn.xiezhi.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong in one file: collected and not thrown, so that an administrator sees all of it at once. */
final class Problems {
    private static final int MOST = 30;

    private final String file;
    private final List<String> texts = new ArrayList<>();
    private int more;

    Problems(String file) {
        this.file = file;
    }

    /** @param key the path of the key, e.g. {@code duties.transfer.send.normal}; blank where it is the whole file */
    void add(int line, String key, String text) {
        note(() -> file + " 第" + line + "行" + (key.isBlank() ? "" : " " + Texts.line(key, 200)) + "：" + Texts.line(text, 400));
    }

    void add(Node at, String key, String text) {
        add(line(at), key, text);
    }

    /** A problem that has no line, such as the file's size. */
    void add(String text) {
        note(() -> file + "：" + text);
    }

    /** Who has so much to mend begins with the first. */
    private void note(Supplier<String> text) {
        if (texts.size() < MOST) {
            texts.add(text.get());
        } else {
            more++;
        }
    }

    boolean none() {
        return texts.isEmpty();
    }

    List<String> texts() {
        return more == 0 ? List.copyOf(texts) : Stream.concat(texts.stream(), Stream.of(file + "：另有 " + more + " 处问题未列出；请先改正以上各处")).toList();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
