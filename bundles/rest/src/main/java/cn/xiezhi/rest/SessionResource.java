package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.registry.Identity;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Role;
import cn.xiezhi.rest.OrganJson.Named;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** Signing in to the console, and out; one's own password. */
@Path("v1/session")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private final Services services;
    private final RestSettings settings;

    SessionResource(Services services, RestSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    record Credentials(String user, String password) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return "credentials of " + user;
        }
    }

    record Passwords(@JsonProperty("old") String before, @JsonProperty("new") String next) {
        /** Never shows the passwords. */
        @Override
        public String toString() {
            return "passwords";
        }
    }

    record OrganOfSession(String id, String name, String kind) {}

    /** @param keepsRules whether the rules' pages are for this person */
    record SessionJson(String user, String name, OrganOfSession organ, Named jurisdiction, List<String> roles, List<String> roleNames, List<CertificateJson> certificates, String csrf,
            boolean mustChangePassword, long idleMinutes, boolean keepsRules) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.PUBLIC)
    public Response signIn(@Context SecurityContext context, @Context HttpServletRequest request, @HeaderParam("X-Forwarded-Proto") String proto, Credentials in) {
        String user = Params.needed("user", in.user());
        Identity.Answer<Identity.Opened> answer = services.identity().signIn(user, Params.secret("password", in.password()));
        Identity.Opened opened = Denials.recorded(services.auditing(), AuditKind.SIGN_IN, user, answer, ClientAddress.of(request, settings.trustForwardedFor()));
        return Response.ok(json(opened.who())).header(HttpHeaders.SET_COOKIE, cookie(opened.secret(), secure(context, proto), "")).build();
    }

    @GET
    @Access(Access.Level.SESSION)
    public Object mine(@Context SecurityContext who) {
        return json(Caller.of(who).known());
    }

    @DELETE
    @Access(Access.Level.SESSION)
    @Audited(AuditKind.SIGN_OUT)
    public Response signOut(@Context SecurityContext who, @HeaderParam("X-Forwarded-Proto") String proto) {
        services.identity().signOut(Caller.of(who).secret());
        return Response.noContent().header(HttpHeaders.SET_COOKIE, cookie("", secure(who, proto), "; Max-Age=0")).build();
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.SESSION)
    @Audited(AuditKind.PASSWORD)
    public Response changePassword(@Context SecurityContext who, Passwords in) {
        Denials.value(services.identity().changePassword(Caller.of(who).secret(), Params.secret("old", in.before()), Params.secret("new", in.next())));
        return Response.noContent().build();
    }

    private SessionJson json(Identity.SignedIn known) {
        Officer officer = known.officer();
        List<Role> roles = officer.roles().stream().sorted().toList();
        return new SessionJson(officer.user(), officer.name(), new OrganOfSession(officer.organ().id(), officer.organ().name(), officer.organ().kind().code()),
                new Named(officer.jurisdiction(), services.jurisdictionName(officer.jurisdiction())), roles.stream().map(Role::code).toList(), roles.stream().map(Role::text).toList(), CertificateJson.of(officer.certificates()), known.session().csrf(),
                known.mustChangePassword(), services.identity().idle().toMinutes(),
                Optional.ofNullable(services.revisions).filter(r -> r.keepsRules(officer)).isPresent());
    }

    private boolean secure(SecurityContext context, String forwardedProto) {
        return context.isSecure() || settings.trustForwardedProto() && "https".equalsIgnoreCase(forwardedProto);
    }

    /** Written out: Jersey's own adds a Version that no browser asks for. A secret of ours is base64url, so nothing needs quoting. */
    private static String cookie(String value, boolean secure, String more) {
        return AccessFilter.COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "") + more;
    }
}
