package cn.xiezhi.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the rest of a body that was refused before its end, up to a bound. A browser that is still sending when the
 * connection closes shows its user "no connection" instead of the reason, e.g. that the file is too large.
 */
@Provider
final class DrainFilter implements ContainerResponseFilter {
    /** As many uploads of the largest size. */
    private static final int UPLOADS = 3;

    private final RestSettings settings;

    DrainFilter(RestSettings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400) {
            return;
        }
        try {
            InputStream body = request.getEntityStream();
            byte[] buffer = new byte[16 * 1024];
            long left = (long) UPLOADS * settings.maxUploadBytes();
            for (int n = 0; n >= 0 && left > 0; left -= n) {
                n = body.read(buffer);
            }
        } catch (IOException | IllegalStateException e) {
            // The client has gone, or the body was read and closed: there is nothing to wait for.
        }
    }
}
