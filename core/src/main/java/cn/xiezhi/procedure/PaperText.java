package cn.xiezhi.procedure;

import cn.xiezhi.document.Block;
import cn.xiezhi.document.Content;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A paper while it is being written; lives inside one call and is turned into a value at its end. */
public final class PaperText {
    private final Case c;
    private final Procedure procedure;
    private final Paper paper;
    private final List<Block> body = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final List<String> signatories = new ArrayList<>();
    private final List<String> copies = new ArrayList<>();
    private Optional<String> addressee = Optional.empty();
    private String head;
    private String title;

    PaperText(Case c, Procedure procedure, Paper paper) {
        this.c = c;
        this.procedure = procedure;
        this.paper = paper;
        title = paper.name(c.policy());
        head = c.actor().organ().name();
        signatories.add(head);
    }

    Content content(Optional<String> number) {
        return new Content(paper.form(), head, number, title, addressee, body, attachments, signatories, Zone.day(c.now()), c.actor().organ().name(), copies, fields());
    }

    private Map<String, String> fields() {
        Map<String, String> all = new HashMap<>();
        Papers.fields(procedure, paper).forEach(f -> said(f.id()).ifPresent(value -> all.put(f.id(), value)));
        return all;
    }

    public PaperText head(String text) {
        head = text;
        return this;
    }

    public PaperText title(String text) {
        title = text;
        return this;
    }

    public PaperText to(String whom) {
        addressee = Optional.of(whom);
        return this;
    }

    public PaperText heading(String text) {
        body.add(new Block.Heading(text));
        return this;
    }

    /** A paragraph each for its lines; nothing for a blank text. */
    public PaperText say(String text) {
        text.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(l -> body.add(new Block.Paragraph(l)));
        return this;
    }

    /** A sentence around a value, if there is one: {@code %s} is the value without a full stop at its end. */
    public PaperText say(String sentence, Optional<String> value) {
        value.map(v -> v.strip().replaceFirst("[。；;.]+$", "")).ifPresent(v -> say(sentence.replace("%s", v)));
        return this;
    }

    /** Who or what, under a name that stands out; nothing for nobody. */
    public PaperText named(String name, List<String> who) {
        if (!who.isEmpty()) {
            body.add(new Block.Named(name, String.join("、", who)));
        }
        return this;
    }

    public PaperText table(List<String> header, List<List<String>> rows, Integer... widths) {
        body.add(new Block.Table(header, rows, List.of(widths)));
        return this;
    }

    /** A form: what is asked on the left, what is said on the right. */
    public PaperText form(List<List<String>> rows) {
        return table(List.of(), rows, 3, 8);
    }

    public PaperText attached(String name) {
        attachments.add(name);
        return this;
    }

    public PaperText signed(String... organs) {
        signatories.clear();
        signatories.addAll(List.of(organs));
        return this;
    }

    public PaperText copied(String organ) {
        copies.add(organ);
        return this;
    }

    /** A part's holders by name. */
    public String party(String part) {
        return c.matter().organs(part).stream().map(c.situation()::nameOf).collect(Collectors.joining("、"));
    }

    /** What the paper asked for, else what the matter has, as people read it; blank if nothing. */
    public String value(String field) {
        return said(field).orElse("");
    }

    /**
     * The same, if there is anything.
     *
     * @throws IllegalStateException if not everybody who sees the paper may see the field
     */
    public Optional<String> said(String field) {
        Optional<Field> known = Optional.ofNullable(procedure.vocabulary().get(field));
        known.filter(f -> !Papers.mayShow(paper, f)).ifPresent(f -> {
            throw new IllegalStateException("paper " + paper.id() + " of " + procedure.id() + " must not show " + field);
        });
        return c.in(field).or(() -> c.matter().field(field)).map(v -> known.map(f -> read(f, v)).orElse(v)).filter(v -> !v.isBlank());
    }

    /** What stands in several lines, thing by thing. */
    public List<String> lines(String field) {
        return said(field).map(v -> v.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()).orElse(List.of());
    }

    private String read(Field f, String value) {
        return switch (f.type()) {
            case DATE -> day(LocalDate.parse(value));
            case DATE_TIME -> time(value);
            case BOOLEAN -> value.equals("true") ? "是" : "否";
            case ORGAN -> c.situation().nameOf(value);
            case ITEM -> c.situation().lookup().item(value).orElse(value);
            case CHOICE, CHOICES, ORGANS, PEOPLE -> value.lines().map(v -> one(f, v.strip())).collect(Collectors.joining("\n"));
            default -> value;
        };
    }

    private String one(Field f, String value) {
        return switch (f.type()) {
            case ORGANS -> c.situation().nameOf(value);
            case PEOPLE -> person(value);
            default -> f.options().stream().filter(o -> o.value().equals(value)).map(Field.Option::label).findFirst().orElse(value);
        };
    }

    private String person(String user) {
        return c.situation().organs().keySet().stream().map(o -> c.situation().lookup().people(o).get(user)).filter(Objects::nonNull).map(Officer::name).findFirst().orElse(user);
    }

    /** 2026年3月5日: Arabic numerals, no leading zeros. */
    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String time(String value) {
        OffsetDateTime at = Zone.local(Case.instant(value));
        return day(at.toLocalDate()) + at.getHour() + "时" + (at.getMinute() == 0 ? "" : at.getMinute() + "分");
    }
}
