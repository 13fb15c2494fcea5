package cn.xiezhi.rest;

import cn.xiezhi.desk.MatterStore;
import cn.xiezhi.desk.MatterView;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.matter.Attachment;
import cn.xiezhi.matter.LedgerEntry;
import cn.xiezhi.matter.Light;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.matter.Obligation;
import cn.xiezhi.matter.Trail;
import cn.xiezhi.procedure.Field;
import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.Decisions;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.rest.OrganJson.Named;
import cn.xiezhi.time.WorkCalendar;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A matter as one person sees it: what stands in lists, and the whole of it. */
record MatterJson(@JsonUnwrapped Summary summary, long version, String policyVersion, Person openedBy, Optional<Assignee> assignee, Optional<Origin> origin,
        List<Linked> linked, List<FieldValue> fields, List<FormJson.MaterialSlot> materials, List<AttachmentJson> attachments, List<ObligationJson> obligations,
        boolean mayAttach, List<FormJson.ActionForm> actions, List<Entry> ledger, boolean ledgerIntact, Optional<List<Reader>> reads, @JsonUnwrapped WayJson way) {

    record Summary(String id, String number, String procedure, String procedureName, String title, String state, String stateName, boolean open, Instant openedAt,
            Instant updatedAt, List<Party> parties, Optional<NextDue> nextDue, boolean awaitingMe) {}

    record Party(String part, String partName, Named organ) {}

    record NextDue(String duty, String dutyName, Optional<Instant> dueAt, String light) {}

    record Person(String user, String name, Optional<Named> organ) {}

    record Assignee(String user, String name) {}

    record Origin(String id, String title, String procedureName) {}

    record Linked(String id, String title, String procedureName, String state, String stateName) {}

    record FieldValue(String id, String label, Object value, String text) {}

    record AttachmentJson(String id, String name, String type, long size, String sha256, String slot, String slotName, Optional<Integer> pages, Instant addedAt,
            Assignee addedBy) {}

    record Entry(int seq, Instant at, Who who, String action, String actionName, Optional<String> from, String to, String toName, List<Detail> details,
            Optional<String> citation, String policyVersion, String hash, String previousHash) {}

    record Who(String name, Named organ) {}

    record Detail(String label, String text) {}

    record Reader(Instant at, Who who, String text) {}

    static Summary summary(Procedures known, Matter m, Map<String, Organ> organs, Officer officer, Instant now, WorkCalendar calendar) {
        Procedure procedure = known.of(m);
        List<Party> parties = m.parties().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(o -> new Party(e.getKey(), procedure.parts().getOrDefault(e.getKey(), e.getKey()), named(organs, o)))).toList();
        Optional<NextDue> next = m.obligations().stream().filter(Obligation::open)
                .min(Comparator.comparing(o -> o.dueAtExclusive().orElse(Instant.MAX)))
                .map(o -> new NextDue(o.duty().id(), known.text(o.duty()), o.dueAtExclusive(), Light.of(o, now, calendar).code()));
        return new Summary(m.id(), m.id(), m.procedure(), procedure.name(), m.title(), m.state(), procedure.stateName(m.state()), m.open(), m.openedAt(),
                m.updatedAt(), parties, next, m.open() && m.awaiting().contains(officer.organ().id()));
    }

    static MatterJson of(MatterView view, Reading reading) {
        return of(view, reading, reading.dossier(view));
    }

    static MatterJson of(MatterView view, Reading reading, Reading.Dossier dossier) {
        Matter m = view.matter();
        Wording words = new Wording(view.procedure(), view.seen(), reading);
        Instant now = view.seen().now();
        WorkCalendar calendar = view.seen().situation().calendar();
        Map<String, Organ> organs = view.seen().situation().organs();
        Procedures known = view.seen().situation().procedures();
        Summary summary = summary(known, m, organs, view.seen().actor(), now, calendar);
        ObligationJson.InMatter here = new ObligationJson.InMatter(m.id(), m.title(), summary.procedureName(), summary.stateName());
        return new MatterJson(summary, m.version(), m.policyVersion(), openedBy(m, dossier, words, organs), m.assignee().map(u -> new Assignee(u, words.person(u))),
                dossier.origin().map(o -> new Origin(o.id(), o.title(), known.name(o.procedure()))),
                dossier.linked().stream().map(l -> linked(known, l)).toList(),
                m.fields().entrySet().stream().filter(e -> Decisions.maySee(view.seen(), view.procedure(), e.getKey())).map(e -> field(words, e.getKey(), e.getValue())).toList(),
                FormJson.slots(view.procedure(), view.seen()), m.attachments().stream().filter(a -> Decisions.maySee(view.seen(), view.procedure(), a)).map(a -> attachment(a, words)).toList(),
                m.obligations().stream().map(o -> ObligationJson.of(known, o, here, words.organ(o.owedBy()), now, calendar, reading.steps(m.jurisdiction(), o))).toList(),
                Decisions.mayAttach(view.seen(), view.procedure()), actions(view), dossier.ledger().stream().map(e -> entry(e, view, words, organs)).toList(), dossier.intact(),
                dossier.reads().map(all -> all.stream().map(r -> reader(r, m, organs)).toList()), WayJson.of(view, dossier.ledger(), words));
    }

    static List<FormJson.ActionForm> actions(MatterView view) {
        return view.possible().stream().map(a -> FormJson.of(view.procedure(), a, view.seen())).toList();
    }

    static Named named(Map<String, Organ> organs, String id) {
        return new Named(id, Optional.ofNullable(organs.get(id)).or(() -> Officer.outsider(id).map(Officer::organ)).map(Organ::name).orElse(id));
    }

    private static Person openedBy(Matter m, Reading.Dossier dossier, Wording words, Map<String, Organ> organs) {
        return dossier.ledger().stream().findFirst().map(e -> new Person(e.user(), e.userName(), Optional.of(named(organs, e.organ()))))
                .orElseGet(() -> new Person(m.openedBy(), words.person(m.openedBy()), Optional.empty()));
    }

    private static Linked linked(Procedures known, Matter m) {
        return new Linked(m.id(), m.title(), known.name(m.procedure()), m.state(), known.stateName(m.procedure(), m.state()));
    }

    private static FieldValue field(Wording words, String id, String value) {
        Optional<Field.Type> type = words.type(id);
        return new FieldValue(id, words.label(id), FieldValues.json(type, value), words.text(id, value));
    }

    private static AttachmentJson attachment(Attachment a, Wording words) {
        return new AttachmentJson(a.id(), a.name(), a.type(), a.size(), a.sha256(), a.slot(), words.slot(a.slot()), a.pages(), a.addedAt(),
                new Assignee(a.addedBy(), words.person(a.addedBy())));
    }

    private static Reader reader(MatterStore.Read r, Matter m, Map<String, Organ> organs) {
        String text = switch (r.what()) {
            case PAGE -> "查看";
            case FILE -> "查看材料：" + m.attachments().stream().filter(a -> Optional.of(a.id()).equals(r.attachment())).map(Attachment::name).findFirst().orElse("");
            case EXPORT -> "导出";
        };
        return new Reader(r.at(), new Who(r.userName(), named(organs, r.organ())), text);
    }

    private static Entry entry(LedgerEntry e, MatterView view, Wording words, Map<String, Organ> organs) {
        return new Entry(e.seq(), e.at(), new Who(e.userName(), named(organs, e.organ())), e.action(), words.action(e.action()),
                Optional.of(e.from()).filter(s -> !s.isEmpty()), e.to(), view.procedure().stateName(e.to()),
                e.details().keySet().stream().filter(key -> Decisions.maySee(view.seen(), view.procedure(), key)).map(key -> detail(e, key, words)).toList(),
                e.citation(), e.policyVersion(), e.hash(), e.previousHash());
    }

    private static Detail detail(LedgerEntry e, String key, Wording words) {
        try {
            return Trail.of(e, key).map(t -> new Detail(words.duty(t.obligation().duty()), words.trail(t)))
                    .orElseGet(() -> new Detail(words.label(key), words.text(key, e.details().get(key))));
        } catch (IllegalArgumentException tampered) {
            // The broken chain is shown beside it; the matter must still open.
            return new Detail(key, e.details().get(key));
        }
    }
}
