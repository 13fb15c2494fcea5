package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.clock.Address;
import cn.xiezhi.clock.Inbox;
import cn.xiezhi.clock.Notice;
import cn.xiezhi.clock.Notice.Kind;
import cn.xiezhi.clock.NoticeQuery;
import cn.xiezhi.clock.Notices;
import cn.xiezhi.desk.MatterStore.Owed;
import cn.xiezhi.desk.ObligationQuery;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everybody reads what is for them, and marks it as read for themselves. */
class NoticesTest {
    private static final Instant DUE = Instant.parse("2025-10-11T16:00:00Z");

    private final Api api = new Api();
    private final List<Notice> kept = new ArrayList<>();
    private final Map<String, Instant> read = new LinkedHashMap<>();

    NoticesTest() {
        api.services.inbox(new Inbox(new InMemory(), Clock.fixed(Api.TUE_2025_09_30_10H, ZoneOffset.UTC)));
        told("n1", Kind.YELLOW, Address.organ("a-town"));
        told("n2", Kind.RED, Address.organ("a-town"));
        told("n3", Kind.LEADER, Address.leaders("a-town"));
        told("n4", Kind.EXPIRY, Address.user("a-zhang"));
        told("n5", Kind.MEETING, Address.organ("a-justice"));
        told("n6", Kind.RED, Address.organ("a-water"));
        told("n7", Kind.MEETING, Address.organ("a-roads"));
    }

    @Test
    void administrators_seeWhichRemindersTheRulesCause_andHowManyLieUnreadWhere_butNoneOfThem() {
        JsonNode reminders = api.get("a-admin", "/reminder-reach").json();
        assertEquals("期限届满前 1 个工作日", reminders.at("/steps/0/when").asText());
        assertEquals("城关镇", reminders.at("/organs/0/organ/name").asText());
        assertEquals(3, reminders.at("/organs/0/unread").asInt());
        assertTrue(!reminders.toString().contains("𠮷村"), reminders.toString());
        assertEquals(403, api.get("a-head", "/reminder-reach").status());
    }

    private void told(String subject, Kind kind, Address to) {
        kept.add(new Notice("a", subject, kind, DUE, to, Optional.of("m1"), Api.TUE_2025_09_30_10H.minusSeconds(kept.size()), "“移送”已到期：𠮷村", false));
    }

    private final class InMemory implements Notices {
        @Override
        public List<Owed> unsettled(String jurisdiction, Instant horizon, Optional<ObligationQuery.After> after, int limit) {
            return List.of();
        }

        @Override
        public List<Reached> reached(String jurisdiction, Instant since) {
            return kept.stream().filter(n -> n.jurisdiction().equals(jurisdiction)).map(n -> new Reached(n.to(), 1, 1)).toList();
        }

        @Override
        public int add(List<Notice> notices) {
            return 0;
        }

        @Override
        public List<Seen> list(NoticeQuery q) {
            return kept.stream().filter(n -> n.jurisdiction().equals(q.jurisdiction()) && q.to().contains(n.to()))
                    .filter(n -> q.after().isEmpty() || n.at().isBefore(q.after().get().at())).sorted(Comparator.comparing(Notice::at).reversed())
                    .map(n -> new Seen(n, Optional.ofNullable(read.get(q.user() + n.id())))).filter(s -> !q.unreadOnly() || s.readAt().isEmpty()).limit(q.limit()).toList();
        }

        @Override
        public int unread(String jurisdiction, List<Address> to, String user, Instant since) {
            return list(new NoticeQuery(jurisdiction, to, user, true, since, Optional.empty(), MOST)).size();
        }

        @Override
        public boolean read(String jurisdiction, List<Address> to, String user, String id, Instant at) {
            boolean mine = kept.stream().anyMatch(n -> n.jurisdiction().equals(jurisdiction) && n.id().equals(id) && to.contains(n.to()));
            if (mine) {
                read.putIfAbsent(user + id, at);
            }
            return mine;
        }
    }

    private static List<String> subjects(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.get("items").forEach(n -> ids.add(n.get("id").asText().substring(0, 2)));
        return ids;
    }

    @Test
    void everybodySeesWhatIsForThem_byNameOrganAndRole() {
        assertEquals(List.of("n1", "n2", "n4"), subjects(api.get("a-zhang", "/notices").json()));
        assertEquals(List.of("n1", "n2", "n3"), subjects(api.get("a-head", "/notices").json()));
        assertEquals(List.of("n6"), subjects(api.get("a-li", "/notices").json()));
        assertEquals(List.of(), subjects(api.get("a-admin", "/notices").json()), "who only keeps accounts handles no matters");
        assertEquals(List.of(), subjects(api.get("b-zhang", "/notices").json()));
        JsonNode first = api.get("a-zhang", "/notices?limit=1").json().get("items").get(0);
        assertEquals("soon", first.get("light").asText());
        assertEquals("即将到期", first.get("lightText").asText());
        assertEquals("m1", first.get("matter").asText());
    }

    @Test
    void whoIsToldOnBehalfOfTheJointMeeting_opensTheMatterOnlyIfItMayBeRead() {
        assertEquals("m1", api.get("a-super", "/notices").json().get("items").get(0).get("matter").asText());
        assertTrue(api.get("a-other", "/notices").json().get("items").get(0).get("matter").isNull());
    }

    @Test
    void pages_leadOn() {
        JsonNode page = api.get("a-zhang", "/notices?limit=2").json();
        assertEquals(List.of("n1", "n2"), subjects(page));
        JsonNode last = api.get("a-zhang", "/notices?limit=2&after=" + page.get("next").asText()).json();
        assertEquals(List.of("n4"), subjects(last));
        assertTrue(last.get("next").isNull());
    }

    @Test
    void readingOne_countsForMyselfOnly() {
        String id = kept.get(0).id();
        assertEquals(204, api.post("a-zhang", "/notices/" + id + "/read", "").status());
        assertEquals(204, api.post("a-zhang", "/notices/" + id + "/read", "").status());
        assertEquals(List.of("n2", "n4"), subjects(api.get("a-zhang", "/notices?unread=true").json()));
        assertEquals(2, api.get("a-zhang", "/notices/count").json().get("unread").asInt());
        assertEquals(3, api.get("a-head", "/notices/count").json().get("unread").asInt());
    }

    @Test
    void anothersNotice_doesNotExist() {
        for (String id : List.of(kept.get(2).id(), kept.get(5).id(), "nothing", "𠮷")) {
            Api.Answer answer = api.post("a-zhang", "/notices/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/read", "");
            assertEquals(404, answer.status());
            assertEquals("unknown-notice", answer.code());
        }
        assertEquals(404, api.post("b-zhang", "/notices/" + kept.get(0).id() + "/read", "").status());
        assertTrue(read.isEmpty());
    }

    @Test
    void whatCannotBeRead_isNamed() {
        assertEquals("bad-parameter", api.get("a-zhang", "/notices?unread=perhaps").code());
        assertEquals("bad-parameter", api.get("a-zhang", "/notices?limit=101").code());
        assertEquals("bad-page-token", api.get("a-zhang", "/notices?after=xyz").code());
        assertEquals(401, api.get("", "/notices/count").status());
    }
}
