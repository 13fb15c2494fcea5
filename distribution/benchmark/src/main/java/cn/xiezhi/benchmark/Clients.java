package cn.xiezhi.benchmark;

import cn.xiezhi.benchmark.Statements.Call;
import cn.xiezhi.desk.Desk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The ways a transfer is carried out: each gives transfers that are ready to be opened. */
final class Clients {
    /** Of a matter or of an entry of the audit record. */
    private static final Pattern ID = Pattern.compile("\\d{8}(-[2-9a-z]{8}|\\d{5}-[0-9a-f]{8}-[0-9a-f]{4})");
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private Clients() {}

    /** One transfer on its way. {@code prepare} adds the papers and is not timed. */
    interface Transfer {
        void open() throws Exception;

        void prepare() throws Exception;

        void act(int step) throws Exception;
    }

    static Supplier<Transfer> service(Play play, Desk desk) {
        return () -> new Transfer() {
            private String id;
            private long version;

            @Override
            public void open() {
                id = play.open(desk);
            }

            @Override
            public void prepare() {
                version = play.attach(desk, id);
            }

            @Override
            public void act(int step) {
                play.act(desk, id, version++, step);
            }
        };
    }

    /** What the desk said to the database, step by step: 0 to 4 are the steps, 5 is the papers. */
    static List<Statements> recorded(Play play, Desk watched, Recorder recorder) {
        List<Statements> said = new ArrayList<>();
        recorder.taken();
        String id = play.open(watched);
        said.add(recorder.taken());
        long version = play.attach(watched, id);
        Statements papers = recorder.taken();
        for (int step = 1; step < Play.STEPS.size(); step++) {
            play.act(watched, id, version++, step);
            List<Call> calls = new ArrayList<>(reads(play.town.jurisdiction(), id));
            recorder.taken().calls().stream().filter(Call::written).forEach(calls::add);
            said.add(new Statements(calls));
        }
        said.add(papers);
        return said;
    }

    /** What one would read by hand before an optimistic action: the matter and what belongs to it. The desk mostly remembers it. */
    private static List<Call> reads(String jurisdiction, String id) {
        return Stream.of("matter where jurisdiction = ? and id = ?", "obligation where jurisdiction = ? and matter = ?", "attachment where jurisdiction = ? and matter = ?")
                .map(from -> new Call("select * from " + from, false, Collections.singletonList(new Object[] {jurisdiction, id}))).toList();
    }

    /** The recorded statements with new ids; {@code reads}: also what an optimistic action has to read first. */
    static Supplier<Transfer> jdbc(List<Statements> recorded, DataSource pool, boolean reads) {
        return () -> {
            UnaryOperator<Object> renewed = renewed();
            List<Statements> own = recorded.stream().map(s -> s.with(renewed)).toList();
            return new Transfer() {
                @Override
                public void open() throws Exception {
                    own.get(0).run(pool, reads);
                }

                @Override
                public void prepare() throws Exception {
                    own.get(Play.STEPS.size()).run(pool, false);
                }

                @Override
                public void act(int step) throws Exception {
                    own.get(step).run(pool, reads);
                }
            };
        };
    }

    /** Puts a fresh id for each one that occurs in a value, always the same for the same. */
    static UnaryOperator<Object> renewed() {
        Map<String, String> ids = new HashMap<>();
        return value -> value instanceof String text ? ID.matcher(text).replaceAll(found -> ids.computeIfAbsent(found.group(), Clients::fresh)) : value;
    }

    private static String fresh(String id) {
        StringBuilder fresh = new StringBuilder(id.substring(0, id.indexOf('-') + 1));
        for (int i = 0; i < 8; i++) {
            fresh.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        return fresh.toString();
    }
}
