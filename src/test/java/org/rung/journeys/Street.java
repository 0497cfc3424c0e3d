package org.rung.journeys;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.rung.common.Id;
import org.testcontainers.mysql.MySQLContainer;

/** Opens the demo once a run and lends it to journeys; when one fails, says what the house said last. */
final class Street implements ParameterResolver, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Street.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        House house = context.getRoot().getStore(HERE).computeIfAbsent("house", first -> openDemo(), House.class);
        return context.getStore(HERE).computeIfAbsent("visitors", each -> new Visitors(house), Visitors.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) return;
        House house = context.getRoot().getStore(HERE).get("house", House.class);
        if (house != null) System.out.println("What Rung said last:\n" + house.tail());
        Visitors visitors = context.getStore(HERE).get("visitors", Visitors.class);
        if (visitors != null) visitors.showTheirScreens();
    }

    private static House openDemo() {
        Path home = Path.of(
                        System.getProperty("rung.target", "target"),
                        "journeys",
                        Long.toString(ProcessHandle.current().pid()))
                .toAbsolutePath();
        Map<String, String> settings = new HashMap<>(database());
        settings.put("RUNG_DEMO", "true");
        settings.put("RUNG_SIMULATOR_SPEED", "6");
        return House.start(home, settings, "--rung.languages.leftwards=true");
    }

    /** A schema of its own on the server that was given; nothing where the house brings its own server. */
    static Map<String, String> database() {
        String given = System.getenv("RUNG_TEST_DATABASE_URL");
        if (given == null || given.isBlank()) {
            return "container".equals(System.getProperty("rung.test.database")) ? container() : Map.of();
        }
        String user = System.getenv().getOrDefault("RUNG_TEST_DATABASE_USER", "rung");
        String password = System.getenv().getOrDefault("RUNG_TEST_DATABASE_PASSWORD", "");
        String schema = "rung_journey_" + Id.next();
        try (var connection = DriverManager.getConnection(given, user, password);
                var statement = connection.createStatement()) {
            statement.execute("create database " + schema + " character set utf8mb4 collate utf8mb4_unicode_ci");
        } catch (SQLException problem) {
            throw new IllegalStateException("The journeys need a database of their own", problem);
        }
        return Map.of(
                "RUNG_DATABASE_URL", given.replaceFirst("(jdbc:mysql://[^/]+/)[^?]*", "$1" + schema),
                "RUNG_DATABASE_USER", user,
                "RUNG_DATABASE_PASSWORD", password);
    }

    /** Stopped by Testcontainers itself when the process ends. */
    @SuppressWarnings("resource")
    private static Map<String, String> container() {
        var mysql = new MySQLContainer("mysql:8.4")
                .withDatabaseName("rung")
                .withUsername("rung")
                .withPassword("rung");
        mysql.start();
        return Map.of(
                "RUNG_DATABASE_URL", mysql.getJdbcUrl(),
                "RUNG_DATABASE_USER", mysql.getUsername(),
                "RUNG_DATABASE_PASSWORD", mysql.getPassword());
    }
}
