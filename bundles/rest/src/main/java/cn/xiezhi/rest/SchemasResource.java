package cn.xiezhi.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;

/** The shape of rule files, for editors. Public, as the files themselves are. */
@Path("v1/schemas/policy.json")
@Produces("application/schema+json")
public final class SchemasResource {
    private final Services services;

    SchemasResource(Services services) {
        this.services = services;
    }

    @GET
    @Access(Access.Level.PUBLIC)
    public byte[] policy() {
        return services.ruleFiles().schema().getBytes(StandardCharsets.UTF_8);
    }
}
