package cn.xiezhi.loader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong in one file: collected and not thrown, so that an administrator sees all of it at once. */
final class Problems {
    private final String file;
    private final List<String> texts = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** @param key the path of the key, e.g. {@code duties.transfer.send.normal}; blank where it is the whole file */
    void add(int line, String key, String text) {
        texts.add(file + " 第" + line + "行" + (key.isBlank() ? "" : " " + key) + "：" + text);
    }

    void add(Node at, String key, String text) {
        add(line(at), key, text);
    }

    /** A problem that has no line, such as the file's size. */
    void add(String text) {
        texts.add(file + "：" + text);
    }

    boolean none() {
        return texts.isEmpty();
    }

    List<String> texts() {
        return Collections.unmodifiableList(texts);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
