package org.rung;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.mysql.MySQLContainer;

/**
 * Where this run's tables live. The embedded server keeps them in target/, in a folder of this process, so that two
 * runs in one tree never meet; folders of processes that are gone are deleted by the next run.
 */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = new TreeMap<String, Object>();
        properties.put("rung.home", ownHome().toString());
        properties.put("rung.database.keeps", System.getProperty("rung.test.keeps", "NOTHING"));
        properties.put("rung.database.url", "");
        var given = System.getenv("RUNG_TEST_DATABASE_URL");
        if (given != null && !given.isBlank()) {
            properties.put("rung.database.url", given);
            properties.put("rung.database.user", System.getenv().getOrDefault("RUNG_TEST_DATABASE_USER", "rung"));
            properties.put("rung.database.password", System.getenv().getOrDefault("RUNG_TEST_DATABASE_PASSWORD", ""));
        } else if ("container".equals(System.getProperty("rung.test.database"))) {
            properties.putAll(container());
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("the run's database", properties));
    }

    /** Stopped by Testcontainers itself when the process ends. */
    @SuppressWarnings("resource")
    private static Map<String, Object> container() {
        var mysql = new MySQLContainer("mysql:8.4")
                .withDatabaseName("rung")
                .withUsername("rung")
                .withPassword("rung");
        mysql.start();
        return Map.of(
                "rung.database.url", mysql.getJdbcUrl(),
                "rung.database.user", mysql.getUsername(),
                "rung.database.password", mysql.getPassword());
    }

    private static Path ownHome() {
        try {
            var homes = Path.of(System.getProperty("rung.target", "target"), "test-homes")
                    .toAbsolutePath();
            Files.createDirectories(homes);
            try (var found = Files.list(homes)) {
                for (var home : found.toList()) if (!isOfALivingProcess(home)) delete(home);
            }
            return Files.createDirectories(
                    homes.resolve(Long.toString(ProcessHandle.current().pid())));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean isOfALivingProcess(Path home) {
        var name = home.getFileName().toString();
        return name.matches("\\d+") && ProcessHandle.of(Long.parseLong(name)).isPresent();
    }

    private static void delete(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
