package cn.xiezhi.console;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardTarget;

/** Serves the built web console. index.html is never kept by a browser, so that an update is seen at once; its assets always are. */
@Component(service = Servlet.class, configurationPid = "xiezhi.console")
@HttpWhiteboardServletName("xiezhi.console")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardTarget("(!(xiezhi.operator=*))")
public final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Frames are for files that are looked at in place, which the API serves without an origin. */
    static final String SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** As the API says it, while it can't. */
    private static final String NOT_READY = "{\"type\":\"urn:xiezhi:problem:not-ready\",\"title\":\"暂时不可用\",\"status\":503,\"code\":\"not-ready\",\"detail\":\"系统尚未就绪，请稍后重试\"}";

    private final transient ConsoleFiles files = new ConsoleFiles(ConsoleServlet.class::getResource);
    private final String name;
    private final boolean sample;

    /** PID {@code xiezhi.console}; {@code name}: what the product is called on its pages, empty as built; {@code sample}: the data is made up, so the guide is offered. */
    public @interface Keys {
        String name() default "";

        boolean sample() default false;
    }

    @Activate
    public ConsoleServlet(Keys keys) {
        name = keys.name();
        sample = keys.sample();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        Optional<ConsoleFiles.Found> found = files.find(pathOf(request), acceptsGzip(request));
        if (found.isEmpty()) {
            refuse(ConsoleFiles.isOfTheApi(pathOf(request)), response);
            return;
        }
        send(found.get(), response);
    }

    private static void refuse(boolean notReady, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(notReady ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_NOT_FOUND);
        response.setContentType(notReady ? "application/problem+json;charset=utf-8" : "text/plain;charset=utf-8");
        if (notReady) {
            response.setHeader("Retry-After", "1");
        }
        response.getWriter().println(notReady ? NOT_READY : "没有这个文件");
    }

    private void send(ConsoleFiles.Found file, HttpServletResponse response) throws IOException {
        response.setContentType(file.type());
        response.setHeader("Cache-Control", file.immutable() ? "public, max-age=31536000, immutable" : "no-store");
        if (file.immutable()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (file.gzip()) {
            response.setHeader("Content-Encoding", "gzip");
        }
        URLConnection connection = file.url().openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            if (!file.immutable()) {
                byte[] page = StartPage.told(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, sample).getBytes(StandardCharsets.UTF_8);
                response.setContentLength(page.length);
                response.getOutputStream().write(page);
                return;
            }
            long length = connection.getContentLengthLong();
            if (length > 0) {
                response.setContentLengthLong(length);
            }
            in.transferTo(response.getOutputStream());
        }
    }

    private static String pathOf(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
