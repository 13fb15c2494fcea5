package cn.xiezhi.rest;

import cn.xiezhi.registry.Identity;
import cn.xiezhi.registry.Role;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Finds out who is asking and refuses whoever may not, before anything else is read. What is not annotated with
 * {@link Access} is refused to everybody. A browser's cookie counts only together with the session's CSRF value.
 */
@Provider
final class AccessFilter implements ContainerRequestFilter {
    static final String COOKIE = "XIEZHI_SESSION";
    static final String CSRF = "X-CSRF-Token";
    private static final String BEARER = "Bearer ";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LONGEST_SECRET = 512;

    private final Services services;

    @Context
    private ResourceInfo resource;

    AccessFilter(Services services) {
        this.services = services;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        refuseHostileAddress(request);
        Access.Level level = level(resource.getResourceMethod());
        Optional<String> token = bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        boolean bearer = token.isPresent();
        boolean unsafe = !SAFE.contains(request.getMethod());
        if (unsafe && !bearer && fromAnotherSite(request)) {
            throw csrf("请求来自别的网站");
        }
        if (level == Access.Level.PUBLIC) {
            return;
        }
        String secret = token.orElseGet(() -> cookie(request));
        Identity.SignedIn known = known(secret, services.identity()::authenticate, bearer);
        // Before anything is refused: whom it was refused to is recorded.
        request.setSecurityContext(new Security(new Caller(known, secret, bearer), request.getSecurityContext()));
        if (unsafe && !bearer && !same(known.session().csrf(), request.getHeaderString(CSRF))) {
            throw csrf("缺少 " + CSRF + "，或者它不属于现在的登录");
        }
        if (known.mustChangePassword() && level != Access.Level.SESSION) {
            throw mustChangePassword();
        }
        if (level == Access.Level.ADMINISTRATOR && !known.officer().is(Role.ADMINISTRATOR)) {
            throw new Problem(403, "not-yours-to-do", "只有管理员可以办理");
        }
        if (level == Access.Level.AUDITOR && !known.officer().is(Role.AUDITOR)) {
            throw new Problem(403, "not-yours-to-do", "只有审计员可以查看");
        }
    }

    private static Access.Level level(Method method) {
        Access access = method == null ? null : method.getAnnotation(Access.class);
        if (access == null) {
            throw new Problem(403, "not-yours-to-do", "此操作不对外开放");
        }
        return access.value();
    }

    /** The token in a header, which counts before a cookie. */
    static Optional<String> bearer(String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? Optional.of(authorization.substring(BEARER.length()).strip()) : Optional.empty();
    }

    static Problem mustChangePassword() {
        return new Problem(403, "must-change-password", "请先修改初始密码，再办理其他事项");
    }

    /** @param ask how the secret is looked up: as a use of the session or not */
    static Identity.SignedIn known(String secret, BiFunction<String, Boolean, Identity.Answer<Identity.SignedIn>> ask, boolean bearer) {
        if (secret.isEmpty() || secret.length() > LONGEST_SECRET) {
            throw new Problem(401, "not-signed-in", "请先登录");
        }
        Identity.Answer<Identity.SignedIn> found = ask.apply(secret, bearer);
        return found.value().orElseThrow(() -> found.denied().filter(Identity.Denied.EXPIRED::equals).isPresent()
                ? new Problem(401, "session-expired", "登录已过期，请重新登录") : new Problem(401, "not-signed-in", "请先登录"));
    }

    private static String cookie(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(COOKIE)).map(Cookie::getValue).orElse("");
    }

    private static boolean same(String csrf, String sent) {
        return sent != null && !csrf.isEmpty() && MessageDigest.isEqual(csrf.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** What browsers say of a request's origin; programs say nothing. */
    private static boolean fromAnotherSite(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeaderString("Origin");
        return origin != null && !host(origin).equalsIgnoreCase(Optional.ofNullable(request.getHeaderString(HttpHeaders.HOST)).orElse(""));
    }

    private static String host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("null");
        } catch (IllegalArgumentException e) {
            return "null";
        }
    }

    /** No id and no parameter of ours has a control character; databases choke on some. */
    private static void refuseHostileAddress(ContainerRequestContext request) {
        boolean hostile = request.getUriInfo().getPath().chars().anyMatch(Character::isISOControl)
                || request.getUriInfo().getPathParameters().values().stream().flatMap(List::stream).anyMatch(v -> v.length() > 200);
        if (hostile) {
            throw new Problem(400, "bad-request", "地址过长或含有不可用的字符");
        }
    }

    private static Problem csrf(String why) {
        return new Problem(403, "csrf", why + "，为安全起见没有执行；请刷新页面后重试");
    }

    private record Security(Caller caller, SecurityContext before) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return Role.of(role).filter(caller.officer()::is).isPresent();
        }

        @Override
        public boolean isSecure() {
            return before.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return caller.bearer() ? "BEARER" : "COOKIE";
        }
    }
}
