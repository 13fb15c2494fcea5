package cn.xiezhi.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the product with sample data that all classes share, for tests that neither stop it nor change its rules, and browsers
 * that show its console: as many as it names, its own, closed when it ends. What they showed when a test failed is kept as a picture.
 */
final class SharedProduct implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace BROWSERS = Namespace.create(Console.class);

    /** A constructor's browser is its test's, not its class's. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Product.class, Console.class).contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Product product = context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(SharedProduct.class, k -> started(), Product.class);
        return parameter.getParameter().getType() == Product.class ? product : browsers(context).opened(product);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().ifPresent(e -> browsers(context).pictures("failed-" + context.getRequiredTestMethod().getName()));
    }

    private static Browsers browsers(ExtensionContext context) {
        return context.getStore(BROWSERS).getOrComputeIfAbsent(Browsers.class);
    }

    /** Of one test. */
    private static final class Browsers implements AutoCloseable {
        private final List<Console> consoles = new ArrayList<>();

        Console opened(Product product) {
            try {
                Console console = new Console(product);
                consoles.add(console);
                return console;
            } catch (Exception e) {
                throw new IllegalStateException("no browser", e);
            }
        }

        void pictures(String name) {
            consoles.forEach(c -> c.screenshot(name + (c == consoles.get(0) ? "" : "-" + consoles.indexOf(c))));
        }

        @Override
        public void close() {
            consoles.forEach(Console::close);
        }
    }

    private static Product started() {
        try {
            return Product.unpack(emptied(Path.of("target/shared").toAbsolutePath())).env("XIEZHI_SAMPLE", "true").start();
        } catch (Exception e) {
            throw new IllegalStateException("the shared product does not start", e);
        }
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
