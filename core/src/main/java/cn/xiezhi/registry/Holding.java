package cn.xiezhi.registry;

import cn.xiezhi.code.Coded;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who holds the power over an item for some time.
 *
 * @param from the first day
 * @param until the last day, that day included
 * @param department the competent department's organ id, whatever the mode
 * @param townships the organ ids of the townships that this is about; empty for all
 * @param letter the entrustment letter's number, or the id of the matter in which it was signed
 * @param basis the document that granted, entrusted or kept the power, with its section
 */
public record Holding(Mode mode, LocalDate from, Optional<LocalDate> until, String department, List<String> townships, Optional<String> letter, String basis)
        implements Comparable<Holding> {
    private static final Comparator<Holding> ORDER = Comparator.comparing(Holding::from).thenComparing(Holding::mode).thenComparing(h -> String.join(",", h.townships))
            .thenComparing(Holding::department).thenComparing(h -> h.until.orElse(LocalDate.MAX)).thenComparing(h -> h.letter.orElse("")).thenComparing(Holding::basis);

    /** How power is shared between department and township. */
    public enum Mode implements Coded {
        /** The township punishes in its own name. */
        GRANTED("granted", "赋权"),
        /** The township punishes in the department's name, as long as the letter runs. */
        ENTRUSTED("entrusted", "委托"),
        /** The department punishes; the township helps. */
        ASSISTED("assisted", "配合"),
        /** The department punishes. */
        KEPT("kept", "部门保留");

        private final String code;
        private final String text;

        Mode(String code, String text) {
            this.code = code;
            this.text = text;
        }

        @Override
        public String code() {
            return code;
        }

        public String text() {
            return text;
        }

        /** Whether the township handles such cases. */
        public boolean byTownship() {
            return this == GRANTED || this == ENTRUSTED;
        }

        public static Optional<Mode> of(String code) {
            return Coded.find(values(), code);
        }
    }

    public Holding {
        townships = townships.stream().sorted().distinct().toList();
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }

    public boolean covers(String township) {
        return townships.isEmpty() || townships.contains(township);
    }

    /** Whether there is a day and a township for which both hold. */
    public boolean overlaps(Holding other) {
        boolean days = until.filter(other.from::isAfter).isEmpty() && other.until.filter(from::isAfter).isEmpty();
        boolean places = townships.isEmpty() || other.townships.isEmpty() || !Collections.disjoint(townships, other.townships);
        return days && places;
    }

    @Override
    public int compareTo(Holding other) {
        return ORDER.compare(this, other);
    }
}
