package cn.xiezhi.loader;

import cn.xiezhi.loader.Offers.Entry;
import cn.xiezhi.policy.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is wrong with the bundles and with what is in force, once it is settled. */
record Report(Instant now, Offers offers, Map<String, Standing> policies, Map<String, Standing> calendars, Examples examples, Faults faults) {
    void all() {
        offers.all().forEach(this::bundle);
        policies.forEach(this::inForce);
    }

    /** What was refused when it was read, or because another bundle was first. */
    private void bundle(Entry entry) {
        Offer offer = entry.offer();
        String about = entry.about().or(offer::about).filter(a -> !a.equals(Subject.CALENDAR.code())).orElse("");
        offer.reading().problems().forEach(text -> add(about, offer, text));
        if (!offer.reading().problems().isEmpty()) {
            current(entry).ifPresent(content -> add(about, offer, "新内容未采用，" + content.name() + " 继续有效"));
        }
        offer.content().ifPresent(content -> offers.holder(Offer.about(content)).filter(holder -> holder != entry).ifPresent(holder -> add(about, offer,
                content.name() + " 不能生效：" + holder.offer().label() + " 已提供 " + current(holder).or(holder.offer()::content).map(Content::name).orElse("它") + "；请停用其中一个")));
    }

    private Optional<Content> current(Entry entry) {
        return entry.about().map(policies::get).flatMap(s -> s.at(now)).map(Standing.Reign::content).or(entry::good);
    }

    /** Examples in force that another calendar has made wrong. */
    private void inForce(String jurisdiction, Standing standing) {
        Optional<Content.OfCalendar> calendar = calendars.get(jurisdiction).calendar(now);
        standing.at(now).filter(r -> calendar.isPresent()).map(r -> (Content.OfPolicy) r.content()).ifPresent(policy -> {
            ExampleRun.Result run = examples.check("in force in " + jurisdiction, policy, calendar.get());
            run.wrong().forEach(text -> faults.add(jurisdiction, policy.name() + " 继续有效，但与现行工作日历不符，请更新：" + text));
            run.stale().forEach(text -> faults.add(jurisdiction, policy.name() + " 有效；放假通知修改后此算例过时，请更新：" + text));
        });
    }

    private void add(String about, Offer offer, String text) {
        faults.add(about, offer.label() + "：" + text);
    }
}
