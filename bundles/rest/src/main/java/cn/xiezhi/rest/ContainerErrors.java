package cn.xiezhi.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardTarget;

/** Says as a problem what the servlet container would say in a page of its own: that nobody is there to answer, as while the product starts or stops, or not to this method. */
@Component
@HttpWhiteboardTarget("(!(xiezhi.operator=*))")
public final class ContainerErrors implements Preprocessor {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        chain.doFilter(request, new InProblems((HttpServletResponse) response));
    }

    private static final class InProblems extends HttpServletResponseWrapper {
        InProblems(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            // What is not there of ours says so itself: the console has a page for every address.
            Problem problem = status == SC_NOT_FOUND ? Problem.notReady("系统") : ProblemMapper.refused(status);
            reset();
            setStatus(problem.status());
            HeadersFilter.PLAIN.forEach(this::setHeader);
            setContentType(ProblemMapper.MEDIA_TYPE);
            if (problem.retryAfterSeconds() > 0) {
                setHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
            }
            getOutputStream().write(JsonProvider.bytes(problem.body()));
            flushBuffer();
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
