package org.rung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class StuckImportTest {
    @Autowired
    Imports imports;

    @Autowired
    ImportRun run;

    @Autowired
    ImportFaults faults;

    @Autowired
    Rejects rejects;

    @Autowired
    DSLContext database;

    @Test
    void after_five_faults_in_a_row_it_has_failed_and_says_how_far_it_got() {
        var ora = NewOrganization.with(database).member(Role.ORGANIZER);
        var csv = new StringBuilder("phone,name\n");
        for (int i = 0; i < 5_000; i++) csv.append("510555%04d,Name%d\n".formatted(i, i));
        var id = imports.importAll(
                ora,
                "list.csv",
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                "Fair",
                "Signed");
        var batches = new int[1];
        assertThat(run.run(id, () -> batches[0]++ > 0))
                .as("stopped after a batch")
                .isFalse();
        var file = imports.get(ora, id).file();

        var waits = new ArrayList<Duration>();
        for (int before = 0; before < 4; before++) faults.next(id, before).ifPresent(waits::add);
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(imports.get(ora, id).state()).isEqualTo(ImportState.RUNNING);
        assertThat(faults.next(id, 4)).isEmpty();

        var failed = imports.get(ora, id);
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.counts()).isEqualTo(new ImportCounts(4_000, 0, 0, 0));
        assertThat(failed.problem().orElseThrow().in(Locale.ENGLISH))
                .contains("4,000 rows")
                .contains("import the same file again");
        assertThat(failed.problem().orElseThrow().in(Locale.of("es"))).contains("importa el mismo archivo otra vez");
        assertThat(Files.exists(file)).isFalse();
        assertThat(run.run(id, () -> false)).as("nothing to do any more").isTrue();
    }

    @Test
    void rows_that_are_all_one_person_stop_at_a_hundred_numbers_and_stop_nothing_else() {
        var ora = NewOrganization.with(database).member(Role.ORGANIZER);
        // Nameless rows that share their first number; the dry run says the same before.
        var csv = new StringBuilder("phone,phone 2,first name\n");
        for (int i = 0; i < 150; i++) csv.append("5105550132,510556%04d,\n".formatted(i));
        csv.append("5105550133,,Bo\n");
        var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        var waiting = imports.upload(ora, "list.csv", new ByteArrayInputStream(bytes));
        var columns = waiting.settings().columns().stream()
                .map(column -> column.label().startsWith("phone")
                        ? new ImportColumn(column.label(), ImportTarget.PHONE)
                        : column)
                .toList();
        imports.configure(ora, waiting.importId(), new ImportSettings(columns, "US", "Fair", "Signed"));
        imports.check(ora, waiting.importId());
        run.run(waiting.importId(), () -> false);
        var expected = new ImportCounts(2, 98, 0, 51);
        assertThat(imports.get(ora, waiting.importId()).counts()).isEqualTo(expected);
        imports.run(ora, waiting.importId());
        run.run(waiting.importId(), () -> false);

        var done = imports.get(ora, waiting.importId());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.counts()).isEqualTo(expected);
        assertThat(rejects.reasons(ora, waiting.importId()))
                .singleElement()
                .satisfies(why -> assertThat(why.reason().in(Locale.ENGLISH)).contains("more than 100"));
        assertThat(database.fetchSingle(
                                "select max(n) from (select count(*) n from supporter_phones where organization_id = ?"
                                        + " group by supporter_id) each_one",
                                ora.organization().value())
                        .get(0, int.class))
                .isEqualTo(100);

        // The stored hundred count in another list, too.
        var again = imports.importAll(
                ora,
                "more.csv",
                new ByteArrayInputStream("phone,first name\n5105550132;5105570001,\n".getBytes(StandardCharsets.UTF_8)),
                "Fair",
                "Signed");
        run.run(again, () -> false);
        assertThat(imports.get(ora, again).counts()).isEqualTo(new ImportCounts(0, 0, 0, 1));
    }
}
