package cn.xiezhi.loader;

import cn.xiezhi.policy.PolicyInForce;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Which of the installed bundles' contents are in force. Events go in, the rule book comes out; no framework, no thread, no clock.
 * Confined to one thread.
 *
 * <ul>
 *   <li>All or nothing: a content comes into force only if it was read without a problem, its key is free, the calendar is
 *       there and every example comes out.
 *   <li>The last good content of a bundle stays in force until a good one replaces it or the bundle goes.
 *   <li>Of two bundles for one key the first stays; when it goes, the second comes into force.
 *   <li>A version is kept in the archive, if there is one, before it is seen.
 * </ul>
 */
final class Installed {
    /** @param news what changed, for the log; @param retry the archive failed, so that settling again later makes sense */
    record Outcome(RuleBook book, SortedMap<String, Proposed> proposed, List<String> problems, List<String> news, boolean retry) {}

    private record Checked(Content.OfPolicy content, Content.OfCalendar calendar, ExampleRun.Result result) {}

    private static final class Entry {
        private final String label;
        private Optional<Content> good = Optional.empty();
        private Optional<Content> pending = Optional.empty();
        private Optional<PolicyInForce> inForce = Optional.empty();
        private boolean kept;
        private List<String> problems = List.of();
        private Optional<Checked> checked = Optional.empty();

        private Entry(String label) {
            this.label = label;
        }

        /** The examples are run once for a content and a calendar. */
        ExampleRun.Result check(Content.OfPolicy content, Content.OfCalendar calendar) {
            Checked now = checked.filter(c -> c.content() == content && c.calendar() == calendar)
                    .orElseGet(() -> new Checked(content, calendar, ExampleRun.of(content, calendar)));
            checked = Optional.of(now);
            return now.result();
        }

        boolean holds(String key) {
            return good.filter(c -> c.key().equals(key)).isPresent();
        }
    }

    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private boolean retry;

    /** A bundle runs with this content, for the first time or after an update. */
    void found(long id, String label, Reading reading) {
        Entry old = entries.get(id);
        Entry entry = new Entry(label);
        if (old != null) {
            entry.good = old.good;
            entry.inForce = old.inForce;
            entry.kept = old.kept;
        }
        entry.pending = reading.content();
        entry.problems = reading.problems();
        entries.put(id, entry);
    }

    /**
     * A bundle was stopped or uninstalled, and not only to be updated.
     *
     * @return whether it had been found before
     */
    boolean gone(long id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            entry.good.ifPresent(content -> news.add(content.name() + " 停用：" + entry.label + " 已停止或卸载"));
        }
        return entry != null;
    }

    /** Another archive has to be told of everything in force. */
    void archiveReplaced() {
        entries.values().forEach(entry -> entry.kept = false);
    }

    /**
     * Brings into force what can be.
     *
     * @param keeper records a version and gives it back with the instant since when it is in force
     */
    Outcome settle(Instant now, Optional<UnaryOperator<PolicyInForce>> keeper) {
        int before;
        do {
            before = news.size();
            problems.clear();
            retry = false;
            entries.values().stream().filter(e -> e.pending.filter(Content.OfCalendar.class::isInstance).isPresent()).forEach(e -> settle(e, now, keeper));
            entries.values().stream().filter(e -> e.pending.filter(Content.OfPolicy.class::isInstance).isPresent()).forEach(e -> settle(e, now, keeper));
        } while (news.size() != before);
        entries.values().forEach(this::report);
        entries.values().stream().filter(e -> e.inForce.isPresent() && !e.kept).forEach(e -> keeper.ifPresent(k -> keepLate(e, k)));
        Outcome outcome = outcome();
        news.clear();
        return outcome;
    }

    private void settle(Entry entry, Instant now, Optional<UnaryOperator<PolicyInForce>> keeper) {
        Content content = entry.pending.orElseThrow();
        Optional<Entry> holder = entries.values().stream().filter(other -> other != entry && other.holds(content.key())).findFirst();
        if (holder.isPresent()) {
            problem(entry, content.name() + " 不能生效：" + holder.get().label + " 已提供 " + holder.get().good.orElseThrow().name() + "；请停用其中一个");
            return;
        }
        if (content instanceof Content.OfPolicy policy) {
            settle(entry, policy, now, keeper);
        } else {
            comeIntoForce(entry, content, Optional.empty());
        }
    }

    private void settle(Entry entry, Content.OfPolicy content, Instant now, Optional<UnaryOperator<PolicyInForce>> keeper) {
        Optional<Content.OfCalendar> calendar = calendar();
        if (calendar.isEmpty()) {
            problem(entry, content.name() + " 等待工作日历；请安装日历组件");
            return;
        }
        List<String> failures = entry.check(content, calendar.get()).wrong();
        if (!failures.isEmpty()) {
            failures.forEach(text -> problem(entry, text));
            return;
        }
        Instant since = entry.inForce.filter(p -> p.policy().version().equals(content.policy().version())).map(PolicyInForce::since).orElse(now);
        PolicyInForce next = new PolicyInForce(content.policy(), since, content.text());
        try {
            PolicyInForce kept = keeper.map(k -> k.apply(next)).orElse(next);
            comeIntoForce(entry, content, Optional.of(kept));
            entry.kept = keeper.isPresent();
        } catch (RuntimeException e) {
            retry = true;
            problem(entry, content.name() + " 未能存档，暂不生效：" + e.getMessage() + "；请检查数据库，稍后自动重试");
        }
    }

    private void comeIntoForce(Entry entry, Content content, Optional<PolicyInForce> inForce) {
        entry.good.filter(old -> !old.key().equals(content.key())).ifPresent(old -> news.add(old.name() + " 停用：" + entry.label + " 改为提供 " + content.name()));
        entry.good = Optional.of(content);
        entry.pending = Optional.empty();
        entry.inForce = inForce;
        news.add(content.name() + " 生效，来自 " + entry.label);
    }

    private void keepLate(Entry entry, UnaryOperator<PolicyInForce> keeper) {
        try {
            entry.inForce = entry.inForce.map(keeper);
            entry.kept = true;
        } catch (RuntimeException e) {
            retry = true;
            problem(entry, entry.good.orElseThrow().name() + " 已生效但未能存档：" + e.getMessage() + "；请检查数据库，稍后自动重试");
        }
    }

    /** What was refused when it was read, and examples in force that another calendar has made wrong. */
    private void report(Entry entry) {
        entry.problems.forEach(text -> problem(entry, text));
        if (!entry.problems.isEmpty() || entry.pending.isPresent()) {
            entry.good.ifPresent(old -> problem(entry, "新内容未采用，" + old.name() + " 继续有效"));
        }
        Optional<Content.OfCalendar> calendar = calendar();
        if (entry.good.isPresent() && entry.good.get() instanceof Content.OfPolicy policy && calendar.isPresent()) {
            ExampleRun.Result run = entry.check(policy, calendar.get());
            run.wrong().forEach(text -> problem(entry, "规则继续有效，但与现行工作日历不符，重新启动后将不能生效：" + text));
            run.stale().forEach(text -> problem(entry, "规则有效；放假通知修改后此算例过时，请更新：" + text));
        }
    }

    private void problem(Entry entry, String text) {
        problems.add(entry.label + "：" + text);
    }

    private Optional<Content.OfCalendar> calendar() {
        return goods().stream().filter(Content.OfCalendar.class::isInstance).map(Content.OfCalendar.class::cast).findFirst();
    }

    private Collection<Content> goods() {
        return entries.values().stream().flatMap(e -> e.good.stream()).toList();
    }

    private Outcome outcome() {
        SortedMap<String, PolicyInForce> policies = new TreeMap<>();
        SortedMap<String, Proposed> proposed = new TreeMap<>();
        entries.values().forEach(e -> e.inForce.ifPresent(p -> policies.put(p.policy().jurisdiction().id(), p)));
        goods().forEach(c -> {
            if (c instanceof Content.OfPolicy policy) {
                proposed.put(policy.jurisdiction(), policy.proposed());
            }
        });
        RuleBook book = new RuleBook(Collections.unmodifiableSortedMap(policies), calendar().map(Content.OfCalendar::calendar).orElseGet(WorkCalendar::empty));
        return new Outcome(book, Collections.unmodifiableSortedMap(proposed), List.copyOf(problems), List.copyOf(news), retry);
    }
}
