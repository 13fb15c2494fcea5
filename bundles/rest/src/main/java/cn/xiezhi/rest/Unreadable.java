package cn.xiezhi.rest;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Says as a problem what Jetty refuses before anything of ours sees it: an address that can be read in two ways, headers that are too large, what is no request.
 * Jetty shows its server only to who brings it a connector; this one listens nowhere.
 */
@Component
public final class Unreadable implements ConnectorFactory {
    /** The operators' console has a server of its own. */
    private final Map<Server, Request.Handler> before = new HashMap<>();

    @Override
    public synchronized Connector createConnector(Server server) {
        before.put(server, server.getErrorHandler());
        server.setErrorHandler(Unreadable::answer);
        return new LocalConnector(server, null, null, null, 0, new HttpConnectionFactory());
    }

    @Deactivate
    synchronized void leave() {
        before.forEach(Server::setErrorHandler);
    }

    private static boolean answer(Request request, Response response, Callback callback) {
        Problem problem = problem(response.getStatus());
        HeadersFilter.PLAIN.forEach(response.getHeaders()::put);
        response.getHeaders().put("Content-Type", ProblemMapper.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(JsonProvider.bytes(problem.body())), callback);
        return true;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 414 -> new Problem(status, "bad-request", "地址过长");
            case 431 -> new Problem(status, "bad-request", "请求头过大；浏览器请清除本网站的 Cookie 后再试");
            case 500, 503 -> new Problem(status, "internal", "系统不能处理这次请求，请稍后重试");
            default -> new Problem(status, "bad-request", "请求无法读懂：请核对地址，其中不能有连续的“/”，也不能有 %00、%2F、%5C 等编码");
        };
    }
}
