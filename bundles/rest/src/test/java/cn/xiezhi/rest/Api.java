package cn.xiezhi.rest;

import cn.xiezhi.agenda.Agenda;
import cn.xiezhi.agenda.Subscriptions;
import cn.xiezhi.assessment.Assessments;
import cn.xiezhi.audit.Auditing;
import cn.xiezhi.audit.Verification;
import cn.xiezhi.assessment.Listings;
import cn.xiezhi.assessment.Oversights;
import cn.xiezhi.assessment.Overviews;
import cn.xiezhi.desk.AccountRecords;
import cn.xiezhi.desk.Complaints;
import cn.xiezhi.bulletin.Bulletins;
import cn.xiezhi.desk.Desk;
import cn.xiezhi.desk.Documents;
import cn.xiezhi.desk.Dossiers;
import cn.xiezhi.desk.FormDrafts;
import cn.xiezhi.desk.Handovers;
import cn.xiezhi.desk.Health;
import cn.xiezhi.desk.Jobs;
import cn.xiezhi.desk.Reading;
import cn.xiezhi.desk.Registers;
import cn.xiezhi.desk.SavedFilters;
import cn.xiezhi.desk.Templates;
import cn.xiezhi.policy.KeptRules;
import cn.xiezhi.procedure.Procedures;
import cn.xiezhi.registry.Account;
import cn.xiezhi.registry.ItemClass;
import cn.xiezhi.registry.Officer;
import cn.xiezhi.registry.Organ;
import cn.xiezhi.registry.Organ.Kind;
import cn.xiezhi.registry.Role;
import cn.xiezhi.revision.Previews;
import cn.xiezhi.revision.Recomputation;
import cn.xiezhi.revision.Revisions;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;

/** The whole API in a plain JVM: real resources, real core, the store in memory; one jurisdiction "a" with its people, and one "b". */
final class Api {
    static final Instant TUE_2025_09_30_10H = Instant.parse("2025-09-30T02:00:00Z");
    static final int MAX_UPLOAD = 4096;
    static final ItemClass CLASS = new ItemClass("forbidden", "禁止类", "主管部门", "乡镇", "互相通报", "规定 第三条");

    /** Held, else the level is forgotten. Jersey warns of every resource that is handed over as an object. */
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

    static {
        JERSEY.setLevel(Level.SEVERE);
    }

    final Memory store = new Memory();
    final KeptDrafts drafts = new KeptDrafts();
    final KeptRules archive = new KeptRules();
    final MemoryAudit audit = new MemoryAudit(store);
    final SavedFilters filters = new SavedFilters() {
        private final Map<String, List<Saved>> all = new TreeMap<>();

        @Override
        public List<Saved> of(String jurisdiction, String user) {
            return all.getOrDefault(jurisdiction + "/" + user, List.of());
        }

        @Override
        public void keep(String jurisdiction, String user, List<Saved> some) {
            all.put(jurisdiction + "/" + user, some);
        }
    };
    final Register register = new Register();
    final KeptTemplates templates = new KeptTemplates();
    final FakeIdentity identity = new FakeIdentity(TUE_2025_09_30_10H);
    final List<Health> health = new ArrayList<>();
    final PlainSheets sheets = new PlainSheets();
    Instant now = TUE_2025_09_30_10H;
    final TimedRules rules = new TimedRules(archive, this::now);
    /** Where requests come from. */
    String address = "10.0.0.1";
    List<String> forwardedFor = List.of();
    boolean trustForwardedFor;
    int complaintsPerHour = 200;
    final Services services;
    private final ApplicationHandler handler;

    record Answer(int status, Map<String, String> headers, byte[] bytes) {
        JsonNode json() {
            try {
                return JsonProvider.MAPPER.readTree(bytes);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }

        String code() {
            return json().path("code").asText();
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The API while nothing else has started. */
    static Api without() {
        return new Api(new Services());
    }

    private Api(Services nothing) {
        services = nothing;
        handler = handler();
    }

    Api() {
        for (String jurisdiction : List.of("a", "b")) {
            archive.with(jurisdiction, jurisdiction + "-1", Instant.parse("2025-01-01T00:00:00Z"), jurisdiction + "-1");
            people(jurisdiction);
        }
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                now = now.plusMillis(1);
                return now;
            }
        };
        Desk desk = new Desk(store, archive, rules, PlainRules::read, register, register.people, register.items, clock);
        services = new Services(desk, new Reading(store, archive, rules, PlainRules::read, register.people, clock), identity, rules, health)
                .with(new Assessments(store, store, rules, clock), sheets);
        services.registers = new Registers(desk, register.people, register.items, register.liaisons, j -> j.equals("a") ? List.of(CLASS) : List.of());
        services.bulletins = new Bulletins(store, rules, desk);
        services.agenda = new Agenda(store, store, rules, desk);
        services.subscriptions = new Subscriptions(register.feeds, register.people, register, desk);
        services.complaints = new Complaints(desk, store);
        services.accountRecords = new AccountRecords(desk);
        services.templates = new Templates(desk, templates, archive, rules, new PlainPages());
        services.documents = new Documents(desk, store, store, services.templates, new PlainPages());
        services.dossiers = new Dossiers(desk, services.reading(), store, store, archive);
        services.formDrafts = new FormDrafts(desk, drafts);
        services.handovers = new Handovers(desk, store, register.people);
        services.ruleFiles = new PlainRules();
        services.revisions = new Revisions(services.ruleFiles, archive, rules, PlainRules::read, register, register.people, clock, Procedures::own);
        services.previews = new Previews(services.ruleFiles, archive, rules, PlainRules::read, store, register, store, clock, Procedures::own);
        services.recomputation = new Recomputation(store, register, rules, archive, PlainRules::read, store, clock, Procedures::own);
        services.auditing = new Auditing(audit, register.people, clock);
        services.auditStore = audit;
        services.verification = new Verification(audit, store, services.auditing, clock);
        services.savedFilters = filters;
        services.jobs = new Jobs(store, clock);
        services.overviews = new Overviews(services.assessments(), store, store, store, rules, clock);
        services.listings = new Listings(services.overviews, store, store, store, clock, Procedures::own);
        services.oversights = new Oversights(store, store, store, services.overviews, clock);
        handler = handler();
    }

    /** With what a servlet container gives: where the request comes from. */
    private ApplicationHandler handler() {
        return new ApplicationHandler(new XiezhiApplication(services, new RestSettings(keys())), new AbstractBinder() {
            @Override
            protected void configure() {
                bind(Proxy.newProxyInstance(Api.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (p, method, args) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeaders" -> Collections.enumeration(forwardedFor);
                    case "hashCode" -> System.identityHashCode(p);
                    case "equals" -> p == args[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                })).to(HttpServletRequest.class);
            }
        });
    }

    private void people(String j) {
        Organ town = organ(j, j + "-town", "城关镇", Kind.TOWNSHIP);
        Organ water = organ(j, j + "-water", "水利局", Kind.DEPARTMENT);
        Organ roads = organ(j, j + "-roads", "交通局", Kind.DEPARTMENT);
        Organ justice = organ(j, j + "-justice", "司法局", Kind.JUSTICE_BUREAU);
        organ(j, j + "-gov", "县政府", Kind.GOVERNMENT);
        person(j + "-zhang", "张三", town, Role.OFFICER);
        person(j + "-head", "王五", town, Role.LEADER);
        person(j + "-li", "李四", water, Role.OFFICER);
        person(j + "-other", "赵六", roads, Role.OFFICER);
        person(j + "-super", "孙七", justice, Role.JUSTICE_BUREAU);
        person(j + "-admin", "周八", town, Role.ADMINISTRATOR);
        person(j + "-audit", "吴九", town, Role.AUDITOR);
    }

    private Organ organ(String jurisdiction, String id, String name, Kind kind) {
        Organ organ = new Organ(id, jurisdiction, name, kind, Optional.empty(), Optional.empty());
        register.add(organ);
        return organ;
    }

    private void person(String user, String name, Organ organ, Role role) {
        identity.officers.put(user, new Officer(user, name, organ, Set.of(role)));
        register.people.add(new Account(user, organ.jurisdiction(), organ.id(), name, Set.of(role), List.of(), "hash", false, true, 0, Optional.empty()));
    }

    private RestSettings.Keys keys() {
        return new RestSettings.Keys() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return RestSettings.Keys.class;
            }

            @Override
            public long maxUploadBytes() {
                return MAX_UPLOAD;
            }

            @Override
            public boolean trustForwardedProto() {
                return true;
            }

            @Override
            public boolean trustForwardedFor() {
                return trustForwardedFor;
            }

            @Override
            public int complaintsPerHour() {
                return complaintsPerHour;
            }

            @Override
            public int complaintsPerClientPerHour() {
                return 3;
            }
        };
    }

    Answer get(String user, String path) {
        return send("GET", path, user, Map.of(), new byte[0]);
    }

    Answer post(String user, String path, String json) {
        return send("POST", path, user, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    /** As a person with a bearer token; nobody for an empty name. */
    Answer send(String method, String path, String user, Map<String, String> headers, byte[] body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (!user.isEmpty()) {
            all.put("Authorization", "Bearer t-" + user);
        }
        return raw(method, path, all, body);
    }

    Answer raw(String method, String path, Map<String, String> headers, byte[] body) {
        ContainerRequest request = new ContainerRequest(URI.create("http://county.test/api/"), URI.create("http://county.test/api/v1" + path), method, null,
                new MapPropertiesDelegate(), handler.getConfiguration());
        request.header("Host", "county.test");
        headers.forEach(request::header);
        request.setEntityStream(new ByteArrayInputStream(body));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContainerResponse response = handler.apply(request, out).get();
            Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.getHeaders().forEach((name, values) -> answered.put(name, String.valueOf(values.get(0))));
            return new Answer(response.getStatus(), answered, out.toByteArray());
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** A transfer from the township to the water department, as it stands after opening. */
    JsonNode opened(String jurisdiction) {
        Answer answer = post(jurisdiction + "-zhang", "/matters", opening(jurisdiction, "非法取水"));
        if (answer.status() != 201) {
            throw new AssertionError(answer);
        }
        return answer.json();
    }

    static String opening(String jurisdiction, String what) {
        return """
                {"procedure":"transfer","fields":{"receiver":"%s-water","cases":["%s"],"facts":"河边架泵","discoveredAt":"2025-09-30T10:00:00+08:00",
                 "urgency":"normal","ongoing":false,"inNameOf":"organ","goods":false}}""".formatted(jurisdiction, what);
    }

    private Instant now() {
        return now;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }
}
