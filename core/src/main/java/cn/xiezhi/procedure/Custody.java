package cn.xiezhi.procedure;

import cn.xiezhi.matter.Attachment;
import cn.xiezhi.policy.Material;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.time.Zone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chain of custody of papers that go from one organ to another, as lines that stand in the ledger. */
final class Custody {
    /** Originals and things, which nobody uploads. */
    static final Field GIVEN = Field.lines("given", "另移交的纸质材料、实物").help("每行一项，注明页数或件数");
    static final Field LIST = Field.lines("handedOver", "移交清单");
    static final Field BY = Field.text("handedOverBy", "移交人");
    static final Field AT = Field.dateTime("handedOverAt", "移交时间");
    static final Field CHAIN = Field.lines("custody", "证据交接记录");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Custody() {}

    /** Lists what the acting organ hands over: what it names, and every file but those of the request and those that the requester put there itself. */
    static void handOver(Case c, Draft d) {
        Map<String, String> slots = c.situation().procedures().of(c.matter()).materials().apply(c).stream().collect(Collectors.toMap(Material::id, Material::name));
        Map<String, Officer> requesters = c.situation().lookup().people(c.matter().party(Request.REQUESTER).orElse(""));
        Map<String, Officer> own = c.situation().lookup().people(c.actor().organ().id());
        List<String> lines = new ArrayList<>(c.lines(GIVEN.id()));
        c.matter().attachments().stream().filter(a -> !a.slot().equals(Request.LETTER) && !requesters.containsKey(a.addedBy()))
                .map(a -> line(a, slots.getOrDefault(a.slot(), "其他材料"), Optional.ofNullable(own.get(a.addedBy())).map(Officer::name).orElse(a.addedBy()))).forEach(lines::add);
        if (!lines.isEmpty()) {
            d.record(LIST.id(), String.join("\n", lines));
        }
        d.record(BY.id(), person(c));
        d.record(AT.id(), c.now().toString());
    }

    /** Every line of the list, with who handed it over and who received it, and when. */
    static void receive(Case c, Draft d) {
        String hands = "；移交：" + c.matter().field(BY.id()).orElse("") + " " + c.matter().field(AT.id()).map(Case::instant).map(Custody::minutes).orElse("")
                + "；接收：" + person(c) + " " + minutes(c.now());
        c.matter().field(LIST.id()).ifPresent(list -> d.record(CHAIN.id(), list.lines().map(line -> line + hands).collect(Collectors.joining("\n"))));
    }

    private static String line(Attachment a, String slot, String by) {
        return a.name() + "（" + slot + "）；" + a.pages().map(p -> p + "页；").orElse("") + "SHA-256 " + a.sha256() + "；提交：" + by + " " + minutes(a.addedAt());
    }

    private static String person(Case c) {
        return c.actor().organ().name() + " " + c.actor().name();
    }

    private static String minutes(Instant at) {
        return MINUTES.format(Zone.local(at));
    }
}
