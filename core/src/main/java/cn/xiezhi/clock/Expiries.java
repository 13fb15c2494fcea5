package cn.xiezhi.clock;

import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Situation;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.Certificate;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Notices of what runs out: certificates, and matters that end by themselves. Pure, like {@link Reminders}, and caught up like them. */
final class Expiries {
    /** The automatic action by which a matter ends with its term. */
    private static final String EXPIRE = "expire";

    private Expiries() {}

    /** To the officer, and to the leaders of the organ, who lose somebody to send. */
    static List<Notice> due(Situation s, Account account) {
        List<Notice> notices = new ArrayList<>();
        for (Certificate c : account.serving() ? account.certificates() : List.<Certificate>of()) {
            c.until().map(Zone::endOf).ifPresent(end -> {
                String subject = "certificate." + account.user() + "." + c.kind().code();
                notices.addAll(due(s, subject, end, Address.user(account.user()), Optional.empty(), "您的" + c.kind().text(), "，请办理换证"));
                notices.addAll(due(s, subject, end, Address.leaders(account.organ()), Optional.empty(), account.name() + "的" + c.kind().text(), "，请安排换证"));
            });
        }
        return notices;
    }

    /** To the leaders of every organ that holds a part in it, and to whom it is assigned. */
    static List<Notice> due(Situation s, Matter matter) {
        List<Notice> notices = new ArrayList<>();
        s.procedures().of(matter).action(EXPIRE).flatMap(a -> a.at(matter)).ifPresent(end -> Stream.concat(matter.parties().values().stream().flatMap(Set::stream).map(Address::leaders),
                        matter.assignee().map(Address::user).stream()).distinct()
                .forEach(to -> notices.addAll(due(s, matter.id(), end, to, Optional.of(matter.id()), "“" + Notice.shortened(matter.title()) + "”", "，需要继续的请及时办理"))));
        return notices;
    }

    /** Of several whose time has come only the last is sent; the others are marked as skipped. */
    private static List<Notice> due(Situation s, String subject, Instant end, Address to, Optional<String> matter, String what, String then) {
        LocalDate lastDay = Zone.day(end.minusMillis(1));
        List<Integer> reached = s.policy().reminders().expiryDays().stream().filter(days -> !s.now().isBefore(Zone.startOf(lastDay.minusDays(days)))).toList();
        String text = what + (s.now().isBefore(end) ? "将于" : "已于") + Zone.endText(end, s.now()) + "到期" + then;
        String who = to.text().replace("@", "").replace('/', '.');
        return reached.stream().map(days -> new Notice(s.policy().jurisdiction().id(), subject + "." + days + "." + who, Kind.EXPIRY, end, to, matter, s.now(), text,
                !days.equals(reached.get(reached.size() - 1)))).toList();
    }
}
