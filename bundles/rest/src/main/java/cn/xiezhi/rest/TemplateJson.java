package cn.xiezhi.rest;

import cn.xiezhi.desk.TemplateStore.Choice;
import cn.xiezhi.desk.Templates;
import cn.xiezhi.document.Slot;
import cn.xiezhi.document.Template;
import cn.xiezhi.rest.MatterJson.Assignee;
import cn.xiezhi.rest.OrganJson.Named;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What one paper is laid out by, for the administrator. */
record TemplateJson(Named procedure, String paper, String name, boolean numbered, String origin, String originName, Optional<String> version, String sha256, Optional<Instant> since,
        List<Chosen> history, List<Named> fields) {
    /** @param own an upload; else the default again */
    record Chosen(int version, boolean own, Optional<String> sha256, Instant at, Assignee by) {}

    static TemplateJson of(Templates.Listed l) {
        Template t = l.inUse();
        return new TemplateJson(new Named(l.procedure().id(), l.procedure().name()), l.paper().id(), l.name(), l.paper().mark().isPresent(),
                t.origin().name().toLowerCase(Locale.ROOT), t.origin().text(), t.version(), t.sha256(), l.history().stream().findFirst().map(Choice::at),
                l.history().stream().map(c -> new Chosen(c.version(), c.sha256().isPresent(), c.sha256(), c.at(), new Assignee(c.by(), c.byName()))).toList(),
                Stream.concat(Stream.of(Slot.values()).map(s -> new Named(s.text(), s.text())), l.fields().stream().map(f -> new Named(f.id(), f.label()))).toList());
    }
}
