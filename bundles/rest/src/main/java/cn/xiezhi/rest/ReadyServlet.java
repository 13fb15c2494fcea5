package cn.xiezhi.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /health/ready}: 200 when the API answers, else 503 with what is missing. A plain servlet, so that it answers before Jersey does. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/ready")
public final class ReadyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient JakartarsServiceRuntime api;

    @Activate
    public ReadyServlet(@Reference JakartarsServiceRuntime api) {
        this.api = api;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = Arrays.stream(api.getRuntimeDTO().applicationDTOs).anyMatch(a -> XiezhiApplication.NAME.equals(a.name));
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        if (!up) {
            response.setHeader("Retry-After", "1");
        }
        response.getWriter().write(up ? "{\"ready\":true,\"missing\":[]}" : "{\"ready\":false,\"missing\":[\"api\"]}");
    }
}
