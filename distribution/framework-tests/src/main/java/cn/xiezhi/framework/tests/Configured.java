package cn.xiezhi.framework.tests;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;

/** The product's components with the settings that the launcher would give them, on a database in memory; and a client of its HTTP. */
final class Configured {
    private static final BundleContext CONTEXT = FrameworkUtil.getBundle(Configured.class).getBundleContext();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static boolean done;

    private Configured() {}

    static synchronized void product() throws Exception {
        if (done) {
            return;
        }
        ConfigurationAdmin admin = CONTEXT.getService(CONTEXT.getServiceReference(ConfigurationAdmin.class));
        set(admin, "xiezhi.store", Map.of("url", "jdbc:derby:memory:product;create=true", "user", "", "password", "", "poolSize", 5));
        set(admin, "xiezhi.identity", Map.of("firstAdministrator", false));
        set(admin, "xiezhi.rest", Map.of("maxUploadBytes", 1048576L));
        done = true;
    }

    private static void set(ConfigurationAdmin admin, String pid, Map<String, Object> values) throws Exception {
        Dictionary<String, Object> properties = new Hashtable<>(values);
        admin.getConfiguration(pid, "?").update(properties);
    }

    static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where the framework listens; the port is free when it starts. */
    private static String address() throws Exception {
        ServiceReference<?> http = Eventually.see(CONTEXT, () -> CONTEXT.getServiceReference("org.osgi.service.servlet.runtime.HttpServiceRuntime"), r -> r != null);
        Object endpoints = http.getProperty("osgi.http.endpoint");
        String first = endpoints instanceof String[] many ? many[0] : String.valueOf(endpoints instanceof java.util.Collection<?> c ? c.iterator().next() : endpoints);
        return first.endsWith("/") ? first.substring(0, first.length() - 1) : first;
    }
}
