package cn.xiezhi.loader;

import cn.xiezhi.policy.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a rule file, read strictly: every key that was not asked for is an error when the section is {@link #finish finished}.
 * An empty answer to a required key means that a problem has been noted.
 */
final class Section {
    private final MappingNode node;
    private final String path;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(MappingNode node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(entry.getKeyNode(), path, "键必须是一个词");
            } else if (values.containsKey(key.getValue())) {
                problems.add(key, path(key.getValue()), "键重复，第" + Problems.line(keys.get(key.getValue())) + "行已有；请删去一处");
            } else {
                values.put(key.getValue(), entry.getValueNode());
                keys.put(key.getValue(), key);
            }
        }
    }

    static Optional<Section> of(Node node, String path, Problems problems) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Section(mapping, path, problems));
        }
        problems.add(node, path, "此处应是“键: 值”的一组，不是" + kind(node));
        return Optional.empty();
    }

    /** All keys as they stand in the file, for a section whose keys are names. */
    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** Whether there is a list under a key; does not count as asking for it. */
    boolean isList(String key) {
        return values.get(key) instanceof SequenceNode;
    }

    /** Notes a problem at a key, or at the section where the key is absent. */
    void problem(String key, String text) {
        Node at = keys.getOrDefault(key, node);
        problems.add(at, path(key), text);
    }

    /** With a text that costs something to find. */
    void problem(String key, Supplier<String> text) {
        problems.add(keys.getOrDefault(key, node), path(key), text);
    }

    /** Notes a problem of the section as a whole. */
    void problem(String text) {
        problems.add(node, path, text);
    }

    Optional<String> text(String key) {
        return required(key).flatMap(n -> text(n, path(key)));
    }

    Optional<String> textIfAny(String key) {
        return optional(key).flatMap(n -> text(n, path(key)));
    }

    Optional<Integer> integer(String key) {
        return required(key).flatMap(n -> integer(n, path(key)));
    }

    /** A whole number between bounds, where the key is there. */
    Optional<Integer> integerIfAny(String key, int least, int most) {
        return optional(key).flatMap(n -> between(n, path(key), least, most));
    }

    /** The whole numbers of a list, each between bounds and only once. */
    List<Integer> integers(String key, int least, int most) {
        List<Integer> numbers = new ArrayList<>();
        required(key).ifPresent(n -> items(n, key).forEach((where, item) -> between(item, where, least, most).ifPresent(number -> {
            if (numbers.contains(number)) {
                problems.add(item, where, number + " 重复");
            }
            numbers.add(number);
        })));
        return numbers;
    }

    /** A yes or no; the default where the key is absent. */
    boolean flag(String key, boolean otherwise) {
        return optional(key).map(n -> {
            if (n instanceof ScalarNode s && s.getScalarStyle() == ScalarStyle.PLAIN && s.getValue().matches("true|false")) {
                return s.getValue().equals("true");
            }
            problems.add(n, path(key), "应是 true 或 false，不是" + shown(n));
            return otherwise;
        }).orElse(otherwise);
    }

    Optional<LocalDate> date(String key) {
        return required(key).flatMap(n -> date(n, path(key)));
    }

    Optional<LocalDate> dateIfAny(String key) {
        return optional(key).flatMap(n -> date(n, path(key)));
    }

    /** The dates of a list; none where the key is absent. */
    List<LocalDate> dates(String key) {
        List<LocalDate> dates = new ArrayList<>();
        optional(key).ifPresent(n -> items(n, key).forEach((where, item) -> date(item, where).ifPresent(day -> {
            if (dates.contains(day)) {
                problems.add(item, where, day + " 重复");
            }
            dates.add(day);
        })));
        return dates;
    }

    /** The texts of a list, which may not be empty. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        required(key).ifPresent(n -> {
            Map<String, Node> items = items(n, key);
            items.forEach((where, item) -> text(item, where).ifPresent(texts::add));
            if (items.isEmpty() && n instanceof SequenceNode) {
                problems.add(n, path(key), "至少要有一项");
            }
        });
        return texts;
    }

    /** The value that a word stands for. */
    <T> Optional<T> oneOf(String key, Map<String, T> choices) {
        return text(key).flatMap(word -> {
            if (!choices.containsKey(word)) {
                problems.add(values.get(key), path(key), () -> "不认识“" + word + "”" + Nearest.hint(word, choices.keySet()));
            }
            return Optional.ofNullable(choices.get(word));
        });
    }

    Optional<Section> section(String key) {
        return required(key).flatMap(n -> of(n, path(key), problems));
    }

    Optional<Section> sectionIfAny(String key) {
        return optional(key).flatMap(n -> of(n, path(key), problems));
    }

    /** The sections of a list, which may not be empty. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        required(key).ifPresent(n -> {
            Map<String, Node> items = items(n, key);
            items.forEach((where, item) -> of(item, where, problems).ifPresent(sections::add));
            if (items.isEmpty() && n instanceof SequenceNode) {
                problems.add(n, path(key), "至少要有一项");
            }
        });
        return sections;
    }

    /** Every key that nobody asked for is an error. */
    void finish() {
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                problems.add(key.getValue(), path(key.getKey()), () -> "不认识的键" + Nearest.hint(key.getKey(), asked));
            }
        }
    }

    int line() {
        return Problems.line(node);
    }

    private Optional<Node> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private Optional<Node> required(String key) {
        Optional<Node> value = optional(key);
        if (value.isEmpty()) {
            problems.add(node, path(key), "缺少此键");
        }
        return value;
    }

    private Map<String, Node> items(Node list, String key) {
        Map<String, Node> items = new LinkedHashMap<>();
        if (list instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.put(path(key) + "[" + (items.size() + 1) + "]", item);
            }
        } else {
            problems.add(list, path(key), "应是列表，不是" + kind(list));
        }
        return items;
    }

    private Optional<String> text(Node n, String where) {
        if (!(n instanceof ScalarNode scalar)) {
            problems.add(n, where, "应是文字，不是" + kind(n));
            return Optional.empty();
        }
        boolean nothing = scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getValue().matches("~|null|");
        if (nothing || scalar.getValue().isBlank()) {
            problems.add(n, where, "内容是空的");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue().strip());
    }

    private Optional<Integer> integer(Node n, String where) {
        if (n instanceof ScalarNode s && s.getScalarStyle() == ScalarStyle.PLAIN && s.getValue().matches("-?\\d{1,9}")) {
            return Optional.of(Integer.valueOf(s.getValue()));
        }
        problems.add(n, where, "应是整数，不是" + shown(n));
        return Optional.empty();
    }

    private Optional<Integer> between(Node n, String where, int least, int most) {
        return integer(n, where).filter(number -> {
            boolean possible = number >= least && number <= most;
            if (!possible) {
                problems.add(n, where, number + " 不可能；应为 " + least + " 至 " + most);
            }
            return possible;
        });
    }

    private Optional<LocalDate> date(Node n, String where) {
        return text(n, where).flatMap(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= 1900 && day.getYear() < 2200) {
                    return Optional.of(day);
                }
                problems.add(n, where, "年份不在 1900 至 2199 之间");
                return Optional.empty();
            } catch (DateTimeParseException e) {
                problems.add(n, where, "应是日期，如 2026-02-28，不是“" + text + "”");
                return Optional.empty();
            }
        });
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String kind(Node node) {
        return node instanceof SequenceNode ? "列表" : node instanceof MappingNode ? "一组键值" : "单个值";
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar ? "“" + scalar.getValue() + "”" : kind(node);
    }
}
