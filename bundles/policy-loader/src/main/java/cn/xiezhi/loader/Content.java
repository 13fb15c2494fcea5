package cn.xiezhi.loader;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.time.WorkCalendar;
import java.util.List;
import java.util.Set;

/** What a bundle brings, read and right in itself. Only one content of a {@link #key} can be in force. */
sealed interface Content {
    String key();

    /** What it is, for people. */
    String name();

    /** @param text the source of the policy, its snapshot */
    record OfPolicy(Policy policy, String text, List<Example> examples, Proposed proposed) implements Content {
        public OfPolicy {
            examples = List.copyOf(examples);
        }

        String jurisdiction() {
            return policy.jurisdiction().id();
        }

        @Override
        public String key() {
            return "policy " + jurisdiction();
        }

        @Override
        public String name() {
            return "辖区 " + jurisdiction() + " 的规则 " + policy.version();
        }
    }

    /** @param amended the years whose notice was changed after it was published: examples written before may be out of date */
    record OfCalendar(WorkCalendar calendar, Set<Integer> amended) implements Content {
        public OfCalendar {
            amended = Set.copyOf(amended);
        }

        @Override
        public String key() {
            return "calendar";
        }

        @Override
        public String name() {
            return "工作日历（" + (calendar.years().isEmpty() ? "空" : calendar.years().firstKey() + "至" + calendar.years().lastKey() + "年") + "）";
        }
    }
}
