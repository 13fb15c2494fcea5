package cn.xiezhi.loader;

import cn.xiezhi.policy.RulesHere;
import cn.xiezhi.policy.RulesHere.Live;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in a JSON file how the rules stand on this node, for whoever has only a shell. Written when it has changed. */
final class StatusFile {
    private static final Logger LOG = LoggerFactory.getLogger(StatusFile.class);

    private final Optional<Path> file;
    private final Instant startedAt;
    private final String node;
    private String written = "";

    StatusFile(Optional<Path> file, Instant startedAt) {
        this.file = file;
        this.startedAt = startedAt;
        node = file.isPresent() ? host() : "";
    }

    void write(RulesHere here) {
        file.filter(f -> !json(here).equals(written)).ifPresent(f -> {
            String json = json(here);
            Path beside = f.resolveSibling(f.getFileName() + ".tmp");
            try {
                Files.createDirectories(f.toAbsolutePath().getParent());
                Files.writeString(beside, json);
                Files.move(beside, f, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                written = json;
            } catch (IOException e) {
                LOG.warn("无法写入 {}", f, e);
                written = json;
            }
        });
    }

    String json(RulesHere here) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("node", quoted(node));
        all.put("since", quoted(startedAt.toString()));
        all.put("signed", String.valueOf(here.signed()));
        all.put("live", array(here.live(), StatusFile::live));
        all.put("suspended", array(here.suspended(), s -> texts(Map.of("jurisdiction", s.jurisdiction()), s.since())));
        all.put("troubles", array(here.troubles(), t -> {
            Map<String, String> texts = new LinkedHashMap<>();
            t.jurisdiction().ifPresent(j -> texts.put("jurisdiction", j));
            texts.put("text", t.text());
            return texts(texts, t.since());
        }));
        return object(all) + "\n";
    }

    private static String live(Live live) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("jurisdiction", live.edition().jurisdiction());
        texts.put("subject", live.edition().subject().code());
        texts.put("version", live.edition().version());
        live.edition().sha256().ifPresent(s -> texts.put("sha256", s));
        live.edition().signer().ifPresent(s -> texts.put("signer", s));
        return texts(texts, live.since());
    }

    private static String texts(Map<String, String> texts, Instant since) {
        Map<String, String> all = new LinkedHashMap<>();
        texts.forEach((key, value) -> all.put(key, quoted(value)));
        all.put("since", quoted(since.toString()));
        return object(all);
    }

    private static <T> String array(List<T> items, Function<T, String> json) {
        return items.stream().map(json).collect(Collectors.joining(",\n  ", "[", "]"));
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream().map(m -> quoted(m.getKey()) + ":" + m.getValue()).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
