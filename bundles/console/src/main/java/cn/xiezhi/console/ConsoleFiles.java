package cn.xiezhi.console;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which built file answers a path of the console; reads nothing outside the bundle's own {@code console} folder. */
final class ConsoleFiles {
    private static final Pattern ASSET = Pattern.compile("/assets/[A-Za-z0-9_-][A-Za-z0-9_.-]*");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final Function<String, URL> resource;

    ConsoleFiles(Function<String, URL> resource) {
        this.resource = resource;
    }

    /**
     * @param url what to send, packed or not
     * @param immutable its name carries the hash of its content, so that a browser may keep it
     */
    record Found(URL url, String type, boolean gzip, boolean immutable) {}

    /** Empty: nothing of the console is there, or the path belongs to the API. Any other path without a file is a page that the browser's router shows. */
    Optional<Found> find(String path, boolean acceptsGzip) {
        if (isUnder(path, "/api") || isUnder(path, "/health")) {
            return Optional.empty();
        }
        if (!isUnder(path, "/assets")) {
            return open("/index.html", "text/html; charset=utf-8", false, false);
        }
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !ASSET.matcher(path).matches()) {
            return Optional.empty();
        }
        Optional<Found> packed = acceptsGzip ? open(path + ".gz", type, true, true) : Optional.empty();
        return packed.isPresent() ? packed : open(path, type, false, true);
    }

    /** Whether the API answers this while it is there; before and after, it comes to the console. */
    static boolean isOfTheApi(String path) {
        return isUnder(path, "/api") || path.equals("/health/ready");
    }

    private static boolean isUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    private Optional<Found> open(String path, String type, boolean gzip, boolean immutable) {
        return Optional.ofNullable(resource.apply("/console" + path)).map(url -> new Found(url, type, gzip, immutable));
    }
}
