package org.rung.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rung.database.EmbeddedServer.Keeps;

/** The server that comes with Rung. */
class EmbeddedServerTest {

    @Test
    void what_it_keeps_is_there_after_a_restart_in_a_temporary_folder_too(@TempDir Path home) throws SQLException {
        var first = EmbeddedServer.start(home.resolve("database"), Keeps.EVERYTHING);
        tell(first, "create table kept (words varchar(20))", "insert into kept values ('still here')");
        first.stop();

        var second = EmbeddedServer.start(home.resolve("database"), Keeps.EVERYTHING);
        try (var connection = DriverManager.getConnection(second.url(), second.user(), second.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select words from kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("still here");
        } finally {
            second.stop();
        }
    }

    private static void tell(EmbeddedServer server, String... words) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            for (String each : words) statement.execute(each);
        }
    }
}
