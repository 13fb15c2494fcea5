package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many clicks an act is away from the desk of whoever may do it. A click is one on anything that leads on: a link, a menu and the choice in it, a button, the one that sends.
 * Filling in the form is none: typing, choosing a value, a day or a file. What stands on the desk's first pages is looked at; nothing is searched for.
 * Each action is counted once over all counties, up to the request that it sends, which does not reach the product: so one matter serves for all that is offered on it.
 */
@ExtendWith(SharedProduct.class)
class ClicksTest {
    private static final int MOST = 3;
    private static final Path TABLE = Path.of("target/clicks.csv");
    private static final String NOT_SENT = "{\"type\":\"about:blank\",\"title\":\"演练\",\"status\":422,\"code\":\"rehearsal\",\"detail\":\"只数点击，不提交\"}";

    /** What every procedure offers in the same way is counted once. */
    private static final Set<String> EVERYBODYS = Set.of("note", "assign", "withdraw");
    /** What every county is asked for; what else there is, in the first one that has it. */
    private static final String EVERYWHERE = "transfer";

    private final List<String> table = new ArrayList<>();
    private final Set<String> counted = new HashSet<>();
    private final Set<String> tooFar = new TreeSet<>();
    private Product product;
    private Console console;
    private String at = "";
    private int clicks;

    @Test
    void everyOpeningAndEveryAction_isThreeClicksFromTheDeskAtMost(Product shared) throws Exception {
        product = shared;
        Set<String> toured = new HashSet<>();
        try (Console opened = new Console(product)) {
            console = opened;
            console.page.setDefaultTimeout(60_000); // clicks are counted, not seconds
            console.page.route("**/api/v1/matters", ClicksTest::hold);
            console.page.route("**/api/v1/matters/*/actions/*", ClicksTest::hold);
            for (String id : County.ALL) {
                County county = new County(product, id);
                toured.remove(EVERYWHERE);
                counted.removeIf(key -> key.startsWith(EVERYWHERE + "/"));
                tour(county, new Tour(county, (person, matter, form) -> act(county, person, matter, form)), toured);
            }
        } finally {
            Files.writeString(TABLE, "\ufeff辖区,规程,操作,由谁,点击次数\n" + String.join("\n", table) + "\n");
        }
        assertEquals(Set.of(), tooFar, () -> String.join("\n", table));
        assertTrue(counted.size() > 100, "too little was tried: " + counted);
    }

    private void tour(County county, Tour tour, Set<String> toured) throws Exception {
        for (String person : county.people()) {
            for (JsonNode procedure : county.person(person).get("/procedures").expect(200)) {
                String id = procedure.get("id").asText();
                if (!procedure.get("open").isNull() && !toured.contains(id)) {
                    open(county, person, procedure);
                    if (tour.of(person, id)) {
                        toured.add(id);
                    }
                }
            }
        }
        for (String person : county.people()) {
            for (JsonNode matter : county.person(person).get("/matters?open=true&limit=100").expect(200).get("items")) {
                if (toured.add(matter.get("procedure").asText())) {
                    tour.along(Play.id(matter));
                }
            }
        }
    }

    private void open(County county, String person, JsonNode procedure) throws Exception {
        String id = procedure.get("id").asText();
        if (counted.add(id + "/")) {
            desk(county, person);
            String draft = draft(county, person, "new:" + id, procedure.get("open"));
            click(console.by("begin"));
            click(console.by("begin-" + id));
            send(procedure.get("open"), "submit-open", "/api/v1/matters");
            tell(county, person, procedure.get("name").asText(), procedure.at("/open/name").asText(), draft);
        }
    }

    private void act(County county, String person, JsonNode matter, JsonNode form) throws Exception {
        String action = form.get("id").asText();
        String page = "/matters/" + Play.id(matter);
        if (!counted.add(EVERYBODYS.contains(action) ? action : matter.get("procedure").asText() + "/" + action)) {
            return;
        }
        desk(county, person);
        Locator next = console.page.locator("main a[href='" + page + "?action=" + action + "']");
        Locator whole = console.page.locator("main a[href='" + page + "']");
        String draft = draft(county, person, Play.id(matter) + ":" + action, form);
        if (next.count() > 0) {
            click(next.first());
        } else if (whole.count() > 0) {
            click(whole.first());
            click(console.by("action-" + action));
        } else {
            tooFar.add("not on the desk of " + person + ": " + matter.get("procedureName").asText() + " " + matter.get("stateName").asText() + " " + form.get("name").asText());
            county.person(person).delete("/drafts/" + draft);
            return;
        }
        send(form, "submit-action", "/api/v1" + page + "/actions/" + action);
        tell(county, person, matter.get("procedureName").asText() + "·" + matter.get("stateName").asText(), form.get("name").asText(), draft);
    }

    /** The page is loaded anew for another person only. */
    private void desk(County county, String person) throws Exception {
        String[] cookie = county.person(person).cookie();
        if (!at.equals(cookie[1])) {
            at = cookie[1];
            console.page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(product.url("/").toString())));
            console.page.navigate("about:blank");
            console.open("/desk");
        } else {
            console.page.keyboard().press("Escape");
            console.by("menu-desk").click();
        }
        console.settle();
        clicks = 0;
    }

    /** What would be typed, as if it had been: the form brings it back. */
    private static String draft(County county, String person, String form, JsonNode fields) throws Exception {
        county.person(person).put("/drafts/" + form, Map.of("values", new Play(county).filled(fields, Map.of()))).expect(200);
        return form;
    }

    private void click(Locator what) {
        clicks++;
        what.click();
    }

    private void send(JsonNode form, String button, String path) {
        if (!form.get("fields").isEmpty()) {
            console.by("draft-restored").waitFor();
        }
        Locator sends = console.by(button);
        sends.click(new Locator.ClickOptions().setTrial(true));
        clicks++;
        // What it will cause may appear at this very moment and move the button from under the mouse.
        console.page.waitForRequest(r -> r.method().equals("POST") && r.url().endsWith(path), () -> sends.dispatchEvent("click"));
    }

    private void tell(County county, String person, String where, String what, String draft) throws Exception {
        county.person(person).delete("/drafts/" + draft);
        table.add(String.join(",", county.id(), where, what, person, Integer.toString(clicks)));
        if (clicks > MOST) {
            tooFar.add(table.get(table.size() - 1));
        }
    }

    private static void hold(Route route) {
        route.fulfill(new Route.FulfillOptions().setStatus(422).setContentType("application/problem+json").setBody(NOT_SENT));
    }
}
