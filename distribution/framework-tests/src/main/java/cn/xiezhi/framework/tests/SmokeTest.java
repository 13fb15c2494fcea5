package cn.xiezhi.framework.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** The bundles of the product run together, and the data stack works from inside a bundle. */
class SmokeTest {
    private final BundleContext context = FrameworkUtil.getBundle(SmokeTest.class).getBundleContext();

    @Test
    void everyBundleIsActive() {
        String others = Arrays.stream(context.getBundles())
                .filter(b -> b.getHeaders("").get(Constants.FRAGMENT_HOST) == null && b.getState() != Bundle.ACTIVE)
                .map(Bundle::toString).collect(Collectors.joining(", "));
        assertEquals("", others);
    }

    @Test
    void noComponentOfOursWaitsForAServiceOrItsSettings() throws Exception {
        Configured.product();
        ServiceComponentRuntime runtime = context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        assertEquals(List.of(), Eventually.see(context, () -> waiting(runtime), List::isEmpty));
    }

    @Test
    void flywayMigratesADerbyDatabaseFromThisBundle() throws Exception {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:smoke");
        derby.setCreateDatabase("create");
        DataSource source = derby;
        Flyway.configure(SmokeTest.class.getClassLoader()).dataSource(source).locations("classpath:db/smoke").load().migrate();
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select name from beast")) {
            assertEquals(true, rows.next());
            assertEquals("獬豸", rows.getString(1));
        }
    }

    @Test
    void eclipseLinkAndPostgresqlAreOnTheClassPathOfABundleThatImportsThem() throws Exception {
        assertNotNull(new org.eclipse.persistence.jpa.PersistenceProvider());
        assertFalse(new org.postgresql.Driver().jdbcCompliant());
    }

    private static List<String> waiting(ServiceComponentRuntime runtime) {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(d -> d.bundle.symbolicName.startsWith("xiezhi.") && !d.bundle.symbolicName.equals("xiezhi.sample"))
                .flatMap(d -> runtime.getComponentConfigurationDTOs(d).stream())
                .filter(c -> c.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE || c.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
                        || c.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(c -> c.description.name + " waits for " + Arrays.stream(c.unsatisfiedReferences).map(r -> r.name).toList() + ", failure " + c.failure)
                .toList();
    }
}
