package cn.xiezhi.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for, the latest first.
 *
 * @param from inclusive
 * @param before exclusive
 * @param after id of the last entry of the page before
 */
public record AuditQuery(String jurisdiction, Optional<Instant> from, Optional<Instant> before, Optional<String> user, Optional<String> organ, Optional<AuditKind> kind, Optional<Boolean> ok,
        Optional<String> subject, Optional<String> address, Optional<String> after, int limit) {}
