package cn.xiezhi.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * The persistence unit, without a persistence.xml: the provider works with this bundle's class loader and nothing is woven.
 * No cache is shared, so that several nodes can work on one database.
 */
record Unit(DataSource source) implements PersistenceUnitInfo {
    static EntityManagerFactory open(DataSource source, boolean derby) {
        return new PersistenceProvider().createContainerEntityManagerFactory(new Unit(source), Map.of(
                "eclipselink.session-name", "xiezhi-" + UUID.randomUUID(),
                "eclipselink.target-database", derby ? "Derby" : "PostgreSQL",
                "eclipselink.target-server", "None",
                "eclipselink.weaving", "false",
                "eclipselink.cache.shared.default", "false",
                "eclipselink.jdbc.batch-writing", "JDBC",
                "eclipselink.exclude-eclipselink-orm", "true",
                "eclipselink.logging.logger", "JavaLogger",
                "eclipselink.logging.level", "SEVERE",
                "eclipselink.deploy-on-startup", "true"));
    }

    @Override
    public String getPersistenceUnitName() {
        return "xiezhi";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    /** A place with nothing in it: the provider insists on one and looks there for mapping files. */
    @Override
    public URL getPersistenceUnitRootUrl() {
        try {
            return new URL("xiezhi", "", -1, "/", new Nowhere());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Nowhere extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    // there is nothing to connect to
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    if (getURL().getPath().equals("/")) {
                        return InputStream.nullInputStream();
                    }
                    throw new FileNotFoundException(getURL().getPath());
                }
            };
        }
    }

    @Override
    public List<String> getManagedClassNames() {
        return Stream.of(OrganRow.class, AccountRow.class, SessionRow.class, MatterRow.class, MatterOrganRow.class, ObligationRow.class, LedgerRow.class,
                AttachmentRow.class, ContentRow.class, IdempotencyRow.class,
                NoticeRow.class, ReadRow.class,
                FeedRow.class,
                LiaisonRow.class, ItemRow.class, HoldingRow.class).map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return Unit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // nothing is woven
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return getClassLoader();
    }
}
