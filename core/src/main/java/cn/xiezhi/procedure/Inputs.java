package cn.xiezhi.procedure;

import cn.xiezhi.procedure.Outcome.FieldError;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.time.Zone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks what was put in against the fields that were asked for, and finds all faults at once. */
final class Inputs {
    private static final Instant EARLIEST = LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    /** A client's clock may run a little ahead of ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);
    private static final Duration LATEST = Duration.ofDays(3653);

    private Inputs() {}

    static List<FieldError> errors(List<Field> fields, Case c) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Field> known = fields.stream().collect(Collectors.toMap(Field::id, Function.identity()));
        c.input().keySet().stream().filter(id -> !known.containsKey(id)).sorted()
                .forEach(id -> errors.add(new FieldError(id, "此操作没有名为“" + id + "”的项目", Optional.empty())));
        for (Field field : fields) {
            error(field, c).ifPresent(message -> errors.add(new FieldError(field.id(), message, field.citation())));
        }
        return errors;
    }

    private static Optional<String> error(Field field, Case c) {
        boolean asked = field.when().map(w -> c.in(w.field()).orElse("").equals(w.equals())).orElse(true);
        Optional<String> value = c.in(field.id());
        if (value.isEmpty()) {
            return field.required() && asked ? Optional.of(missing(field)) : Optional.empty();
        }
        String text = value.get();
        if (text.codePoints().anyMatch(Inputs::unusable)) {
            return Optional.of(field.label() + "含有不可用的控制字符");
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> tooLong(field, text);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? Optional.empty() : Optional.of(field.label() + "应为 true 或 false");
            case CHOICE -> choice(field, text);
            case ORGAN -> organ(field, text, c);
            case DATE_TIME -> time(field, text, c);
            case DATE -> day(field, text, c);
            case NUMBER -> number(field, text);
            case ITEM -> c.situation().lookup().item(text).isPresent() ? Optional.empty() : Optional.of("执法事项清单里没有“" + text + "”");
            case LINES, CHOICES, ORGANS, PEOPLE -> lines(field, c.lines(field.id()), c);
        };
    }

    /** What no document can hold, and what makes a text read otherwise than it is written: controls, halves of characters, no characters, turns of direction. */
    private static boolean unusable(int p) {
        int type = Character.getType(p);
        boolean control = type == Character.CONTROL && p != '\n' && p != '\t' && p != '\r' || type == Character.SURROGATE;
        boolean none = (p & 0xFFFE) == 0xFFFE || p >= 0xFDD0 && p <= 0xFDEF;
        boolean turn = p >= 0x202A && p <= 0x202E || p >= 0x2066 && p <= 0x2069;
        return control || none || turn;
    }

    private static String missing(Field field) {
        return field.minItems() > 1 ? field.label() + "至少需要 " + field.minItems() + " 项" : "请填写" + field.label();
    }

    private static Optional<String> tooLong(Field field, String text) {
        return text.codePointCount(0, text.length()) > field.maxLength() ? Optional.of(field.label() + "不能超过 " + field.maxLength() + " 个字") : Optional.empty();
    }

    private static Optional<String> choice(Field field, String value) {
        return field.options().stream().anyMatch(o -> o.value().equals(value)) ? Optional.empty()
                : Optional.of(field.label() + "只能选：" + field.options().stream().map(Field.Option::label).collect(Collectors.joining("、")));
    }

    private static Optional<String> person(Field field, String user, Case c) {
        Officer named = c.situation().lookup().people(c.actor().organ().id()).get(user);
        if (named == null) {
            return Optional.of(field.label() + "：“" + user + "”不是本单位在岗的人员");
        }
        return field.certificate().filter(kind -> !named.certified(kind, Zone.day(c.now())))
                .map(kind -> field.label() + "：" + named.name() + "没有有效的" + kind.text() + "，或证件已经到期");
    }

    private static Optional<String> number(Field field, String text) {
        if (!text.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            return Optional.of(field.label() + "应是不小于 0 的数，最多两位小数");
        }
        return new BigDecimal(text).compareTo(BigDecimal.valueOf(field.most())) > 0 ? Optional.of(field.label() + "不能超过 " + field.most()) : Optional.empty();
    }

    private static Optional<String> lines(Field field, List<String> lines, Case c) {
        if (lines.size() < field.minItems() || lines.stream().distinct().count() < field.minItems()) {
            return Optional.of(field.label() + "至少需要 " + field.minItems() + " 项（不重复）");
        }
        if (lines.size() > field.maxItems()) {
            return Optional.of(field.label() + "最多 " + field.maxItems() + " 项");
        }
        return lines.stream().map(l -> tooLong(field, l).or(() -> switch (field.type()) {
            case CHOICES -> choice(field, l);
            case ORGANS -> organ(field, l, c);
            case PEOPLE -> person(field, l, c);
            default -> Optional.<String>empty();
        })).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> organ(Field field, String id, Case c) {
        Organ organ = c.situation().organs().get(id);
        if (organ == null) {
            return Optional.of("本辖区没有登记“" + id + "”这个机关");
        }
        if (organ.kind() == Organ.Kind.INTERNAL_UNIT) {
            return Optional.of(organ.name() + "是内设机构，不能以自己的名义办理，请选择其所属机关");
        }
        return field.organKinds().isEmpty() || field.organKinds().contains(organ.kind()) ? Optional.empty()
                : Optional.of(field.label() + "不能是" + organ.kind().text() + "：" + organ.name());
    }

    private static Optional<String> time(Field field, String text, Case c) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            boolean later = at.isAfter(c.now().plus(TOLERANCE));
            boolean earlier = at.isBefore(c.now().minus(TOLERANCE));
            return outside(field, later, earlier, at.isBefore(EARLIEST), at.isAfter(c.now().plus(LATEST)));
        } catch (DateTimeParseException e) {
            return Optional.of(field.label() + "应为带时区的时间，例如 2025-09-30T10:00:00+08:00");
        }
    }

    private static Optional<String> day(Field field, String text, Case c) {
        try {
            LocalDate day = LocalDate.parse(text);
            LocalDate today = Zone.day(c.now());
            return outside(field, day.isAfter(today), day.isBefore(today), day.getYear() < 2000, day.isAfter(today.plusDays(LATEST.toDays())));
        } catch (DateTimeParseException e) {
            return Optional.of(field.label() + "应为日期，例如 2026-02-28");
        }
    }

    private static Optional<String> outside(Field field, boolean later, boolean earlier, boolean tooEarly, boolean tooLate) {
        if (later && field.span() == Field.Span.PAST) {
            return Optional.of(field.label() + "不能晚于现在");
        }
        if (earlier && field.span() == Field.Span.FUTURE) {
            return Optional.of(field.label() + "不能早于现在");
        }
        if (tooEarly) {
            return Optional.of(field.label() + "早于 2000 年，请核对");
        }
        return tooLate ? Optional.of(field.label() + "在十年以后，请核对") : Optional.empty();
    }
}
