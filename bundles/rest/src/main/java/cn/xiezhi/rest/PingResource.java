package cn.xiezhi.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Component;

/** Proof that routing and JSON are wired. */
@Component(service = PingResource.class)
@Path("v1/ping")
@Produces(MediaType.APPLICATION_JSON)
public final class PingResource {

    record Pong(String product, LocalDate since) {}

    @GET
    public Object ping() {
        return new Pong("xiezhi", LocalDate.of(2026, 11, 21));
    }
}
