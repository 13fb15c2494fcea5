package cn.xiezhi.rest;

import cn.xiezhi.audit.AuditKind;
import cn.xiezhi.registry.Identity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;

/** Bearer tokens for programs. */
@Path("v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensResource {
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 365;

    private final Services services;
    private final RestSettings settings;

    TokensResource(Services services, RestSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    record TokenRequest(String user, String password, Integer days) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return "token request of " + user;
        }
    }

    record TokenJson(String token, Instant expiresAt) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(Access.Level.PUBLIC)
    public Response issue(@Context HttpServletRequest request, TokenRequest in) {
        int days = in.days() == null ? DAYS : (int) Params.number("days", Integer.toString(in.days()), 1, MOST_DAYS);
        String user = Params.needed("user", in.user());
        Identity.Answer<Identity.Opened> answer = services.identity().issueToken(user, Params.secret("password", in.password()), Duration.ofDays(days));
        Identity.Opened opened = Denials.recorded(services.auditing(), AuditKind.TOKEN, user, answer, ClientAddress.of(request, settings.trustForwardedFor()));
        return Response.status(Response.Status.CREATED).entity(new TokenJson(opened.secret(), opened.who().session().expiresAt())).build();
    }

    @DELETE
    @Access(Access.Level.SESSION)
    @Audited(AuditKind.TOKEN)
    public Response end(@Context SecurityContext who) {
        Caller caller = Caller.of(who);
        if (!caller.bearer()) {
            throw new Problem(400, "bad-request", "请以 Authorization: Bearer 说明要作废的令牌；退出登录用 DELETE /api/v1/session");
        }
        services.identity().signOut(caller.secret());
        return Response.noContent().build();
    }
}
