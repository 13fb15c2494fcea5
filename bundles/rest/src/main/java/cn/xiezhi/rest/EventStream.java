package cn.xiezhi.rest;

import cn.xiezhi.clock.News;
import cn.xiezhi.registry.Identity;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The open answer to one browser, as server-sent events. Whoever speaks never waits: what the network does not take yet is kept, and
 * from a bound on it shrinks to "look again".
 */
final class EventStream implements News.Ear, WriteListener, AsyncListener {
    private static final int MOST_WAITING = 100;
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MISSED = event("missed", "{}");

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<EventStream> closed;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    /** The container has said that there may be writing. */
    private boolean open;
    private boolean unflushed;
    private boolean over;
    final Identity.SignedIn who;
    final String secret;
    final boolean bearer;

    EventStream(AsyncContext context, Identity.SignedIn who, String secret, boolean bearer, Consumer<EventStream> closed) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.who = who;
        this.secret = secret;
        this.bearer = bearer;
        this.closed = closed;
        waiting.add(BEAT);
    }

    /** From here on the container may call back. */
    void start() {
        context.addListener(this);
        out.setWriteListener(this);
    }

    private static byte[] event(String name, String data) {
        return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void moved(String matter, long version) {
        say(event("matter", new String(JsonProvider.bytes(Map.of("matter", matter, "version", version)), StandardCharsets.UTF_8)));
    }

    @Override
    public void told() {
        say(event("notice", "{}"));
    }

    @Override
    public void missed() {
        say(MISSED);
    }

    /** A comment, which browsers do not show: it keeps proxies from closing, and finds out who has gone. */
    void beat() {
        say(BEAT);
    }

    /** The session is over, so there is no use in coming back. */
    void signedOut() {
        say(event("ended", "{}"));
        ended();
    }

    private synchronized void say(byte[] event) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
            waiting.add(MISSED);
        }
        waiting.add(event);
        write();
    }

    private synchronized void write() {
        try {
            while (open && !over && out.isReady()) {
                if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else if (waiting.isEmpty()) {
                    return;
                } else {
                    unflushed = true;
                    out.write(waiting.remove());
                }
            }
        } catch (IOException | IllegalStateException e) {
            ended();
        }
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            open = true;
        }
        write();
    }

    @Override
    public void ended() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        closed.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // The container was faster.
        }
    }

    @Override
    public void onError(Throwable gone) {
        ended();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        ended();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        ended();
    }

    @Override
    public void onError(AsyncEvent event) {
        ended();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Not started twice.
    }
}
