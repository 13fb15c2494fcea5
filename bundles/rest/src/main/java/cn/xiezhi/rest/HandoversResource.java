package cn.xiezhi.rest;

import cn.xiezhi.desk.Handovers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Handing all open work of somebody who leaves over to a colleague. */
@Path("v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
public final class HandoversResource {
    private final Services services;

    HandoversResource(Services services) {
        this.services = services;
    }

    record Handover(String from, String to, String reason) {}

    record HandedOver(int matters) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.OFFICER)
    public Object handOver(@Context SecurityContext who, Handover in) {
        Handovers.Answer answer = services.handovers().handOver(Caller.officer(who), Params.needed("from", in.from()), Params.needed("to", in.to()), Params.needed("reason", in.reason()));
        answer.refusal().ifPresent(refusal -> {
            throw Problem.of(refusal);
        });
        return new HandedOver(answer.matters());
    }
}
