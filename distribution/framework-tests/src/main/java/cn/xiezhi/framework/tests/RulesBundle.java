package cn.xiezhi.framework.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle with rules, made in memory: a made-up county that follows Ningwu's documents. */
record RulesBundle(String symbolicName, String capability, String contract, Map<String, String> files) {

    static RulesBundle calendar() {
        return new RulesBundle("test.calendar", "xiezhi.calendar;xiezhi.calendar=cn", "1.0", Map.of("xiezhi/calendar.yaml", text("calendar/calendar.yaml")));
    }

    static RulesBundle county(String id, String version) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("xiezhi/policy.yaml", text("policy/policy.yaml").replace("id: ningwu, name: 宁武县, division: \"140925\"", "id: " + id + ", name: 试验县")
                .replace("version: \"1.0\"", "version: \"" + version + "\""));
        files.put("xiezhi/examples.yaml", text("policy/examples.yaml"));
        return new RulesBundle("test.policy." + id, "xiezhi.policy;xiezhi.policy=" + id, "1.0", files);
    }

    RulesBundle named(String name) {
        return new RulesBundle(name, capability, contract, files);
    }

    RulesBundle forContract(String version) {
        return new RulesBundle(symbolicName, capability, version, files);
    }

    RulesBundle with(String from, String to) {
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.computeIfPresent("xiezhi/policy.yaml", (name, text) -> text.replace(from, to));
        if (changed.equals(files)) {
            throw new IllegalArgumentException("nothing to change: " + from);
        }
        return new RulesBundle(symbolicName, capability, contract, changed);
    }

    InputStream jar() {
        int major = Integer.parseInt(contract.split("\\.")[0]);
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", symbolicName);
        main.putValue("Provide-Capability", capability + ";contract:Version=\"" + contract + "\"");
        main.putValue("Require-Capability", "osgi.extender;filter:=\"(&(osgi.extender=" + capability.split(";")[0] + ")(version>=" + major + ".0)(!(version>="
                + (major + 1) + ".0)))\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static String text(String file) {
        try (InputStream in = RulesBundle.class.getResourceAsStream("/rules/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
