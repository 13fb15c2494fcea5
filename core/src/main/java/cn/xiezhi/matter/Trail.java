package cn.xiezhi.matter;

import cn.xiezhi.code.Coded;
import cn.xiezhi.matter.Obligation.Status;
import cn.xiezhi.policy.Duty;
import cn.xiezhi.policy.Variant;
import cn.xiezhi.time.Count;
import cn.xiezhi.time.Limit;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What an act did to an obligation, as a ledger entry says it: one detail each, from which the obligations can be rebuilt
 * without anything else. Key {@code obligation.<id>}; value, parted by blanks: event, duty, variant, organ that owes it,
 * trigger, limit, first instant of being overdue or {@code -}, {@code fixed} or {@code provisional}, policy version, citation.
 *
 * @param obligation as it stands after the act
 */
public record Trail(Event event, Obligation obligation) {
    /** What happened. An obligation that arises and ends in the same act only says how it ended. */
    public enum Event implements Coded {
        AROSE("arose", Status.OPEN),
        EXTENDED("extended", Status.OPEN),
        /** Another end for another reason, mostly a holiday notice. */
        RECOUNTED("recounted", Status.OPEN),
        MET("met", Status.MET),
        REFUSED("refused", Status.REFUSED),
        CANCELLED("cancelled", Status.CANCELLED),
        PASSED_ON("passedOn", Status.PASSED_ON);

        private final String code;
        private final Status status;

        Event(String code, Status status) {
            this.code = code;
            this.status = status;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private static final String KEY = "obligation.";
    private static final String NONE = "-";
    private static final String PROVISIONAL = "provisional";
    private static final int PARTS = 10;

    /** The details for all that an act did: {@code after} has the obligations of {@code before} and those that arose. */
    public static Map<String, String> details(List<Obligation> before, List<Obligation> after) {
        Map<String, String> details = new LinkedHashMap<>();
        for (int i = 0; i < after.size(); i++) {
            Optional<Obligation> was = i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
            Obligation is = after.get(i);
            if (!was.equals(Optional.of(is))) {
                details.put(KEY + is.id(), new Trail(event(was, is), is).text());
            }
        }
        return details;
    }

    private static Event event(Optional<Obligation> was, Obligation is) {
        if (!is.open()) {
            return Arrays.stream(Event.values()).filter(e -> e.status == is.status()).findFirst().orElseThrow();
        }
        return was.map(o -> is.extended() && !o.extended() ? Event.EXTENDED : Event.RECOUNTED).orElse(Event.AROSE);
    }

    /**
     * Reads a detail of a ledger entry; empty if it is not about an obligation.
     *
     * @throws IllegalArgumentException if it is, and can't be read
     */
    public static Optional<Trail> of(LedgerEntry entry, String key) {
        return key.startsWith(KEY) ? Optional.of(read(entry, key.substring(KEY.length()), entry.details().get(key))) : Optional.empty();
    }

    /** All that an entry says of obligations, in the order in which it says it. */
    public static List<Trail> of(LedgerEntry entry) {
        return entry.details().keySet().stream().flatMap(key -> of(entry, key).stream()).toList();
    }

    /** A matter's obligations as its history leaves them, in the order in which they arose. */
    public static List<Obligation> replay(List<LedgerEntry> ledger) {
        Map<String, Obligation> byId = new LinkedHashMap<>();
        ledger.forEach(entry -> of(entry).forEach(t -> byId.put(t.obligation.id(), t.obligation)));
        return new ArrayList<>(byId.values());
    }

    private String text() {
        Obligation o = obligation;
        for (String part : List.of(o.owedBy(), o.policyVersion())) {
            if (part.isEmpty() || part.indexOf(' ') >= 0) {
                throw new IllegalArgumentException("neither an organ nor a version: “" + part + "”");
            }
        }
        return String.join(" ", event.code, o.duty().id(), o.variant().code(), o.owedBy(), instant(o.trigger()), o.limit().count().code() + ":" + o.limit().amount(),
                o.dueAtExclusive().map(Trail::instant).orElse(NONE), o.provisional() ? PROVISIONAL : "fixed", o.policyVersion(), o.citation());
    }

    private static Trail read(LedgerEntry entry, String id, String text) {
        try {
            String[] parts = text.split(" ", PARTS);
            String[] limit = parts[5].split(":", 2);
            Event event = Coded.find(Event.values(), parts[0]).orElseThrow();
            Count count = Coded.find(Count.values(), limit[0]).orElseThrow();
            Optional<Instant> due = parts[6].equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(parts[6]));
            Trail trail = new Trail(event, new Obligation(id, Duty.named(parts[1]), Variant.of(parts[2]).orElseThrow(), parts[3], Instant.parse(parts[4]),
                    new Limit(count, Integer.parseInt(limit[1])), due.map(d -> lastDay(count, d)), due, parts[7].equals(PROVISIONAL), event.status,
                    event.status == Status.OPEN ? Optional.empty() : Optional.of(entry.at()), parts[8], parts[9]));
            if (trail.text().equals(text)) {
                return trail;
            }
        } catch (IndexOutOfBoundsException | NoSuchElementException | DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("entry " + entry.seq() + " says of obligation " + id + " what can't be read: " + text, e);
        }
        throw new IllegalArgumentException("entry " + entry.seq() + " says of obligation " + id + " what was not written so: " + text);
    }

    private static LocalDate lastDay(Count count, Instant due) {
        return Zone.day(count == Count.IMMEDIATELY ? due : due.minusMillis(1));
    }

    /** To the millisecond, as everything is kept. */
    private static String instant(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
