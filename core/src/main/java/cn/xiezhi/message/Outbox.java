package cn.xiezhi.message;

import cn.xiezhi.clock.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits to be sent, and what became of it. Several nodes work on it at once. Implemented by the store. */
public interface Outbox {
    /** Notices of which nobody has looked yet whether they go out, the oldest first. */
    List<Notice> unplanned(String jurisdiction, int limit);

    /** Marks notices as looked at and keeps their messages, in one transaction; nothing at all if another node was quicker with one of them. */
    void plan(List<Notice> notices, List<Message> messages);

    /** Recipients for whom something is due, the longest waiting first. */
    List<String> due(String jurisdiction, Instant now, int limit);

    /** Takes what is due for a recipient for oneself until an instant, of which no other node gets any until then; the one whose limit ends first comes first. */
    List<Claimed> claim(String jurisdiction, String recipient, String claim, Instant now, Instant until, int limit);

    /** Writes down what became of messages that are still one's own. */
    void settle(String jurisdiction, String recipient, String claim, List<String> notices, Result result);

    /** Has another try at everything that was given up. */
    int retry(String jurisdiction, Instant now);

    /** What a jurisdiction's administrator sees. */
    List<Figures> figures(String jurisdiction);

    /** What was given up, the latest first. */
    List<GivenUp> givenUp(String jurisdiction, int limit);

    /** @param attempts how often it was tried, this time included */
    record Claimed(Notice notice, int attempts) {}

    /** @param next when it is tried again, while it waits */
    record Result(State state, Optional<String> reason, Instant at, Instant next) {}

    enum State {
        WAITING("waiting"),
        SENT("sent"),
        /** Not needed any more: done in time, or nobody wants it now. */
        DROPPED("dropped"),
        GIVEN_UP("givenUp");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param held how many of the waiting ones have not been tried: quiet hours or the day's hour hold them
     * @param reason of the latest failure among the waiting ones
     */
    record Figures(Way way, int waiting, int held, int givenUp, Optional<Instant> lastSent, Optional<String> reason) {}

    record GivenUp(String recipient, String notice, int attempts, String reason, Instant at) {}
}
