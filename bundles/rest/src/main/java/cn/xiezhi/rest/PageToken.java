package cn.xiezhi.rest;

import cn.xiezhi.clock.NoticeQuery;
import cn.xiezhi.desk.MatterQuery;
import cn.xiezhi.desk.ObligationQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page ended, opaque to clients. Not signed: a token only says from which row on to read, and the query itself is
 * scoped to the person; so it is enough that every token is checked to the last character.
 */
final class PageToken {
    private static final Pattern SHAPE = Pattern.compile("([0-9TZ:.-]{20,30})?~([A-Za-z0-9][A-Za-z0-9._~-]{0,239})");
    private static final Pattern AUDIT_ENTRY = Pattern.compile("\\d{13}-[0-9a-f]{8}-[0-9a-f]{4}");

    private record Position(Optional<Instant> at, String id) {}

    private PageToken() {}

    static String of(MatterQuery.After after) {
        return write(after.openedAt() + "~" + after.id());
    }

    static String of(ObligationQuery.After after) {
        return write(after.dueAt().map(Instant::toString).orElse("") + "~" + after.id());
    }

    static String of(NoticeQuery.After after) {
        return write(after.at() + "~" + after.id());
    }

    static Optional<NoticeQuery.After> notice(String token) {
        return read(token).map(p -> new NoticeQuery.After(p.at().orElseThrow(PageToken::bad), p.id()));
    }

    static Optional<MatterQuery.After> matter(String token) {
        return read(token).map(p -> new MatterQuery.After(p.at().orElseThrow(PageToken::bad), p.id()));
    }

    static Optional<ObligationQuery.After> obligation(String token) {
        return read(token).map(p -> new ObligationQuery.After(p.at(), p.id()));
    }

    /** The record of who did what goes on after an entry's own id. */
    static Optional<String> entry(String token) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Optional.of(token).filter(t -> AUDIT_ENTRY.matcher(t).matches()).orElseThrow(PageToken::bad));
    }

    private static String write(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<Position> read(String token) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);
            Matcher m = SHAPE.matcher(text);
            if (token.length() <= 400 && m.matches() && write(text).equals(token)) {
                return Optional.of(new Position(Optional.ofNullable(m.group(1)).map(Instant::parse), m.group(2)));
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // said below
        }
        throw bad();
    }

    private static Problem bad() {
        return Problem.bad("bad-page-token", "after", "翻页标记无效，请从第一页重新查询");
    }
}
