package cn.xiezhi.operator;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Gogo command line as a page of the web console, behind its sign-in: a form for people, and for scripts a POST of
 * {@code command} that answers in plain text. Each command has a session of its own and no input.
 */
@Component(service = Servlet.class, property = {ServletConstants.PLUGIN_LABEL + "=gogo", ServletConstants.PLUGIN_TITLE + "=Gogo", ServletConstants.PLUGIN_CATEGORY + "=OSGi"})
public final class GogoPage extends AbstractServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(GogoPage.class);
    private static final int LONGEST = 4000;

    private final transient CommandProcessor processor;

    @Activate
    public GogoPage(@Reference CommandProcessor processor) {
        this.processor = processor;
    }

    @Override
    public void renderContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("<form method=\"post\"><input name=\"command\" size=\"80\" maxlength=\"" + LONGEST
                + "\" autofocus placeholder=\"lb\"> <input type=\"submit\" value=\"执行\"></form><p>例：lb、headers 12、help</p>");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        String command = request.getParameter("command");
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (command == null || command.isBlank() || command.length() > LONGEST) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.getWriter().println("请在 command 中写明命令，不超过 " + LONGEST + " 个字符。");
            return;
        }
        LOG.info("运维命令：{}", command.replaceAll("\\p{Cntrl}", " "));
        response.getWriter().print(run(command));
    }

    private String run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (CommandSession session = processor.createSession(InputStream.nullInputStream(), print, print)) {
            session.put("SCOPE", "felix:*");
            Object result = session.execute(command);
            if (result != null) {
                print.println(session.format(result, Converter.INSPECT));
            }
        } catch (Exception e) {
            // Commands throw whatever they like; whoever gave it has to see it.
            print.println(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
