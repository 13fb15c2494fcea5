package cn.xiezhi.loader;

import cn.xiezhi.policy.Policy;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What rule files hold, read and right in itself. */
sealed interface Content {
    Subject subject();

    String version();

    /** From when it is to be in force, where the file says so; else as soon as it arrives. */
    Optional<Instant> inForceFrom();

    /** What it is, for people. */
    String name();

    /** @param text the source of the policy, its snapshot */
    record OfPolicy(Policy policy, String text, List<Example> examples, Proposed proposed, Optional<Instant> inForceFrom) implements Content {
        public OfPolicy {
            examples = List.copyOf(examples);
        }

        String jurisdiction() {
            return policy.jurisdiction().id();
        }

        @Override
        public Subject subject() {
            return Subject.POLICY;
        }

        @Override
        public String version() {
            return policy.version();
        }

        @Override
        public String name() {
            return "辖区 " + jurisdiction() + " 的规则 " + version();
        }
    }

    record OfCalendar(String version, WorkCalendar calendar, Optional<Instant> inForceFrom) implements Content {
        @Override
        public Subject subject() {
            return Subject.CALENDAR;
        }

        @Override
        public String name() {
            return "工作日历 " + version + "（" + (calendar.years().isEmpty() ? "空" : calendar.years().firstKey() + "至" + calendar.years().lastKey() + "年") + "）";
        }
    }
}
