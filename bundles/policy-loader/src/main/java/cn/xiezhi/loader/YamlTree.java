package cn.xiezhi.loader;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

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
            LoaderOptions options = options();
            PlainParser parser = new PlainParser(new ParserImpl(new StreamReader(text), options), problems);
            Node root = new Composer(parser, new Resolver(), options).getSingleNode();
            if (!parser.plain) {
                return Optional.empty();
            }
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

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(YamlText.MOST_BYTES);
        options.setNestingDepthLimit(MOST_DEPTH);
        options.setTagInspector(tag -> true); // refused below, with the line
        return options;
    }

    /** Notes what rules have no need of, while the tree is composed. An alias is only another way to the same node: nothing grows. */
    private static final class PlainParser implements Parser {
        private final Parser events;
        private final Problems problems;
        private boolean plain = true;

        private PlainParser(Parser events, Problems problems) {
            this.events = events;
            this.problems = problems;
        }

        @Override
        public boolean checkEvent(Event.ID choice) {
            return events.checkEvent(choice);
        }

        @Override
        public Event peekEvent() {
            return events.peekEvent();
        }

        @Override
        public Event getEvent() {
            Event event = events.getEvent();
            if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
                refuse(event, "不支持锚点和别名（& 与 *）；请把内容写在原处");
            }
            String tag = event instanceof ScalarEvent scalar ? scalar.getTag() : event instanceof CollectionStartEvent start ? start.getTag() : null;
            if (tag != null) {
                refuse(event, "不支持类型标签 " + tag + "；请删去");
            }
            return event;
        }

        private void refuse(Event event, String text) {
            problems.add(event.getStartMark().getLine() + 1, "", text);
            plain = false;
        }
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
