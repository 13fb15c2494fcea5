package cn.xiezhi.procedure;

import cn.xiezhi.document.Form;
import cn.xiezhi.policy.Policy;
import cn.xiezhi.procedure.Outcome.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A document (文书) that a matter may have: from which states, by the holder of which part, what is asked besides what the matter knows, and what it says.
 * A value; made with {@link #named} and the methods that add to it, each of which gives another paper.
 */
public final class Paper extends Stepwise<Paper> {
    /** For fields that {@link #numberInto} fills. */
    static final String NUMBERED = "不填的，制发文书时自动写入；在平台外编号的在这里填写";

    private final String id;
    private final Form form;
    private final String common;
    private Function<Policy, String> name;
    private Optional<String> mark = Optional.empty();
    private Optional<String> numberField = Optional.empty();
    private Optional<String> slot = Optional.empty();
    private Set<String> from = Set.of();
    private Set<String> parts = Set.of();
    private Set<String> onlyFor = Set.of();
    private List<Field> fields = List.of();
    private Function<Case, Optional<Refusal>> barred = c -> Optional.empty();
    private BiConsumer<Case, PaperText> text = (c, t) -> {};

    private Paper(String id, String common, Form form) {
        this.id = id;
        this.common = common;
        this.name = policy -> common;
        this.form = form;
    }

    public static Paper named(String id, String name, Form form) {
        return new Paper(id, name, form);
    }

    /** Where the county has a name of its own for it. */
    public Paper called(Function<Policy, String> some) {
        return but(p -> p.name = some);
    }

    /** It has a number, in which this word stands for the kind, e.g. 移. */
    public Paper numbered(String word) {
        return but(p -> p.mark = Optional.of(word));
    }

    /** The matter's field that its number is recorded in. */
    public Paper numberInto(String field) {
        return but(p -> p.numberField = Optional.of(field));
    }

    /** The material that it is, once it is issued, where the policy asks for that; a scan of the signed one takes its place. */
    public Paper fills(String material) {
        return but(p -> p.slot = Optional.of(material));
    }

    /** In which states it can be issued. */
    public Paper from(String... states) {
        return but(p -> p.from = Set.of(states));
    }

    /** Which parts' holders may issue it. */
    public Paper by(String... some) {
        return but(p -> p.parts = Set.of(some));
    }

    /** Only the holders of these parts see it; of a procedure's sealed fields it may show those that all of them may see. */
    public Paper onlyFor(String... some) {
        return but(p -> p.onlyFor = Set.of(some));
    }

    public Paper asks(Field... some) {
        return but(p -> p.fields = List.of(some));
    }

    /** What stands against it in this matter; it is not offered then. */
    public Paper barredBy(Function<Case, Optional<Refusal>> rule) {
        return but(p -> p.barred = c -> barred.apply(c).or(() -> rule.apply(c)));
    }

    /** Not while the matter lacks this. */
    public Paper needing(String field, String otherwise) {
        return barredBy(c -> c.matter().field(field).isPresent() ? Optional.empty() : Optional.of(Refusal.conflict("nothing-to-say", otherwise)));
    }

    public Paper says(BiConsumer<Case, PaperText> some) {
        return but(p -> p.text = some);
    }

    public String id() {
        return id;
    }

    public Form form() {
        return form;
    }

    /** What it is called where no county is asked. */
    public String name() {
        return common;
    }

    public String name(Policy policy) {
        return name.apply(policy);
    }

    public Optional<String> mark() {
        return mark;
    }

    Optional<String> numberField() {
        return numberField;
    }

    Optional<String> slot() {
        return slot;
    }

    public Set<String> from() {
        return from;
    }

    public Set<String> parts() {
        return parts;
    }

    public Set<String> onlyFor() {
        return onlyFor;
    }

    public List<Field> fields() {
        return fields;
    }

    Optional<Refusal> barred(Case c) {
        return barred.apply(c);
    }

    void write(Case c, PaperText t) {
        text.accept(c, t);
    }
}
