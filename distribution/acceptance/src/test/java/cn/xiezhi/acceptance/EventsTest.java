package cn.xiezhi.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is at a page hears what others do, and nothing that is none of their business. */
@ExtendWith(SharedProduct.class)
class EventsTest {
    @Test
    void whatATownSends_isHeardByTheDepartment_andInNoOtherCounty(Product product) throws Exception {
        County here = new County(product, "ningwu");
        County there = new County(product, "hualong");
        Listener department = Listener.of(here.department());
        Listener elsewhere = Listener.of(there.department());
        JsonNode matter = new Play(here).sent("即时可见");
        department.awaitMatter(Play.id(matter));
        JsonNode other = new Play(there).sent("别县的事");
        elsewhere.awaitMatter(Play.id(other));
        assertFalse(elsewhere.heard(Play.id(matter)));
        assertFalse(department.heard(Play.id(other)));
    }

    @Test
    void aStream_endsWithItsSession(Product product) throws Exception {
        String user = "ningwu-dept-leader";
        Client leader = Client.signIn(product, user, County.password(product, user));
        Listener listener = Listener.of(leader);
        assertEquals(204, leader.delete("/session").status());
        listener.await("event: ended");
        listener.awaitEnd();
    }

    @Test
    void nobody_hearsNothing(Product product) throws Exception {
        Client.nobody(product).get("/events").refused(401, "not-signed-in");
    }
}
