package cn.xiezhi.rest;

import cn.xiezhi.registry.Identity;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Who is asking, once {@link AccessFilter} has found out.
 *
 * @param secret the session's or token's secret, by which it is ended
 */
record Caller(Identity.SignedIn known, String secret, boolean bearer) implements Principal {
    static Caller of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a method that needs a person is open to the public");
    }

    static Officer officer(SecurityContext context) {
        return of(context).officer();
    }

    Officer officer() {
        return known.officer();
    }

    @Override
    public String getName() {
        return officer().user();
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "caller " + officer().user();
    }
}
