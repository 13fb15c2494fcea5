package cn.xiezhi.acceptance;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** An open page's stream of events, line by line as they come. */
final class Listener {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Listener(Stream<String> stream) {
        reader = new Thread(() -> {
            try (stream) {
                stream.filter(l -> !l.isEmpty()).forEach(lines::add);
            } catch (UncheckedIOException e) {
                // Cut off in the middle is an end too.
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns once the product has answered. */
    static Listener of(Client who) throws Exception {
        Listener listener = new Listener(who.lines("/events"));
        listener.await(":");
        return listener;
    }

    /** Waits for a line that begins so. */
    void await(String beginning) throws Exception {
        Poll.until(beginning, () -> List.copyOf(lines), all -> all.stream().anyMatch(l -> l.startsWith(beginning)));
    }

    void awaitMatter(String id) throws Exception {
        Poll.until("news of " + id, () -> List.copyOf(lines), all -> all.stream().anyMatch(l -> l.contains("\"" + id + "\"")));
    }

    boolean heard(String id) {
        return lines.stream().anyMatch(l -> l.contains("\"" + id + "\""));
    }

    void awaitEnd() throws Exception {
        Poll.until("the end of the stream", reader::isAlive, alive -> !alive);
    }
}
