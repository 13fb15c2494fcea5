package cn.xiezhi.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** A code for whoever complained in person or by telephone, to follow the complaint as those do who filed it themselves. */
@Path("v1/matters/{id}/query-code")
@Produces(MediaType.APPLICATION_JSON)
public final class QueryCodeResource {
    private final Services services;

    QueryCodeResource(Services services) {
        this.services = services;
    }

    record CodeJson(String code) {
        /** Never shows the code. */
        @Override
        public String toString() {
            return "query code";
        }
    }

    @POST
    @Access(Access.Level.OFFICER)
    public Response give(@Context SecurityContext who, @PathParam("id") String id) {
        String code = services.complaints().giveCode(Caller.officer(who), id).orElseThrow(() -> Problem.unknown("unknown-matter", "没有这件投诉举报，或者它不由您的单位受理、承办"));
        return Response.status(Response.Status.CREATED).entity(new CodeJson(code)).build();
    }
}
