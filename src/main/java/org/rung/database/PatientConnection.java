package org.rung.database;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection that tells the server about auto-commit only when the next statement needs it. A transaction through a
 * pool says off, commit, on: three trips to the server. Here the next transaction finds it off already and costs its
 * commit, and one without a statement costs nothing. A statement made while auto-commit is on still runs with it on.
 * Made, that is: nobody here keeps a statement across the switch.
 */
final class PatientConnection implements InvocationHandler {
    private static final Object[] NONE = {};

    private final Connection server;
    private final RuntimeProperty<Boolean> onServer;
    private boolean wanted = true;
    private boolean told = true;
    private boolean begun;

    private PatientConnection(Connection server) throws SQLException {
        this.server = server;
        this.onServer =
                server.unwrap(JdbcConnection.class).getPropertySet().getBooleanProperty(PropertyKey.useServerPrepStmts);
        onServer.setValue(false);
    }

    static Connection around(Connection server) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                PatientConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new PatientConnection(server));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? NONE : given;
        switch (method.getName()) {
            case "getAutoCommit":
                return wanted;
            case "setAutoCommit":
                want((Boolean) arguments[0]);
                return null;
            case "commit":
                if (begun || wanted) {
                    server.commit();
                    begun = false;
                }
                return null;
            case "rollback":
                if (arguments.length > 0) {
                    break;
                }
                if (begun || wanted) {
                    server.rollback();
                    begun = false;
                }
                return null;
            case "prepareStatement":
                tell();
                if (arguments[0].toString().startsWith(KeptStatement.MARK)) {
                    return kept(method, arguments);
                }
                break;
            case "createStatement", "prepareCall", "getMetaData", "setSavepoint":
                tell();
                break;
            case "equals":
                return arguments[0] instanceof Connection other
                        && Proxy.isProxyClass(other.getClass())
                        && Proxy.getInvocationHandler(other).equals(this);
            default:
        }
        return call(method, arguments);
    }

    private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }

    private @Nullable Object kept(Method method, Object[] arguments) throws Throwable {
        onServer.setValue(true);
        try {
            return call(method, arguments);
        } finally {
            onServer.setValue(false);
        }
    }

    /** Turning it on commits what was begun, as JDBC says. */
    private void want(boolean autoCommit) throws SQLException {
        if (autoCommit && begun) {
            server.commit();
            begun = false;
        }
        wanted = autoCommit;
    }

    private void tell() throws SQLException {
        if (told != wanted) {
            server.setAutoCommit(wanted);
            told = wanted;
        }
        begun = !wanted;
    }
}
