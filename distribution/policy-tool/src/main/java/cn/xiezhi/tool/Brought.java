package cn.xiezhi.tool;

import cn.xiezhi.procedure.Procedure;
import cn.xiezhi.procedure.ProcedureService;
import cn.xiezhi.procedure.Procedures;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The procedures of bundles that somebody names: their components are found as the product would find them, and run here. */
final class Brought {
    private static final String PROVIDES = "<provide interface=\"" + ProcedureService.class.getName() + "\"";
    private static final Pattern IMPLEMENTATION = Pattern.compile("<implementation class=\"([^\"]+)\"");
    private static final int MOST_BYTES = 100_000;

    private Brought() {}

    /**
     * The platform's own and those of the jars.
     *
     * @throws Refusal if a jar brings none, or one that the product would not take
     */
    static Procedures with(List<Path> jars) {
        Procedures known = Procedures.own();
        for (Path jar : jars) {
            List<Procedure> brought = of(jar);
            if (brought.isEmpty()) {
                throw new Refusal(jar + "：没有带来规程（ProcedureService）");
            }
            for (Procedure p : brought) {
                known.against(p).ifPresent(why -> {
                    throw new Refusal(jar + "：产品不会采用其中的规程：" + why);
                });
                known = known.with(p);
            }
        }
        return known;
    }

    private static List<Procedure> of(Path jar) {
        List<Procedure> procedures = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            // Not closed: what the procedures are made of is needed until the command ends.
            ClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, Brought.class.getClassLoader());
            for (JarEntry entry : Collections.list(file.entries())) {
                String component = entry.getName().matches("OSGI-INF/[^/]+\\.xml") ? text(file, entry) : "";
                Matcher implementation = IMPLEMENTATION.matcher(component);
                if (component.contains(PROVIDES) && implementation.find()) {
                    procedures.add(((ProcedureService) classes.loadClass(implementation.group(1)).getDeclaredConstructor().newInstance()).procedure());
                }
            }
            return procedures;
        } catch (IOException e) {
            throw new Refusal(jar + "：没有这个文件，或不是完整的 jar");
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            throw new Refusal(jar + "：其中的规程无法读出：" + e);
        }
    }

    private static String text(JarFile file, JarEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }
}
