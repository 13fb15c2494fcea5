package cn.xiezhi.rest;

import cn.xiezhi.desk.MatterStore.StoreException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that can be thrown into a problem that the client can act on. No stack trace and no foreign message leaves the server. */
@Provider
final class ProblemMapper implements ExceptionMapper<Throwable> {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable thrown) {
        return answer(problem(thrown), thrown);
    }

    static Response answer(Problem problem, Throwable thrown) {
        Response.ResponseBuilder answer = Response.status(problem.status()).type(MEDIA_TYPE).entity(JsonProvider.bytes(problem.body()));
        if (problem.retryAfterSeconds() > 0) {
            answer.header("Retry-After", problem.retryAfterSeconds());
        }
        if (problem.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 405 && thrown instanceof WebApplicationException e && e.getResponse().getHeaderString("Allow") != null) {
            answer.header("Allow", e.getResponse().getHeaderString("Allow"));
        }
        return answer.build();
    }

    static Problem problem(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof StoreException) {
                LOG.warn("the store did not answer", cause);
                return new Problem(503, "store-unavailable", "数据库暂时不可用；本次操作要么完整写入、要么完全没有写入，请稍后刷新核对再试").retryAfter(5);
            }
        }
        if (thrown instanceof NoContentException) {
            return new Problem(400, "malformed-json", "请求没有内容，应为 JSON 对象");
        }
        if (thrown instanceof JsonProcessingException e) {
            return json(e);
        }
        if (thrown instanceof WebApplicationException e) {
            return web(e);
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("error {}", id, thrown);
        return new Problem(500, "internal", "系统出现意外错误，本次操作没有完成；请把编号 " + id + " 告诉管理员").with("id", id);
    }

    private static Problem json(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null || at.getLineNr() < 1 ? "" : "（第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列）";
        if (e instanceof StreamConstraintsException) {
            return new Problem(400, "malformed-json", "JSON 嵌套过深或内容过长" + where);
        }
        if (e instanceof StreamReadException) {
            return new Problem(400, "malformed-json", "不是合法的 JSON" + where);
        }
        String path = e instanceof JsonMappingException m ? path(m) : "";
        if (e instanceof UnrecognizedPropertyException u) {
            return Problem.bad("unknown-property", path, "不认识的属性“" + u.getPropertyName() + "”" + where);
        }
        Problem problem = new Problem(400, "malformed-json", (path.isEmpty() ? "内容" : "“" + path + "”") + "的类型不对" + where);
        return path.isEmpty() ? problem : problem.field(path);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream().map(r -> r.getFieldName() == null ? Integer.toString(r.getIndex()) : r.getFieldName()).collect(Collectors.joining("."));
    }

    private static Problem web(WebApplicationException e) {
        return e.getResponse().getStatus() == 404 ? Problem.unknown("not-found", "没有这个地址，接口清单见 /api/v1/openapi.json") : refused(e.getResponse().getStatus());
    }

    /** What somebody other than us refused, of whom only the status is known. */
    static Problem refused(int status) {
        return switch (status) {
            case 405 -> new Problem(405, "method-not-allowed", "这个地址不支持该方法，接口清单见 /api/v1/openapi.json");
            case 406 -> new Problem(406, "not-acceptable", "只能返回 JSON，请检查 Accept");
            case 415 -> new Problem(415, "wrong-type", "请用 Content-Type: application/json 提交 JSON");
            default -> status >= 500 ? new Problem(status, "internal", "系统暂时不能处理这次请求，请稍后重试") : new Problem(status, "bad-request", "请求有误，请检查后重试");
        };
    }
}
