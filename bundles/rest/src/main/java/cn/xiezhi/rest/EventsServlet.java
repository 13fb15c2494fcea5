package cn.xiezhi.rest;

import cn.xiezhi.desk.Background;
import cn.xiezhi.registry.Identity;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardTarget;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/v1/events}: what moves, as it moves, for whoever is signed in. Outside Jersey, which would hold a thread for each
 * reader; a bounded number of streams, which end with the session and do not prolong it (core/adr/0023).
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.path=/api)") // Jersey's own: requests below /api come to no other
@HttpWhiteboardServletPattern(EventsServlet.PATH)
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardTarget("(!(xiezhi.operator=*))")
public final class EventsServlet extends HttpServlet {
    /** Below {@code /api}. */
    static final String PATH = "/v1/events";
    private static final long serialVersionUID = 1L;
    private static final int MOST = 2000;
    private static final int MOST_EACH = 12;
    private static final int BEAT_SECONDS = 10;

    private final transient Services services;
    /** With what ends each one's listening. */
    private final transient Map<EventStream, Runnable> streams = new ConcurrentHashMap<>();
    private final transient ScheduledExecutorService heart = Background.thread("xiezhi-events");

    @Activate
    public EventsServlet(@Reference Services services) {
        this.services = services;
        heart.scheduleWithFixedDelay(() -> streams.keySet().forEach(this::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        heart.shutdownNow();
        streams.keySet().forEach(EventStream::ended);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HeadersFilter.PLAIN.forEach(response::setHeader);
        try {
            open(request, response);
        } catch (Problem problem) {
            response.setStatus(problem.status());
            response.setContentType(ProblemMapper.MEDIA_TYPE);
            if (problem.retryAfterSeconds() > 0) {
                response.setHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
            }
            response.getOutputStream().write(JsonProvider.bytes(problem.body()));
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = AccessFilter.bearer(request.getHeader("Authorization"));
        String secret = token.or(() -> cookie(request)).orElse("");
        Identity.SignedIn who = AccessFilter.known(secret, services.identity()::recognise, token.isPresent());
        if (who.mustChangePassword()) {
            throw AccessFilter.mustChangePassword();
        }
        if (streams.size() >= MOST || streams.keySet().stream().filter(s -> s.who.officer().user().equals(who.officer().user())).count() >= MOST_EACH) {
            throw new Problem(503, "busy", "同时打开的页面过多，本页暂不自动更新").retryAfter(60);
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        // nginx hands on as it comes.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        EventStream stream = new EventStream(context, who, secret, token.isPresent(), s -> Optional.ofNullable(streams.remove(s)).ifPresent(Runnable::run));
        streams.put(stream, services.news().listen(who.officer(), stream));
        stream.start();
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0])).filter(c -> c.getName().equals(AccessFilter.COOKIE)).map(Cookie::getValue).findFirst();
    }

    /** Whoever is no longer who opened it, or not signed in any more, hears no more. */
    private void beat(EventStream stream) {
        try {
            Optional<Identity.SignedIn> now = services.identity().recognise(stream.secret, stream.bearer).value();
            if (now.isEmpty()) {
                stream.signedOut();
            } else if (now.get().officer().equals(stream.who.officer())) {
                stream.beat();
            } else {
                stream.ended();
            }
        } catch (RuntimeException e) {
            // The database is away for a moment: nothing can be told either, and the next beat asks again.
            LoggerFactory.getLogger(EventsServlet.class).debug("not asked whether a session lasts", e);
        }
    }
}
