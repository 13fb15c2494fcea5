package cn.xiezhi.registry;

import cn.xiezhi.registry.Holding.Mode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who handles a case of an item: by the list as it stood on the day of the act, at the place of the act. Power that has ended, or has not begun, is none:
 * the case is then the competent department's.
 */
public final class Competence {
    private Competence() {}

    /** What the finder does with the case. */
    public enum What {
        HAND_OVER("handOver"), KEEP("keep"),
        /** The list does not say; the reason tells what is missing. */
        OPEN("open");

        private final String code;

        What(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param organ who is to handle it; empty while the list does not say
     * @param mode how the power is held; empty where nobody's holding is in force
     * @param reason for people, with mode, dates and document
     */
    public record Answer(What what, Optional<Organ> organ, Optional<Mode> mode, String reason) {}

    /**
     * @param finder the organ that found the act; for an internal unit its organ counts
     * @param township the organ id of the place of the act; may be empty where the place makes no difference
     * @param organs the jurisdiction's register by id
     */
    public static Answer answer(Item item, Organ finder, Optional<String> township, LocalDate day, Map<String, Organ> organs) {
        List<Holding> today = item.holdings().stream().filter(h -> h.inForce(day)).toList();
        if (township.isEmpty() && today.stream().anyMatch(h -> h.mode().byTownship())) {
            return new Answer(What.OPEN, Optional.empty(), Optional.empty(), "该事项在部分或全部乡镇（街道）由乡镇（街道）办理，请选择违法行为发生地");
        }
        Optional<Holding> holding = today.stream().filter(h -> township.map(h::covers).orElse(true))
                // A letter is newer and nearer than what the list says for all townships.
                .min(Comparator.comparing(h -> h.mode() != Mode.ENTRUSTED));
        return holding.map(h -> held(h, finder, township, organs)).orElseGet(() -> fallback(item, finder, township, day, organs));
    }

    private static Answer held(Holding h, Organ finder, Optional<String> township, Map<String, Organ> organs) {
        String span = h.until().map(u -> text(h.from()) + "至" + text(u)).orElse("自" + text(h.from()) + "起");
        String place = township.map(t -> name(t, organs)).orElse("");
        String department = name(h.department(), organs);
        String why = switch (h.mode()) {
            case GRANTED -> span + "赋权乡镇（街道），发生在" + place + "，由其以自己名义处罚";
            case ENTRUSTED -> span + "委托乡镇（街道），发生在" + place + "，由其以" + department + "名义办理" + h.letter().map(l -> "（委托书 " + l + "）").orElse("");
            case ASSISTED -> span + "由" + department + "处罚，乡镇（街道）只作配合";
            case KEPT -> span + "由" + department + "保留，未下放乡镇（街道）";
        };
        return to(h.mode().byTownship() ? township.orElseThrow() : h.department(), finder, Optional.of(h.mode()), why + "；依据：" + h.basis(), organs);
    }

    /** Nothing in force here and now: the department that was competent last, or is going to be. */
    private static Answer fallback(Item item, Organ finder, Optional<String> township, LocalDate day, Map<String, Organ> organs) {
        List<Holding> here = item.holdings().stream().filter(h -> township.map(h::covers).orElse(true)).toList();
        Optional<Holding> before = here.stream().filter(h -> h.until().filter(day::isAfter).isPresent()).max(Comparator.comparing(h -> h.until().orElseThrow()));
        Optional<Holding> after = here.stream().filter(h -> h.from().isAfter(day)).min(Comparator.naturalOrder());
        Optional<Holding> elsewhere = item.holdings().stream().filter(h -> h.inForce(day)).findFirst();
        Optional<Holding> by = before.or(() -> elsewhere).or(() -> after);
        if (by.isEmpty()) {
            return new Answer(What.OPEN, Optional.empty(), Optional.empty(), "名录没有记载“" + item.name() + "”由谁行使，请补充后再查，或与主管部门协商");
        }
        String why = before.map(h -> h.mode().text() + "已于" + text(h.until().orElseThrow()) + "到期（依据：" + h.basis() + "）")
                .or(() -> after.map(h -> h.mode().text() + "自" + text(h.from()) + "起才生效（依据：" + h.basis() + "）"))
                .orElseGet(() -> "发生地" + township.map(t -> name(t, organs)).orElse("") + "不在" + elsewhere.orElseThrow().mode().text() + "的乡镇（街道）之列（依据：" + elsewhere.orElseThrow().basis() + "）");
        return to(by.get().department(), finder, Optional.empty(), why + "；" + text(day) + "仍由主管部门" + name(by.get().department(), organs) + "行使", organs);
    }

    private static Answer to(String id, Organ finder, Optional<Mode> mode, String reason, Map<String, Organ> organs) {
        Optional<Organ> organ = Optional.ofNullable(organs.get(id));
        if (organ.isEmpty()) {
            return new Answer(What.OPEN, Optional.empty(), mode, reason + "；但机关名录中没有“" + id + "”，请先核对名录");
        }
        boolean own = id.equals(finder.parent().orElse(finder.id()));
        return new Answer(own ? What.KEEP : What.HAND_OVER, organ, mode, reason);
    }

    private static String name(String organ, Map<String, Organ> organs) {
        return Organ.name(organs, organ);
    }

    private static String text(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
