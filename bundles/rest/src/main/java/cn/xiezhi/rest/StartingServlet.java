package cn.xiezhi.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardTarget;

/** Answers below {@code /api} while Jersey is not up: 503 and "try again", where nobody would answer 404. Jersey's own servlet ranks higher. */
@Component(service = Servlet.class, property = "service.ranking:Integer=-1000")
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardTarget("(!(xiezhi.operator=*))")
public final class StartingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.notReady("系统");
        response.setStatus(problem.status());
        response.setContentType(ProblemMapper.MEDIA_TYPE);
        response.setHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(JsonProvider.bytes(problem.body()));
    }
}
