package cn.xiezhi.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections straight from a driver, without {@link java.sql.DriverManager}, which doesn't see drivers of other bundles. */
record DriverSource(Driver driver, Settings settings) implements DataSource {
    private static final int LOGIN_SECONDS = 5;

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(settings.url(), settings.properties());
        if (connection == null) {
            throw new SQLException("the driver does not know this address", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // drivers log by themselves
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the drivers are told once and for all
    }

    @Override
    public int getLoginTimeout() {
        return LOGIN_SECONDS;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "connections to " + settings.shownUrl();
    }
}
