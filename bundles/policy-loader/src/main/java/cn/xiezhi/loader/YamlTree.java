package cn.xiezhi.loader;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A rule file as a tree of nodes that know their lines. Of YAML only what rules need: one document, no anchors and aliases
 * (a rule is read where it stands), no tags (so no Java object is ever built from a file), bounded depth.
 */
final class YamlTree {
    private static final int MOST_DEPTH = 20;

    private YamlTree() {}

    /** The document's mapping; empty, with the reason among the problems, if the text is no such YAML. */
    static Optional<Section> read(String text, Problems problems) {
        try {
            boolean plain = true;
            for (Event event : yaml().parse(new StringReader(text))) {
                plain &= plain(event, problems);
            }
            if (!plain) {
                return Optional.empty();
            }
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                problems.add("文件里没有内容");
                return Optional.empty();
            }
            return Section.of(root, "", problems);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(line, "", "YAML 语法错误：" + chinese(e.getProblem()));
        } catch (YAMLException e) {
            problems.add("YAML 无法读取：" + chinese(e.getMessage()));
        }
        return Optional.empty();
    }

    private static boolean plain(Event event, Problems problems) {
        int line = event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
            problems.add(line, "", "不支持锚点和别名（& 与 *）；请把内容写在原处");
            return false;
        }
        String tag = event instanceof ScalarEvent scalar ? scalar.getTag() : event instanceof CollectionStartEvent start ? start.getTag() : null;
        if (tag != null) {
            problems.add(line, "", "不支持类型标签 " + tag + "；请删去");
            return false;
        }
        return true;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(YamlText.MOST_BYTES);
        options.setNestingDepthLimit(MOST_DEPTH);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }

    private static String chinese(String problem) {
        if (problem == null) {
            return "格式不对";
        }
        String text = problem.lines().findFirst().orElse("");
        if (text.contains("Nesting Depth")) {
            return "嵌套超过 " + MOST_DEPTH + " 层";
        }
        if (text.contains("another document")) {
            return "一个文件只能有一份文档（不要用 ---）";
        }
        if (text.contains("special characters")) {
            return "含有不可见的控制字符，请删去";
        }
        if (text.contains("expected <block end>") || text.contains("mapping values are not allowed")) {
            return "缩进或冒号不对，请与上下行对齐（" + text + "）";
        }
        return "请检查此行的缩进、引号、括号和冒号（" + text + "）";
    }
}
