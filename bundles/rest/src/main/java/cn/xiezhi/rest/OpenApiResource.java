package cn.xiezhi.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this API. Written by hand; a test holds it to the resources and to the shapes of their answers. */
@Path("v1/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final byte[] document = read();

    @GET
    @Access(Access.Level.PUBLIC)
    public byte[] document() {
        return document.clone();
    }

    static byte[] read() {
        try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
