package cn.xiezhi.loader;

import cn.xiezhi.loader.Offers.Entry;
import cn.xiezhi.loader.Standing.Reign;
import cn.xiezhi.policy.Edition;
import cn.xiezhi.policy.RuleArchive;
import cn.xiezhi.policy.Subject;
import cn.xiezhi.policy.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether what bundles bring is adopted, and what stands by then: for one look at the archive.
 *
 * @param archiveLost there was an archive: what it said counts until it is back
 */
record Adoption(Instant now, Optional<RuleArchive> archive, boolean archiveLost, Contents contents, Examples examples, Faults faults) {
    private static final int TRIES = 3;

    /** @param entry whose calendar it is to be; none where the bundle is gone or the jurisdiction is suspended */
    Standing calendar(String jurisdiction, Optional<Entry> entry, Standing before) {
        return settled(jurisdiction, Subject.CALENDAR, entry, before, content -> true);
    }

    Standing policy(String jurisdiction, Entry entry, Standing calendar, Standing before) {
        Standing after = settled(jurisdiction, Subject.POLICY, Optional.of(entry), before, content -> fits(jurisdiction, entry, content, calendar));
        boolean counts = before.at(now).isPresent() || calendar.at(now).isPresent();
        if (!counts) {
            after.at(now).ifPresent(reign -> waiting(jurisdiction, entry, reign.content()));
        }
        return counts ? after : Standing.NOTHING;
    }

    private Standing settled(String jurisdiction, Subject subject, Optional<Entry> entry, Standing before, Predicate<Content> fits) {
        Optional<Content> content = entry.flatMap(e -> e.offer().content()).filter(c -> c.subject() == subject && isFor(c, jurisdiction));
        try {
            if (archiveLost) {
                return before;
            }
            if (archive.isPresent()) {
                return decided(archive.get(), jurisdiction, subject, entry, content, fits);
            }
        } catch (RuntimeException e) {
            faults.failed(jurisdiction, e);
            return before;
        }
        entry.ifPresent(e -> content.filter(c -> !e.isAccepted(jurisdiction, c) && !e.offer().origin().expired() && c.inForceFrom().filter(now::isBefore).isEmpty())
                .filter(fits).ifPresent(c -> e.accept(jurisdiction, c, now)));
        return entry.flatMap(e -> e.good().filter(c -> isFor(c, jurisdiction)).map(c -> new Standing(List.of(new Reign(unkept(jurisdiction, e, c), c, e.goodSince())))))
                .orElse(Standing.NOTHING);
    }

    private Standing decided(RuleArchive archive, String jurisdiction, Subject subject, Optional<Entry> entry, Optional<Content> content, Predicate<Content> fits) {
        for (int tried = 0; tried < TRIES; tried++) {
            Decisions decisions = Decisions.of(archive, jurisdiction, subject);
            Optional<Content> news = content.filter(c -> !entry.get().isAccepted(jurisdiction, c)).filter(c -> isNew(decisions, entry.get(), c)).filter(fits);
            if (news.isEmpty()) {
                return standing(decisions, entry);
            }
            if (decisions.arrive(entry.get().offer(), news.get(), now)) {
                entry.get().accept(jurisdiction, news.get(), now);
            }
        }
        throw new IllegalStateException("别处同时在作决定");
    }

    /** Whether it is to be decided upon. */
    private boolean isNew(Decisions decisions, Entry entry, Content content) {
        String version = content.version();
        String jurisdiction = decisions.jurisdiction();
        Optional<String> current = decisions.timeline().at(now).map(Term::version);
        Optional<String> above = decisions.above(version);
        if (decisions.stands(version, now) || decisions.knows(version) && entry.offer().origin().lying()) {
            entry.accept(jurisdiction, content, now);
        } else if (decisions.knows(version)) {
            faults.add(jurisdiction, entry.offer().label() + "：" + content.name() + " 是已存档的版本，" + current.map(v -> "现行 " + v + "，").orElse("")
                    + "未因重新装入而改变；要施行或恢复它，请在规则页面选择启用或恢复");
        } else if (above.isPresent()) {
            faults.add(jurisdiction, entry.offer().label() + "：" + content.name() + " 是更早的版本（已有 " + above.get() + "），未采用；要恢复原来的版本请在规则页面选择恢复，新的内容请用更高的版本号");
        } else if (entry.offer().origin().expired()) {
            faults.add(jurisdiction, entry.offer().label() + "：" + content.name() + " 的签名证书不在有效期内，未采用；请用有效的证书重新签名");
        } else {
            return true;
        }
        return false;
    }

    private boolean fits(String jurisdiction, Entry entry, Content content, Standing calendars) {
        Optional<Content.OfCalendar> calendar = calendars.calendar(content.inForceFrom().filter(now::isBefore).orElse(now));
        if (calendar.isEmpty()) {
            waiting(jurisdiction, entry, content);
            return false;
        }
        List<String> wrong = examples.check("offered in " + jurisdiction, (Content.OfPolicy) content, calendar.get()).wrong();
        wrong.forEach(text -> faults.add(jurisdiction, entry.offer().label() + "：" + text));
        return wrong.isEmpty();
    }

    private void waiting(String jurisdiction, Entry entry, Content content) {
        faults.add(jurisdiction, entry.offer().label() + "：" + content.name() + " 等待工作日历；请安装日历组件");
    }

    /** What is in force, and what is planned. If the latest can't be read, the one before it stays. */
    private Standing standing(Decisions decisions, Optional<Entry> entry) {
        List<Reign> reigns = new ArrayList<>();
        decisions.timeline().overtaken(now).forEach(t -> faults.add(decisions.jurisdiction(), decisions.subject().text() + "：已定于 " + t.text()
                + "，它比后来采用的版本旧，届时会换回旧版；如非本意，请在规则页面撤回那项决定"));
        List<Term> latestFirst = new ArrayList<>(decisions.timeline().terms());
        Collections.reverse(latestFirst);
        for (Term term : latestFirst) {
            boolean past = !term.since().isAfter(now);
            if (past && !reigns.isEmpty() && !reigns.get(0).since().isAfter(now)) {
                break;
            }
            Reading reading = contents.of(decisions, term.version(), entry);
            reading.content().ifPresentOrElse(content -> reigns.add(0, new Reign(edition(decisions, term), content, term.since())),
                    () -> faults.add(decisions.jurisdiction(), "存档的" + decisions.subject().text() + " " + term.version() + " 无法读取，此前的继续有效："
                            + reading.problems().stream().findFirst().orElse("没有内容")));
        }
        return new Standing(reigns);
    }

    private static Edition edition(Decisions decisions, Term term) {
        return decisions.edition(term.version()).orElseGet(() -> new Edition(decisions.jurisdiction(), decisions.subject(), term.version(), term.decidedAt(), term.decidedBy(),
                Optional.empty(), Optional.empty()));
    }

    private static Edition unkept(String jurisdiction, Entry entry, Content content) {
        Origin origin = entry.offer().origin();
        return new Edition(jurisdiction, content.subject(), content.version(), entry.goodSince(), Edition.DROPPED, origin.sha256(), origin.signer());
    }

    /** A calendar is everybody's. */
    private static boolean isFor(Content content, String jurisdiction) {
        return content.subject() == Subject.CALENDAR || Offer.about(content).equals(jurisdiction);
    }
}
