package cn.xiezhi.rest;

import cn.xiezhi.desk.Background;
import cn.xiezhi.desk.Health;
import cn.xiezhi.policy.RuleBook;
import cn.xiezhi.policy.Rules;
import cn.xiezhi.policy.RulesHere.Suspended;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardTarget;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /health/ready}: 200 when everything is up, else 503 with what is missing. A plain servlet, so that it answers
 * before Jersey does. It never waits long: a part that doesn't say in time how it is counts as missing.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/ready")
@HttpWhiteboardTarget("(!(xiezhi.operator=*))")
public final class ReadyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long PATIENCE_MILLIS = 1000;

    private final transient JakartarsServiceRuntime api;
    private final transient Services services;
    private final transient ExecutorService asking = Background.thread("xiezhi-health");

    record State(String status, List<String> missing) {}

    /**
     * @param suspended jurisdictions whose rules are gone from this node; the others are served all the same
     * @param degraded what is not well, and without which people work all the same
     */
    record Up(String status, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> suspended, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> degraded) {}

    @Activate
    public ReadyServlet(@Reference JakartarsServiceRuntime api, @Reference Services services) {
        this.api = api;
        this.services = services;
    }

    @Deactivate
    void stop() {
        asking.shutdownNow();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> missing = new ArrayList<>();
        if (Arrays.stream(api.getRuntimeDTO().applicationDTOs).noneMatch(a -> XiezhiApplication.NAME.equals(a.name))) {
            missing.add("HTTP 接口：尚未启动");
        }
        missing.addAll(answered());
        response.setStatus(missing.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!missing.isEmpty()) {
            response.setHeader("Retry-After", "1");
        }
        response.getOutputStream().write(JsonProvider.bytes(missing.isEmpty() ? up(services) : new State("down", missing)));
    }

    private List<String> answered() {
        AtomicReference<String> asked = new AtomicReference<>("健康检查");
        Future<List<String>> answer = asking.submit(() -> missing(services, asked::set));
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return List.of(asked.get() + "：" + PATIENCE_MILLIS / 1000 + " 秒内没有答复");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("健康检查：被中断");
        } catch (ExecutionException e) {
            LoggerFactory.getLogger(ReadyServlet.class).error("the health check failed", e);
            return List.of("健康检查：出现意外错误，详见日志");
        }
    }

    static Up up(Services services) {
        List<String> degraded = services.health().stream().filter(part -> !part.vital()).flatMap(part -> part.problem().map(p -> part.name() + "：" + p).stream()).toList();
        return new Up("up", suspended(services), degraded);
    }

    private static List<String> suspended(Services services) {
        return services.rulesIfThere().map(r -> r.here().suspended().stream().map(Suspended::jurisdiction).toList()).orElse(List.of());
    }

    /** Whether there is a notice to count by, if only for suspended jurisdictions. */
    private static boolean counts(RuleBook book) {
        return Stream.concat(Stream.of(book.calendar()), book.calendars().values().stream()).anyMatch(c -> !c.years().isEmpty());
    }

    /** What the product lacks, each in words for the operator. */
    static List<String> missing(Services services) {
        return missing(services, part -> {});
    }

    /**
     * The same.
     *
     * @param asked is told the name of each part before it is asked, which may take its time
     */
    private static List<String> missing(Services services, Consumer<String> asked) {
        List<String> missing = new ArrayList<>();
        if (!services.deskIsThere()) {
            missing.add("业务服务：等待数据库和规则服务");
        }
        if (!services.identityIsThere()) {
            missing.add("登录服务：尚未启动");
        }
        Optional<RuleBook> book = services.rulesIfThere().map(Rules::inForce);
        if (book.isEmpty()) {
            missing.add("规则服务：尚未启动");
        } else {
            if (book.get().policies().isEmpty() && suspended(services).isEmpty()) {
                missing.add("辖区规则：没有生效的规则，请检查规则文件夹");
            }
            if (!counts(book.get())) {
                missing.add("工作日历：没有载入放假通知");
            }
        }
        for (Health part : services.health().stream().filter(Health::vital).toList()) {
            asked.accept(part.name());
            part.problem().ifPresent(p -> missing.add(part.name() + "：" + p));
        }
        return missing;
    }
}
