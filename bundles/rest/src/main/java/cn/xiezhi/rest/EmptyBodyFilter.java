package cn.xiezhi.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Has a request with neither body nor type read as the JSON that was wanted, and so refused: Jersey would hand on null unread. */
@Provider
final class EmptyBodyFilter implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Consumes wanted = resource.getResourceMethod().getAnnotation(Consumes.class);
        if (wanted != null && List.of(wanted.value()).contains(MediaType.APPLICATION_JSON) && request.getMediaType() == null && !request.hasEntity()) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
