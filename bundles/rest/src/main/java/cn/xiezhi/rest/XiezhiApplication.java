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
 * <p>Resources are made here, not registered one by one on the whiteboard: every whiteboard change rebuilds the whole
 * application, which answers 404 meanwhile. For the same reason it depends on nothing that comes and goes: see {@link Services}.
 * The whiteboard itself stands at {@code /api} and this application at its root, where it takes the place of the whiteboard's
 * empty default application: one Jersey is built instead of two.
 */
@Component(service = Application.class)
@JakartarsApplicationBase("/")
@JakartarsName(XiezhiApplication.NAME)
public final class XiezhiApplication extends Application {
    static final String NAME = "xiezhi";
    /** No WADL: it needs JAXB, nobody asks for it, and looking for it costs time at every start. A Location stays as we write it, which holds behind any proxy. */
    private static final Map<String, Object> PROPERTIES = Map.of("jersey.config.server.wadl.disableWadl", true,
            "jersey.config.server.headers.location.relative.resolution.disabled", true);

    private final Set<Object> singletons;

    @Activate
    public XiezhiApplication(@Reference Services services, @Reference RestSettings settings) {
        singletons = Set.of(new JsonProvider(), new ProblemMapper(), new HeaderFilter(), new AccessFilter(services), new EmptyBodyFilter(), new HeadersFilter(), new DrainFilter(settings),
                new SessionResource(services, settings), new TokensResource(services, settings), new JurisdictionsResource(services), new PoliciesResource(services),
                new OrgansResource(services), new ProceduresResource(services), new MattersResource(services), new AttachmentsResource(services, settings),
                new ObligationsResource(services), new AccountsResource(services), new OpenApiResource(),
                new ItemsResource(services), new OfficersResource(services), new LiaisonsResource(services), new ImportsResource(services), new ExportsResource(services),
                // sharing
                new SharingResource(services),
                // bulletin
                new BulletinResource(services),
                // complaints
                new PublicComplaintsResource(services, settings, System::nanoTime), new HandoversResource(services), new QueryCodeResource(services),
                // forms
                new DraftsResource(services),
                // documents
                new DocumentsResource(services), new TemplatesResource(services),
                // dossier
                new DossierResource(services),
                // calendar
                new CalendarResource(services), new FeedResource(services), new CalendarFileResource(services, settings, System::nanoTime),
                // desk
                new DeskResource(services),
                // notices
                new NoticesResource(services),
                // reminders outside
                new RemindersResource(services), new DeliveryResource(services),
                // rules
                new RulesResource(services), new RecomputationResource(services), new AnnouncementsResource(services), new NodeResource(services), new SchemasResource(services),
                // finding
                new FiltersResource(services), new AuditResource(services), new AuditFilter(services, settings),
                // assessment
                new AssessmentResource(services),
                // administrators
                new JobsResource(services), new HealthResource(services), new ReminderReachResource(services),
                // leaders and supervisors
                new OverviewResource(services), new OversightResource(services));
    }

    @Override
    @SuppressWarnings("deprecation") // the only way to hand over components that carry their own references
    public Set<Object> getSingletons() {
        return singletons;
    }

    @Override
    public Map<String, Object> getProperties() {
        return PROPERTIES;
    }
}
