package cn.xiezhi.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.desk.MatterStore.StoreException;
import cn.xiezhi.matter.Matter;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who hears of what, and of nothing else. */
class NewsTest {
    private static final Instant START = Instant.parse("2025-09-30T02:00:00Z");

    private final Kept kept = new Kept();
    private final List<Lately.Moved> moved = new ArrayList<>();
    private final List<Lately.Told> told = new ArrayList<>();
    private Instant now = START;
    private final News news = new News(new Lately() {
        @Override
        public List<Moved> moved(String jurisdiction, Instant from, int most) {
            if (kept.down) {
                throw new StoreException("down", null);
            }
            return jurisdiction.equals("here") ? moved.stream().limit(most).toList() : List.of();
        }

        @Override
        public List<Told> told(String jurisdiction, Instant from, int most) {
            return jurisdiction.equals("here") ? List.copyOf(told) : List.of();
        }
    }, kept.store(), Procedures::own, new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    /** What is heard, in words. */
    private static final class Words implements News.Ear {
        final List<String> heard = new ArrayList<>();

        @Override
        public void moved(String matter, long version) {
            heard.add(matter + " " + version);
        }

        @Override
        public void told() {
            heard.add("told");
        }

        @Override
        public void missed() {
            heard.add("missed");
        }

        @Override
        public void ended() {
            heard.add("ended");
        }

        List<String> taken() {
            List<String> taken = List.copyOf(heard);
            heard.clear();
            return taken;
        }
    }

    private static Officer officer(String jurisdiction, String organ, Role role) {
        return new Officer("li", "李四", new Organ(organ, jurisdiction, organ, Organ.Kind.DEPARTMENT, Optional.empty(), Optional.empty()), Set.of(role));
    }

    private Words listening(Officer officer) {
        Words words = new Words();
        news.listen(officer, words);
        return words;
    }

    /** A transfer between town and water. */
    private void moves(String id, long version) {
        Matter m = Matter.blank("here", id, "transfer", Optional.empty(), "zhang", START, "v1");
        kept.matters.put(id, new Matter("here", id, "transfer", "占道经营", "sent", true, version, Map.of("sender", Set.of("town"), "receiver", Set.of("water")), Set.of("water"), Map.of(),
                List.of(), List.of(), Optional.empty(), Optional.empty(), "zhang", START, now, "v1", 1, m.ledgerHead(), Optional.empty()));
        moved.removeIf(x -> x.matter().equals(id));
        moved.add(0, new Lately.Moved(id, version));
    }

    private void seconds(int later) {
        now = now.plusSeconds(later);
        news.look();
    }

    @Test
    void aMoveIsHeardOnce_byWhoeverMaySeeTheMatter() {
        Words water = listening(officer("here", "water", Role.OFFICER));
        Words roads = listening(officer("here", "roads", Role.OFFICER));
        Words auditor = listening(officer("here", "roads", Role.AUDITOR));
        Words administrator = listening(officer("here", "water", Role.ADMINISTRATOR));
        Words elsewhere = listening(officer("there", "water", Role.OFFICER));
        seconds(1);
        moves("m1", 2);
        seconds(1);
        seconds(1);
        assertEquals(List.of("m1 2"), water.taken());
        assertEquals(List.of("m1 2"), auditor.taken());
        moves("m1", 3);
        moves("m2", 1);
        seconds(1);
        assertEquals(List.of("m2 1", "m1 3"), water.taken());
        assertEquals(List.of(), roads.taken());
        assertEquals(List.of(), administrator.taken());
        assertEquals(List.of(), elsewhere.taken());
    }

    @Test
    void whoBeginsToListen_hearsOfTheSecondsBefore_sinceThePageWasReadBefore() {
        listening(officer("here", "water", Role.OFFICER));
        moves("m1", 2);
        seconds(1);
        Words later = listening(officer("here", "town", Role.OFFICER));
        seconds(1);
        assertEquals(List.of("m1 2"), later.taken());
    }

    @Test
    void aNotice_isHeardAtItsAddressOnly() {
        Words leader = listening(officer("here", "water", Role.LEADER));
        Words officer = listening(officer("here", "water", Role.OFFICER));
        seconds(1);
        told.add(new Lately.Told("n1", Address.leaders("water")));
        seconds(1);
        seconds(1);
        assertEquals(List.of("told"), leader.taken());
        assertEquals(List.of(), officer.taken());
    }

    @Test
    void afterAnOutageLongerThanTheOverlap_everybodyLooksAgain() {
        Words water = listening(officer("here", "water", Role.OFFICER));
        seconds(1);
        kept.down = true;
        seconds(10);
        seconds(10);
        kept.down = false;
        seconds(1);
        assertEquals(List.of("missed"), water.taken());
        seconds(1);
        assertEquals(List.of(), water.taken());
    }

    @Test
    void whenTooMuchMovesToTellEach_everybodyLooksAgain_nowAndThen() {
        Words water = listening(officer("here", "water", Role.OFFICER));
        seconds(1);
        IntStream.range(0, News.MOST).forEach(i -> moves("m" + i, 1));
        seconds(1);
        seconds(1);
        assertEquals(List.of("missed"), water.taken());
        seconds((int) News.OVERLAP.toSeconds());
        assertEquals(List.of("missed"), water.taken());
    }

    @Test
    void whoHasGone_hearsNothing_andAtTheEndEverybodyIsTold() throws InterruptedException {
        Words gone = new Words();
        news.listen(officer("here", "water", Role.OFFICER), gone).run();
        Words there = listening(officer("here", "water", Role.OFFICER));
        moves("m1", 2);
        seconds(1);
        news.stop();
        assertEquals(List.of(), gone.taken());
        assertEquals(List.of("m1 2", "ended"), there.taken());
    }
}
