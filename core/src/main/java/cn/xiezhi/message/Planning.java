package cn.xiezhi.message;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.WorkCalendar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who is told of a notice outside the product, and when. Pure: nothing is sent here. */
public final class Planning {
    private Planning() {}

    /**
     * The messages of a notice that was written: one for each person who wants it by mail, one for a group in which it is wanted, at the
     * earliest time that anybody there wants it. A group hears nothing of what is not about a matter: that is somebody's own.
     */
    public static List<Message> of(Notice notice, People people, WorkCalendar calendar, Instant now) {
        return times(notice, people, wish -> wish.sendAt(notice, calendar, now)).entrySet().stream()
                .map(e -> new Message(notice.jurisdiction(), notice.id(), e.getKey(), e.getValue())).toList();
    }

    /**
     * When a message whose time has come may go: now, or later if it is quiet now, since something kept it from going before. Empty if nobody
     * there is to be told any more: people move, and change their minds.
     */
    public static Optional<Instant> again(Notice notice, String recipient, People people, WorkCalendar calendar, Instant now) {
        return Optional.ofNullable(times(notice, people, wish -> wish.allowedAt(notice, calendar, now)).get(recipient));
    }

    private static Map<String, Instant> times(Notice notice, People people, Function<Wish, Instant> when) {
        Map<String, Instant> times = new LinkedHashMap<>();
        if (!notice.skipped()) {
            people.wishes().values().stream().filter(wish -> wish.kinds().contains(notice.kind())).forEach(wish -> Optional.ofNullable(people.officers().get(wish.user()))
                    .filter(officer -> Address.of(officer).contains(notice.to())).flatMap(officer -> recipient(wish, officer, notice, people))
                    .ifPresent(to -> times.merge(to, when.apply(wish), (a, b) -> a.isBefore(b) ? a : b)));
        }
        return times;
    }

    private static Optional<String> recipient(Wish wish, Officer officer, Notice notice, People people) {
        return switch (wish.way()) {
            case NONE -> Optional.empty();
            case MAIL -> wish.mail().map(m -> Message.user(officer.user()));
            case ROBOT -> notice.matter().flatMap(m -> people.robotOf(officer.organ().id())).map(Robot::organ).map(Message::group);
        };
    }
}
