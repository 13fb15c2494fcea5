package cn.xiezhi.loader;

import cn.xiezhi.policy.RulesHere.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What changed in what is in force, for the log: a line for each version. */
final class News {
    private News() {}

    static List<String> between(List<Live> before, List<Live> after) {
        List<String> news = new ArrayList<>();
        lines(without(after, before)).forEach((what, where) -> news.add(what + " 生效：辖区 " + where));
        List<Live> ended = before.stream().filter(b -> after.stream().noneMatch(a -> sameOffice(a, b))).toList();
        lines(ended).forEach((what, where) -> news.add(what + " 停用：辖区 " + where + " 的规则包已停止或卸载"));
        return news;
    }

    private static List<Live> without(List<Live> these, List<Live> those) {
        return these.stream().filter(t -> those.stream().noneMatch(o -> sameOffice(t, o) && t.edition().version().equals(o.edition().version()))).toList();
    }

    private static boolean sameOffice(Live a, Live b) {
        return a.edition().jurisdiction().equals(b.edition().jurisdiction()) && a.edition().subject() == b.edition().subject();
    }

    private static Map<String, String> lines(List<Live> live) {
        return live.stream().collect(Collectors.groupingBy(l -> l.edition().subject().text() + " " + l.edition().version(), TreeMap::new,
                Collectors.mapping(l -> l.edition().jurisdiction(), Collectors.joining("、"))));
    }
}
