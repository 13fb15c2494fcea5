package cn.xiezhi.rest;

import cn.xiezhi.procedure.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An RFC 9457 problem on its way to the client: thrown anywhere below a resource method, written by {@link ProblemMapper}.
 * Codes are stable; the detail says in Chinese what is wrong and what to do.
 */
final class Problem extends RuntimeException {
    static final String TYPE = "urn:xiezhi:problem:";
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> more = new LinkedHashMap<>();
    private int retryAfterSeconds;

    record Fault(String field, String detail, Optional<String> citation) {}

    record Rule(String citation) {}

    Problem(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** A parameter or property that can't be read. */
    static Problem bad(String code, String field, String detail) {
        return new Problem(400, code, detail).field(field);
    }

    static Problem unknown(String code, String detail) {
        return new Problem(404, code, detail);
    }

    /** The part of the product that answers this is not there yet, or not any more. */
    static Problem notReady(String what) {
        return new Problem(503, "not-ready", what + "尚未就绪，请稍后重试").retryAfter(1);
    }

    /** What the person filled in, with all its faults at once. */
    static Problem invalidFields(List<Fault> faults) {
        return new Problem(422, "invalid-fields", "填写的内容有 " + faults.size() + " 处需要改正").with("errors", List.copyOf(faults));
    }

    static Problem of(Outcome.Refusal refusal) {
        int status = switch (refusal.kind()) {
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case RULE, INPUT -> 422;
        };
        Problem problem = new Problem(status, refusal.code(), refusal.message());
        refusal.citation().ifPresent(c -> problem.with("rule", new Rule(c)));
        return refusal.errors().isEmpty() ? problem
                : problem.with("errors", refusal.errors().stream().map(e -> new Fault(e.field(), e.message(), e.citation())).toList());
    }

    Problem field(String name) {
        return with("field", name);
    }

    /** Adds a member that RFC 9457 calls an extension. */
    Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    Problem retryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPE + code);
        body.put("title", title(status));
        body.put("status", status);
        body.put("code", code);
        body.put("detail", getMessage());
        body.putAll(more);
        return body;
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求有误";
            case 401 -> "需要登录";
            case 403 -> "无权办理";
            case 404 -> "没有找到";
            case 405 -> "不支持的操作";
            case 406 -> "不支持的返回格式";
            case 409 -> "与当前状态冲突";
            case 413 -> "内容过大";
            case 415 -> "类型不符";
            case 422 -> "内容需要改正";
            case 423 -> "账号已锁定";
            case 429 -> "请求过于频繁";
            case 503 -> "暂时不可用";
            default -> status < 500 ? "请求有误" : "系统内部错误";
        };
    }
}
