package cn.xiezhi.matter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a matter's append-only history.
 *
 * @param seq 1 for the first
 * @param at to the millisecond
 * @param details by field id, in the action's own order; then what the act did to obligations, see {@link Trail}
 * @param citation the rule the action rests on
 * @param hash over all of the entry and {@code previousHash}; see {@link Ledger}
 */
public record LedgerEntry(
        int seq,
        Instant at,
        String user,
        String userName,
        String organ,
        String action,
        String from,
        String to,
        Map<String, String> details,
        Optional<String> citation,
        String policyVersion,
        String previousHash,
        String hash) {}
