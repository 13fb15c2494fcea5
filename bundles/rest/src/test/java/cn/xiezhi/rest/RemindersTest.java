package cn.xiezhi.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.xiezhi.clock.Notice;
import cn.xiezhi.desk.Vital.Sign;
import cn.xiezhi.message.Carrier;
import cn.xiezhi.message.Letter;
import cn.xiezhi.message.Message;
import cn.xiezhi.message.Outbox;
import cn.xiezhi.message.Recipients;
import cn.xiezhi.message.Reminding;
import cn.xiezhi.message.Target;
import cn.xiezhi.message.Target.Mailbox;
import cn.xiezhi.message.Target.Robot;
import cn.xiezhi.message.Way;
import cn.xiezhi.message.Wish;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everybody sets the own reminders; addresses are shown to be one's own; the groups' secrets stay inside. */
class RemindersTest {
    private static final String SETTINGS = "{\"way\":\"%s\",\"kinds\":[\"red\"],\"quiet\":{\"from\":\"21:30\",\"until\":\"06:05\",\"daysOff\":true,\"urgentBreaks\":true},\"daily\":true}";

    private final Api api = new Api();
    private final List<String> sent = new ArrayList<>();
    private boolean mailIsUp = true;

    RemindersTest() {
        InMemory kept = new InMemory();
        api.services.reminding = new Reminding(kept, kept, () -> List.of(carrier(Way.MAIL), carrier(Way.ROBOT)), Clock.fixed(Api.TUE_2025_09_30_10H, ZoneOffset.UTC));
    }

    private Carrier carrier(Way way) {
        return new Carrier() {
            @Override
            public Way way() {
                return way;
            }

            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public void check(Target to) {
                if (((Robot) to).address().contains("10.0.0.1")) {
                    throw new IllegalArgumentException("这个地址指向内网，不能使用");
                }
            }

            @Override
            public void send(Target to, Letter letter) throws Undelivered {
                if (!mailIsUp) {
                    throw new Undelivered(Undelivered.Cause.WAY, "连不上邮件服务器");
                }
                sent.add((to instanceof Mailbox m ? m.address() : ((Robot) to).address()) + " " + letter.lines().get(0).text());
            }
        };
    }

    /** Kept for the time of a test. */
    private static final class InMemory implements Recipients, Outbox {
        private final Map<String, Wish> wishes = new LinkedHashMap<>();
        private final Map<String, Proof> proofs = new LinkedHashMap<>();
        private final Map<String, Robot> robots = new LinkedHashMap<>();

        @Override
        public List<Wish> wishes(String jurisdiction) {
            return wishes.values().stream().filter(w -> w.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public Optional<Wish> wish(String jurisdiction, String user) {
            return Optional.ofNullable(wishes.get(jurisdiction + user));
        }

        @Override
        public void save(Wish wish) {
            wishes.put(wish.jurisdiction() + wish.user(), wish);
        }

        @Override
        public Optional<Proof> proof(String jurisdiction, String user) {
            return Optional.ofNullable(proofs.get(jurisdiction + user));
        }

        @Override
        public void save(Proof proof) {
            proofs.put(proof.jurisdiction() + proof.user(), proof);
        }

        @Override
        public boolean attempt(String jurisdiction, String user, Instant now) {
            Optional<Proof> p = proof(jurisdiction, user).filter(x -> x.tries() > 0 && x.expiresAt().isAfter(now));
            p.ifPresent(x -> save(new Proof(x.jurisdiction(), x.user(), x.mail(), x.codeHash(), x.sentAt(), x.expiresAt(), x.tries() - 1)));
            return p.isPresent();
        }

        @Override
        public List<Robot> robots(String jurisdiction) {
            return robots.values().stream().filter(r -> r.jurisdiction().equals(jurisdiction)).toList();
        }

        @Override
        public void save(Robot robot) {
            robots.put(robot.jurisdiction() + robot.organ(), robot);
        }

        @Override
        public boolean removeRobot(String jurisdiction, String organ) {
            return robots.remove(jurisdiction + organ) != null;
        }

        @Override
        public List<Notice> unplanned(String jurisdiction, int limit) {
            return List.of();
        }

        @Override
        public void plan(List<Notice> notices, List<Message> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> due(String jurisdiction, Instant now, int limit) {
            return List.of();
        }

        @Override
        public List<Claimed> claim(String jurisdiction, String recipient, String claim, Instant now, Instant until, int limit) {
            return List.of();
        }

        @Override
        public void settle(String jurisdiction, String recipient, String claim, List<String> notices, Result result) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int retry(String jurisdiction, Instant now) {
            return jurisdiction.equals("a") ? 1 : 0;
        }

        @Override
        public List<Figures> figures(String jurisdiction) {
            return jurisdiction.equals("b") ? List.of() : Stream.of(Way.MAIL, Way.ROBOT).map(w -> new Figures(w, 3, 2, 1, Optional.of(Api.TUE_2025_09_30_10H), Optional.of("连不上邮件服务器"))).toList();
        }

        @Override
        public List<GivenUp> givenUp(String jurisdiction, int limit) {
            return List.of(new GivenUp("#a-town", "n", 12, "群机器人不收", Api.TUE_2025_09_30_10H));
        }
    }

    private String code() {
        return sent.get(sent.size() - 1).replaceAll(".*验证码：(\\d{6}).*", "$1");
    }

    private Api.Answer json(String user, String method, String path, String body) {
        return api.send(method, path, user, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoSaidNothing_isToldNothing_andEverythingMayBeChosen() {
        JsonNode mine = api.get("a-zhang", "/reminders").json();
        assertEquals("none", mine.get("way").asText());
        assertEquals("[\"none\"]", mine.get("ways").toString(), "no address yet, no robot yet");
        assertEquals("22:00", mine.get("quiet").get("from").asText());
        assertEquals(5, mine.get("allKinds").size());
    }

    @Test
    void anAddress_countsOnceItsCodeCameBack() {
        assertEquals(204, api.post("a-zhang", "/reminders/code", "{\"address\":\"zhang@example.com\"}").status());
        assertTrue(sent.get(0).startsWith("zhang@example.com 验证码："));
        assertTrue(api.get("a-zhang", "/reminders").json().get("mail").isNull());
        assertEquals("wrong-code", api.post("a-li", "/reminders/verification", "{\"code\":\"" + code() + "\"}").code(), "somebody else's code");

        JsonNode mine = api.post("a-zhang", "/reminders/verification", "{\"code\":\"" + code() + "\"}").json();
        assertEquals("zhang@example.com", mine.get("mail").asText());
        assertEquals("mail", mine.get("way").asText());
        assertEquals("wrong-code", api.post("a-zhang", "/reminders/verification", "{\"code\":\"" + code() + "\"}").code(), "used up");
        assertEquals("none", json("a-zhang", "DELETE", "/reminders/mail", "").json().get("way").asText());
    }

    @Test
    void aCode_canBeGuessedFiveTimesOnly_andNobodyIsFlooded() {
        api.post("a-zhang", "/reminders/code", "{\"address\":\"zhang@example.com\"}");
        Api.Answer again = api.post("a-zhang", "/reminders/code", "{\"address\":\"victim@example.com\"}");
        assertEquals(429, again.status());
        assertEquals(1, sent.size());
        String wrong = code().equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            assertEquals("wrong-code", api.post("a-zhang", "/reminders/verification", "{\"code\":\"" + wrong + "\"}").code());
        }
        assertEquals("wrong-code", api.post("a-zhang", "/reminders/verification", "{\"code\":\"" + code() + "\"}").code());
    }

    @Test
    void whatWasSet_isReadBack_andAWayThatLeadsNowhereCannotBeChosen() {
        assertEquals("way", json("a-zhang", "PUT", "/reminders", SETTINGS.formatted("mail")).json().get("field").asText());
        assertEquals("way", json("a-zhang", "PUT", "/reminders", SETTINGS.formatted("robot")).json().get("field").asText());
        JsonNode set = json("a-zhang", "PUT", "/reminders", SETTINGS.formatted("none")).json();
        assertEquals(set, api.get("a-zhang", "/reminders").json());
        assertEquals("[\"red\"]", set.get("kinds").toString());
        assertEquals("06:05", set.get("quiet").get("until").asText());
        assertTrue(set.get("daily").asBoolean());
        assertEquals("22:00", api.get("a-li", "/reminders").json().get("quiet").get("from").asText(), "each for oneself");
    }

    @Test
    void whatCannotBeRead_isNamed_andChangesNothing() {
        for (String bad : List.of("25:00", "7:00", "24:00", "", "07:00:00")) {
            assertEquals("quiet.from", json("a-zhang", "PUT", "/reminders", SETTINGS.formatted("none").replace("21:30", bad)).json().get("field").asText(), bad);
        }
        assertEquals("kinds", json("a-zhang", "PUT", "/reminders", SETTINGS.formatted("none").replace("\"red\"", "\"𠮷\"")).json().get("field").asText());
        for (String bad : List.of("", "a", "a@b.cn\\r\\nBcc: c@d.cn", "a@b.cn,c@d.cn", "x".repeat(300) + "@b.cn")) {
            assertEquals("address", api.post("a-zhang", "/reminders/code", "{\"address\":\"" + bad + "\"}").json().get("field").asText(), bad);
        }
        assertEquals(List.of(), sent);
        assertEquals(401, api.get("", "/reminders").status());
    }

    @Test
    void aMailServerThatIsDown_isSaid() {
        mailIsUp = false;
        Api.Answer answer = api.post("a-zhang", "/reminders/code", "{\"address\":\"zhang@example.com\"}");
        assertEquals(422, answer.status());
        assertEquals("undelivered", answer.code());
        mailIsUp = true;
        assertEquals(204, api.post("a-zhang", "/reminders/code", "{\"address\":\"zhang@example.com\"}").status(), "nobody has the first one: no need to wait");
    }

    @Test
    void theGroupsRobots_areTheAdministrators_andTheirSecretsStayInside() {
        String robot = "{\"kind\":\"dingtalk\",\"address\":\"https://oapi.dingtalk.com/robot/send?access_token=SECRET1\",\"secret\":\"SECRET2\"}";
        assertEquals(403, json("a-zhang", "PUT", "/delivery/robots/a-town", robot).status());
        Api.Answer set = json("a-admin", "PUT", "/delivery/robots/a-town", robot);
        assertEquals(200, set.status());
        assertEquals("oapi.dingtalk.com", set.json().get("host").asText());
        Api.Answer state = api.get("a-admin", "/delivery");
        assertFalse((set.json() + " " + state.json()).contains("SECRET"));
        assertEquals(2, state.json().get("ways").get(0).get("held").asInt());
        assertEquals("群机器人不收", state.json().get("givenUp").get(0).get("reason").asText());
        assertEquals(0, api.get("b-admin", "/delivery").json().get("robots").size(), "another jurisdiction's");
        assertTrue(api.get("a-zhang", "/reminders").json().get("ways").toString().contains("robot"));
        assertEquals(204, api.post("a-admin", "/delivery/test", "{\"way\":\"robot\",\"organ\":\"a-town\"}").status());
        assertEquals("https://oapi.dingtalk.com/robot/send?access_token=SECRET1 这是一条测试消息：收到它，说明提醒可以发到这里。", sent.get(0));
        assertEquals(404, api.post("b-admin", "/delivery/test", "{\"way\":\"robot\",\"organ\":\"a-town\"}").status());
        assertEquals(204, json("a-admin", "DELETE", "/delivery/robots/a-town", "").status());
        assertEquals(404, json("a-admin", "DELETE", "/delivery/robots/a-town", "").status());
    }

    @Test
    void aRobotThatLeadsInside_orIsNobodys_isRefused() {
        String robot = "{\"kind\":\"wecom\",\"address\":\"%s\"}";
        assertEquals("address", json("a-admin", "PUT", "/delivery/robots/*", robot.formatted("https://10.0.0.1/x")).json().get("field").asText());
        assertEquals("address", json("a-admin", "PUT", "/delivery/robots/*", robot.formatted("https://a.cn/" + "x".repeat(990))).json().get("field").asText());
        assertEquals(404, json("a-admin", "PUT", "/delivery/robots/b-town", robot.formatted("https://a.cn/x")).status());
        assertEquals("kind", json("a-admin", "PUT", "/delivery/robots/*", "{\"kind\":\"slack\",\"address\":\"https://a.cn\"}").json().get("field").asText());
        assertEquals(0, api.get("a-admin", "/delivery").json().get("robots").size());
    }

    @Test
    void whatWasGivenUp_isTriedAgain_byTheAdministrator() {
        assertEquals(1, api.post("a-admin", "/delivery/retry", "").json().get("retried").asInt());
        assertEquals(403, api.post("a-zhang", "/delivery/retry", "").status());
        assertEquals(403, api.get("a-zhang", "/delivery").status());
    }

    @Test
    void whatDoesNotGetThrough_isASignOfHealthForTheAdministrator_whatOnlyWaitsForItsHourIsNot() {
        api.services.vitals = List.of(api.services.reminding);
        JsonNode sign = api.get("a-admin", "/node/health").json().at("/signs/1");
        assertEquals("{\"name\":\"待发的提醒\",\"well\":false,\"text\":\"等待发送 6 条，其中到点再发 4 条，没有发通 2 条，已放弃 2 条；原因见“系统管理—平台外提醒”\"}", sign.toString());
        assertEquals(new Sign(true, "等待发送 0 条，其中到点再发 0 条"), api.services.reminding.of("b"));
    }
}
