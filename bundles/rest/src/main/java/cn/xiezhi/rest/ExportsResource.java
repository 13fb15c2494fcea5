package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.Registers.Kind;
import cn.xiezhi.sheet.Sheet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Registers as spreadsheets, with the columns that an import takes; without their rows they are its templates. */
@Path("v1/exports")
@Produces(ExportsResource.XLSX)
public final class ExportsResource {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Services services;

    ExportsResource(Services services) {
        this.services = services;
    }

    @GET
    @Path("organs.xlsx")
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.EXPORT)
    public Response organs(@Context SecurityContext who, @QueryParam("template") String template) {
        return file(who, Kind.ORGANS, template);
    }

    @GET
    @Path("officers.xlsx")
    @Access(Access.Level.ADMINISTRATOR)
    @Audited(AuditKind.EXPORT)
    public Response officers(@Context SecurityContext who, @QueryParam("template") String template) {
        return file(who, Kind.OFFICERS, template);
    }

    @GET
    @Path("items.xlsx")
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.EXPORT)
    public Response items(@Context SecurityContext who, @QueryParam("template") String template) {
        return file(who, Kind.ITEMS, template);
    }

    private Response file(SecurityContext who, Kind kind, String template) {
        boolean blank = Params.bool("template", template).orElse(false);
        Sheet whole = services.registers().sheet(Caller.officer(who), kind);
        Sheet sheet = blank ? new Sheet(whole.name(), whole.rows().subList(0, 1)) : whole;
        return Response.ok(services.spreadsheets().write(List.of(sheet)), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(kind.text() + (blank ? "模板" : "") + ".xlsx")).build();
    }
}
