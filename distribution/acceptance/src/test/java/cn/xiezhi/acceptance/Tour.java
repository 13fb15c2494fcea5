package cn.xiezhi.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leads matters of every procedure of a county from state to state, by whatever its forms offer to whom; knows no county's rules. */
final class Tour {
    private static final int STEPS = 14;
    private static final int ROUNDS = 4;

    /** Hears of every action that somebody is offered, before any of them is taken. */
    interface Watcher {
        void offered(String person, JsonNode matter, JsonNode form) throws Exception;
    }

    private record Offer(String person, JsonNode matter, JsonNode form) {
        String action() {
            return form.get("id").asText();
        }

        String key() {
            return matter.get("procedure").asText() + "/" + action();
        }
    }

    private final County county;
    private final Play play;
    private final Watcher watcher;
    private final Map<String, String> organs = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Deque<String> linked = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    Tour(County county, Watcher watcher) throws Exception {
        this.county = county;
        this.play = new Play(county);
        this.watcher = watcher;
        for (String person : county.people()) {
            organs.put(person, county.organ(person));
        }
    }

    /**
     * Matters that this person opens, each along other actions than those before it, and those that come out of them.
     *
     * @return false if the form's least is not enough to open one
     */
    boolean of(String person, String procedure) throws Exception {
        boolean more = true;
        for (int round = 0; more && round < ROUNDS; round++) {
            Client.Answer opened = play.open(county.person(person), procedure, Map.of());
            if (opened.status() != 201) {
                return round > 0;
            }
            more = along(Play.id(opened.body()));
        }
        while (!linked.isEmpty()) {
            along(linked.pop());
        }
        return true;
    }

    /** @return whether an action was taken that had not been before */
    boolean along(String id) throws Exception {
        boolean anew = false;
        Set<String> refused = new HashSet<>();
        for (int step = 0; step < STEPS; step++) {
            List<Offer> offers = offers(id);
            for (Offer offer : offers) {
                watcher.offered(offer.person, offer.matter, offer.form);
            }
            Offer next = offers.stream().filter(o -> !refused.contains(o.action()) && !taken.contains(o.key())).findFirst()
                    .or(() -> offers.stream().filter(o -> !refused.contains(o.action()) && !Set.of("note", "assign", "withdraw").contains(o.action())).findFirst()).orElse(null);
            if (next == null) {
                break;
            }
            Client.Answer answer = take(id, next);
            if (answer.status() == 200) {
                anew |= taken.add(next.key());
                answer.body().get("linked").findValuesAsText("id").stream().filter(seen::add).forEach(linked::add);
            } else {
                refused.add(next.action());
            }
        }
        return anew;
    }

    private Client.Answer take(String id, Offer offer) throws Exception {
        Client who = county.person(offer.person);
        for (JsonNode slot : offer.form.get("materials")) {
            JsonNode now = who.get("/matters/" + id).expect(200);
            if (slot.get("attached").isEmpty()) {
                Play.attach(who, now, slot);
            }
        }
        return play.act(who, who.get("/matters/" + id).expect(200), offer.action(), Map.of());
    }

    /** By whoever works for an organ that holds a part. */
    private List<Offer> offers(String id) throws Exception {
        List<Offer> offers = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Set<String> parties = new HashSet<>();
        for (String person : organs.keySet()) {
            if (!parties.isEmpty() && !parties.contains(organs.get(person))) {
                continue;
            }
            Client.Answer page = county.person(person).get("/matters/" + id);
            if (page.status() == 200) {
                page.body().get("parties").forEach(p -> parties.add(p.at("/organ/id").asText()));
                for (JsonNode form : page.body().get("actions")) {
                    if (known.add(form.get("id").asText())) {
                        offers.add(new Offer(person, page.body(), form));
                    }
                }
            }
        }
        return offers;
    }
}
