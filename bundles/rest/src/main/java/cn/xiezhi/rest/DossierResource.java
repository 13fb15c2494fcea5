package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.desk.Dossiers;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;

/** The complete file of a matter (案卷), to be taken away. */
@Path("v1/matters/{id}/dossier.zip")
public final class DossierResource {
    static final String ZIP = "application/zip";

    private final Services services;

    DossierResource(Services services) {
        this.services = services;
    }

    @GET
    @Produces(ZIP)
    @Access(Access.Level.OFFICER)
    @Audited(AuditKind.EXPORT)
    public Response dossier(@Context SecurityContext who, @PathParam("id") String id) {
        Officer officer = Caller.officer(who);
        Dossiers dossiers = services.dossiers();
        Dossiers.Whole whole = dossiers.of(officer, id).orElseThrow(Answers::unknownMatter);
        DossierZip zip = new DossierZip(dossiers, whole, new DossierPages(whole, services.reading()));
        StreamingOutput stream = zip::write;
        String name = FileName.within("案卷 " + id + " " + whole.matter().matter().title() + ".zip");
        return Response.ok(stream, ZIP).header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(name)).build();
    }
}
