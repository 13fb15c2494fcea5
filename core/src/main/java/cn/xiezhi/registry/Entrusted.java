package cn.xiezhi.registry;

import java.time.LocalDate;

/**
 * A department's power over an enforcement item that a township holds by a letter of entrustment, and for how long.
 *
 * @param item the item's code
 * @param department in whose name the township acts
 * @param fromInclusive the first day of power: never before both have signed
 * @param untilInclusive the last day of power
 * @param matter the letter's matter
 */
public record Entrusted(String item, String department, String township, LocalDate fromInclusive, LocalDate untilInclusive, String matter) {
    public boolean inForce(LocalDate day) {
        return !day.isBefore(fromInclusive) && !day.isAfter(untilInclusive);
    }
}
