package cn.xiezhi.registry;

import cn.xiezhi.registry.Checked.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of a spreadsheet, read strictly: all faults are collected, each with its cell. Columns are named, and an empty answer to a
 * column that must be filled means that a fault has been noted.
 */
final class Cells {
    /** Invisible, direction-changing, half a character, or for private use. */
    private static final Pattern HOSTILE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029]");
    private static final Pattern HOSTILE_BUT_LINES = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029&&[^\\n\\r\\t]]");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private final int row;
    private final List<String> values;
    private final List<String> columns;
    private final List<Fault> faults = new ArrayList<>();

    Cells(int row, List<String> values, List<String> columns) {
        this.row = row;
        this.values = values;
        this.columns = columns;
    }

    int row() {
        return row;
    }

    List<Fault> faults() {
        return faults;
    }

    void fault(String column, String message) {
        faults.add(new Fault(row, columns.indexOf(column), message));
    }

    /** What stands there, as far as it can be shown. */
    String shown(String column) {
        String text = HOSTILE.matcher(raw(column)).replaceAll("");
        return text.codePointCount(0, text.length()) > 60 ? text.substring(0, text.offsetByCodePoints(0, 60)) + "…" : text;
    }

    private String raw(String column) {
        int c = columns.indexOf(column);
        return c < values.size() ? values.get(c).strip() : "";
    }

    Optional<String> text(String column, int most) {
        Optional<String> text = textIfAny(column, most);
        if (raw(column).isEmpty()) {
            fault(column, "请填写" + column);
        }
        return text;
    }

    Optional<String> textIfAny(String column, int most) {
        String text = raw(column);
        if (HOSTILE.matcher(text).find()) {
            fault(column, column + "含有换行或不可见的字符，请删去后重新填写");
            return Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > most) {
            fault(column, column + "不能超过 " + most + " 个字");
            return Optional.empty();
        }
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    Optional<String> matching(String column, Pattern pattern, String rule) {
        return text(column, 200).filter(t -> {
            boolean right = pattern.matcher(t).matches();
            if (!right) {
                fault(column, column + "“" + shown(column) + "”不合格式：" + rule);
            }
            return right;
        });
    }

    /** Several values in a cell, parted by line ends, semicolons or list commas. */
    List<String> list(String column, int mostItems, int mostLength) {
        return parts(column, "[\\r\\n\\t;；、]+", mostItems, mostLength);
    }

    /** Several values in a cell, parted by line ends or semicolons; list commas are part of them. */
    List<String> lines(String column, int mostItems, int mostLength) {
        return parts(column, "[\\r\\n\\t;；]+", mostItems, mostLength);
    }

    private List<String> parts(String column, String between, int mostItems, int mostLength) {
        String text = raw(column);
        if (HOSTILE_BUT_LINES.matcher(text).find()) {
            fault(column, column + "含有不可见的字符，请删去后重新填写");
            return List.of();
        }
        List<String> parts = Arrays.stream(text.split(between)).map(String::strip).filter(p -> !p.isEmpty()).distinct().toList();
        if (parts.size() > mostItems) {
            fault(column, column + "最多 " + mostItems + " 项");
            return List.of();
        }
        if (parts.stream().anyMatch(p -> p.codePointCount(0, p.length()) > mostLength)) {
            fault(column, column + "每项不能超过 " + mostLength + " 个字");
            return List.of();
        }
        return parts;
    }

    Optional<LocalDate> date(String column) {
        Optional<LocalDate> date = dateIfAny(column);
        if (raw(column).isEmpty()) {
            fault(column, "请填写" + column);
        }
        return date;
    }

    Optional<LocalDate> dateIfAny(String column) {
        String text = raw(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = DATE.matcher(text);
        try {
            if (matcher.matches()) {
                LocalDate date = LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
                if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                    fault(column, column + "应在 2000 年至 2100 年之间，请核对");
                    return Optional.empty();
                }
                return Optional.of(date);
            }
        } catch (DateTimeException e) {
            // 30 February looks like a date and is none
        }
        fault(column, column + "“" + shown(column) + "”不是日期，应写成 2026-11-21 的样子");
        return Optional.empty();
    }

    <T> Optional<T> oneOf(String column, Map<String, T> words) {
        return text(column, 40).flatMap(word -> {
            if (!words.containsKey(word)) {
                fault(column, column + "不能是“" + word + "”，应为：" + String.join("、", words.keySet()));
            }
            return Optional.ofNullable(words.get(word));
        });
    }
}
