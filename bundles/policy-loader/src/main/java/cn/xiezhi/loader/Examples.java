package cn.xiezhi.loader;

import java.util.HashMap;
import java.util.Map;

/** Runs each policy's examples once for a calendar. */
final class Examples {
    private record Checked(Content.OfPolicy content, Content.OfCalendar calendar, ExampleRun.Result result) {}

    private final Map<String, Checked> last = new HashMap<>();

    /** @param who distinguishes the contents that are checked in turn */
    ExampleRun.Result check(String who, Content.OfPolicy content, Content.OfCalendar calendar) {
        return last.compute(who, (w, c) -> c != null && c.content() == content && c.calendar() == calendar ? c
                : new Checked(content, calendar, ExampleRun.of(content, calendar))).result();
    }
}
