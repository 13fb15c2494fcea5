package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was done through the API into the record, and what was refused to somebody who is signed in. Without the entry there is no answer: an export does
 * not leave, and whoever changed something is told that it was done and not recorded. What was only tried, with {@code preview=true}, was not done.
 */
@Provider
final class AuditFilter implements ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);

    private final Services services;
    private final RestSettings settings;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest connection;

    AuditFilter(Services services, RestSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getSecurityContext().getUserPrincipal() instanceof Caller caller)) {
            return;
        }
        boolean tried = "true".equals(request.getUriInfo().getQueryParameters().getFirst("preview"));
        Optional<AuditKind> kind = Optional.ofNullable(resource.getResourceMethod()).map(m -> m.getAnnotation(Audited.class)).filter(a -> !tried).map(Audited::value)
                .or(() -> response.getStatus() == 403 ? Optional.of(AuditKind.REFUSED) : Optional.empty());
        if (kind.isEmpty()) {
            return;
        }
        boolean ok = response.getStatus() < 400;
        try {
            services.auditing().record(caller.officer(), kind.get(), ok, request.getMethod() + " " + request.getUriInfo().getPath(), ok ? "" : code(response),
                    ClientAddress.of(connection, settings.trustForwardedFor()));
        } catch (RuntimeException e) {
            LOG.error("审计记录没有写入：{} {} {}", caller.officer().user(), request.getMethod(), request.getUriInfo().getPath(), e);
            if (ok) {
                response.setStatus(503);
                Problem problem = new Problem(503, "not-recorded", request.getMethod().equals("GET") ? "审计记录暂时不能写入，因此没有提供内容，请稍后重试" : "操作已经完成，但审计记录没有写入；请不要重复操作，并告诉管理员");
                response.setEntity(JsonProvider.bytes(problem.body()), new Annotation[0], MediaType.valueOf(ProblemMapper.MEDIA_TYPE));
            }
        }
    }

    private static String code(ContainerResponseContext response) {
        try {
            return response.getEntity() instanceof byte[] problem ? JsonProvider.MAPPER.readTree(problem).path("code").asText() : Integer.toString(response.getStatus());
        } catch (IOException e) {
            return Integer.toString(response.getStatus());
        }
    }
}
