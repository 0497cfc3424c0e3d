package org.rung.database;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.NonRegisteringDriver;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** MySQL's driver, whose connections are {@link PatientConnection}s. The pool makes it by its name. */
public final class PatientDriver implements Driver {
    private final Driver mysql;

    public PatientDriver() throws SQLException {
        mysql = new NonRegisteringDriver();
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        var known = new Properties();
        known.putAll(info);
        // The driver makes room for such statements only if it may prepare all; see KeptStatement.
        known.setProperty(PropertyKey.useServerPrepStmts.getKeyName(), "true");
        Connection connection = mysql.connect(url, known);
        return connection == null ? null : PatientConnection.around(connection);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return mysql.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return mysql.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return mysql.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return mysql.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return mysql.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return mysql.getParentLogger();
    }
}
