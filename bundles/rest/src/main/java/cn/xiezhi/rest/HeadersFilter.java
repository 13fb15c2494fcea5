package cn.xiezhi.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** What every answer of the API says to browsers and proxies: keep nothing, guess nothing, show it in no frame, unless the answer says otherwise of frames. */
@Provider
final class HeadersFilter implements ContainerResponseFilter {
    static final Map<String, String> PLAIN = Map.of("X-Content-Type-Options", "nosniff", "Cache-Control", "no-store", "Referrer-Policy", "no-referrer", "X-Frame-Options", "DENY",
            "Cross-Origin-Resource-Policy", "same-origin");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        PLAIN.forEach((name, value) -> {
            if (!name.equals("X-Frame-Options") || !headers.containsKey(name)) {
                headers.putSingle(name, value);
            }
        });
        if (!headers.containsKey("Content-Security-Policy")) {
            headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
    }
}
