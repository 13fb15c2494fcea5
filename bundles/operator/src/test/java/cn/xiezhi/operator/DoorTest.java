package cn.xiezhi.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.xiezhi.operator.Door.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    private static final String PASSWORD = "口令:correct horse";

    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private Optional<String> kept = Optional.of(PASSWORD);
    private final Door door = new Door(8081, "operator", () -> kept, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void thePassword_letsIn_andNothingElseDoes() {
        assertEquals(Answer.IN, with(PASSWORD));
        assertEquals(Answer.WHO, door.ask(request("GET", Optional.empty(), Optional.empty())));
        assertEquals(Answer.WRONG, with(PASSWORD + "x"));
        assertEquals(Answer.WRONG, with(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic %%%", "Bearer b3BlcmF0b3I6", "Basic b3BlcmF0b3I=", ""})
    void whatIsNoPasswordAtAll_isWrong(String header) {
        assertEquals(Answer.WRONG, door.ask(request("GET", Optional.empty(), Optional.of(header))));
    }

    @Test
    void withoutAPasswordFile_orWithAnEmptyOne_nobodyComesIn() {
        kept = Optional.empty();
        assertEquals(Answer.WRONG, with(PASSWORD));
        kept = Optional.of("");
        assertEquals(Answer.WRONG, with(""));
    }

    @Test
    void aNewPassword_countsAtOnce() {
        kept = Optional.of("another password");
        assertEquals(Answer.WRONG, with(PASSWORD));
        assertEquals(Answer.IN, with("another password"));
    }

    @Test
    void fiveWrongOnes_closeItForAMinute_forTheRightOneToo() {
        for (int i = 0; i < Attempts.MOST; i++) {
            assertEquals(Answer.WRONG, with("guess " + i));
        }
        assertEquals(Answer.LATER, with(PASSWORD));
        now = now.plus(Attempts.PAUSE).minusMillis(1);
        assertEquals(Answer.LATER, with(PASSWORD));
        now = now.plus(Duration.ofMillis(1));
        assertEquals(Answer.IN, with(PASSWORD));
    }

    @Test
    void aRightOneBetween_startsTheCountAnew() {
        for (int i = 0; i < 3 * Attempts.MOST; i++) {
            assertEquals(i % Attempts.MOST == 3 ? Answer.IN : Answer.WRONG, with(i % Attempts.MOST == 3 ? PASSWORD : "guess"));
        }
    }

    @ParameterizedTest
    @CsvSource({"8080,127.0.0.1:8080,false", "8081,127.0.0.1:8081,true", "8081,evil.example:8081,false", "8081,127.0.0.1.evil.example,false", "8081,'',false"})
    void fromElsewhere_itIsNotThere(int port, String host, boolean forwarded) {
        assertEquals(Answer.ELSEWHERE, door.ask(new Door.Request("GET", port, host, forwarded, Optional.empty(), authorization(PASSWORD))));
    }

    @Test
    void throughATunnelUnderAnotherPort_itIsThere() {
        assertEquals(Answer.IN, door.ask(new Door.Request("POST", 8081, "localhost:9000", false, Optional.of("http://localhost:9000"), authorization(PASSWORD))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1:8081", "http://127.0.0.1:8080"})
    void anotherPage_changesNothing(String origin) {
        assertEquals(Answer.FOREIGN, door.ask(request("POST", Optional.of(origin), authorization(PASSWORD))));
        assertEquals(Answer.IN, door.ask(request("POST", Optional.of("http://127.0.0.1:8081"), authorization(PASSWORD))));
    }

    private Answer with(String password) {
        return door.ask(request("GET", Optional.empty(), authorization(password)));
    }

    private static Door.Request request(String method, Optional<String> origin, Optional<String> authorization) {
        return new Door.Request(method, 8081, "127.0.0.1:8081", false, origin, authorization);
    }

    private static Optional<String> authorization(String password) {
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(("operator:" + password).getBytes(StandardCharsets.UTF_8)));
    }
}
