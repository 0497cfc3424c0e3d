package org.rung.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Id;
import org.rung.common.Unsaid;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DuplicateKeyException;

@RungTest
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest {
    private static final String PHONE = "+15105550187";
    private static final String INSERT =
            "insert into threads (thread_id, organization_id, phone, created_at) values (?, ?, ?, '2026-01-01 00:00:00')";

    @Autowired
    DSLContext db;

    @Autowired
    DataSource server;

    @Test
    void what_the_database_quotes_is_in_no_exception_of_ours() {
        long here = NewOrganization.with(db).organizationId().value();
        db.execute(INSERT, Id.next(), here, PHONE);

        assertThatThrownBy(() -> db.execute(INSERT, Id.next(), here, PHONE))
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(thrown -> assertThat(everything(thrown))
                        .doesNotContain("5105550187")
                        .contains("threads_phone"));
        assertThatThrownBy(() -> db.execute("update threads set created_at = ? where organization_id = ?", PHONE, here))
                .satisfies(thrown -> assertThat(everything(thrown)).doesNotContain("5105550187"));
        assertThatThrownBy(() -> db.connection(connection -> BulkInsert.send(
                        connection,
                        "insert into threads (thread_id, organization_id, phone, created_at) values ",
                        List.of(PHONE),
                        (row, phone) ->
                                row.number(Id.next()).number(here).words(phone).words("2026-01-01 00:00:00"),
                        "")))
                .satisfies(thrown -> assertThat(everything(thrown)).doesNotContain("5105550187"));
    }

    @Test
    void no_line_of_the_log_carries_a_number_whoever_wrote_it(CapturedOutput output) throws SQLException {
        long here = NewOrganization.with(db).organizationId().value();
        db.execute(INSERT, Id.next(), here, PHONE);
        var log = LoggerFactory.getLogger("org.rung.test");
        try (Connection bare = server.getConnection();
                var statement = bare.createStatement()) {
            statement.execute("insert into threads (thread_id, organization_id, phone, created_at) values (" + Id.next()
                    + ", " + here + ", '" + PHONE + "', '2026-01-01 00:00:00')");
        } catch (SQLException driversOwn) {
            log.error("A library logs what the driver threw: {}", driversOwn.getMessage(), driversOwn);
            log.error("And wrapped", new IllegalStateException("Because of nia@example.org", driversOwn));
        }

        assertThat(output.getAll())
                .contains("A library logs", "And wrapped", "Duplicate entry '…' for key", "IllegalStateException")
                .doesNotContain("5105550187")
                .doesNotContain("nia@example");
        assertThat(output.getAll().split("Because of …@…", -1)).hasSize(2);
    }

    @Test
    void what_is_no_person_stays_readable() {
        for (String line : new String[] {
            "2026-11-23T23:00:00.123Z WARN  o.r.m.Outbox 12 outcomes could not be stored, trial 2",
            "Text 0QKDP6Y8R9T3V is with the provider: 20429",
            "Data truncation: Data too long for column 'label' at row 1",
            "Cannot add a foreign key constraint `threads_sender_fk`",
            "1+1 is 2, +5 more"
        }) {
            assertThat(Unsaid.of(line)).isEqualTo(line);
        }
        assertThat(Unsaid.of("Duplicate entry '12-O'Brien-+15105550187' for key 'x'"))
                .isEqualTo("Duplicate entry '…' for key 'x'");
        assertThat(Unsaid.of("Incorrect date value: '+1 (510) 555-0187' for column 'a' at row 1"))
                .isEqualTo("Incorrect date value: '…' for column 'a' at row 1");
        assertThat(Unsaid.of("jOOQ; SQL [insert into t values ('Nia')]; broken"))
                .isEqualTo("jOOQ; SQL […]; broken");
    }

    private static String everything(Throwable thrown) {
        var words = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause())
            words.append(each).append('\n');
        return words.toString();
    }
}
