package cn.xiezhi.rest;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses headers that can't be read. Jersey would do so while it looks for the method, past {@link ProblemMapper}. */
@Provider
@PreMatching
final class HeaderFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        read(HttpHeaders.CONTENT_TYPE, request::getMediaType);
        read(HttpHeaders.ACCEPT, request::getAcceptableMediaTypes);
    }

    private static void read(String header, Runnable reading) {
        try {
            reading.run();
        } catch (ProcessingException e) {
            throw Problem.bad("bad-header", header, "请求头 " + header + " 的写法有误");
        }
    }
}
