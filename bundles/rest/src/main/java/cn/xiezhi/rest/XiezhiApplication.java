package cn.xiezhi.rest;

import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsApplicationBase;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/**
 * The HTTP API below {@code /api}, with an explicit list of its resources.
 *
 * <p>Resources are injected here, not registered one by one on the whiteboard: every whiteboard change rebuilds the
 * whole application, which answers 404 meanwhile. The whiteboard itself stands at {@code /api} and this application at its
 * root, where it takes the place of the whiteboard's empty default application: one Jersey is built instead of two.
 */
@Component(service = Application.class)
@JakartarsApplicationBase("/")
@JakartarsName(XiezhiApplication.NAME)
public final class XiezhiApplication extends Application {
    static final String NAME = "xiezhi";

    private final Set<Object> singletons;

    @Activate
    public XiezhiApplication(@Reference PingResource ping) {
        singletons = Set.of(new JsonProvider(), ping);
    }

    /** No WADL: it needs JAXB, nobody asks for it, and looking for it costs time at every start. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }

    @Override
    @SuppressWarnings("deprecation") // the only way to hand over components that carry their own references
    public Set<Object> getSingletons() {
        return singletons;
    }
}
