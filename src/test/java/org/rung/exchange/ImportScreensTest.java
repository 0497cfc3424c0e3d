package org.rung.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.cast.AtScreen.on;

import com.vaadin.flow.component.html.Anchor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.AtScreen;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A list on its way in, at each of its steps. */
@RungTest
class ImportScreensTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    Imports imports;

    @Autowired
    ImportRun run;

    @Autowired
    ImportFaults faults;

    @Autowired
    DSLContext database;

    AtScreen at;
    Actor.Member ora;

    @BeforeEach
    void come() {
        at = new AtScreen(house);
        ora = NewOrganization.with(database).member(Role.ORGANIZER);
    }

    @Test
    void both_downloads_are_there_for_who_may_export() {
        at.as(ora, screen -> {
            assertThat(on(screen, ExchangePaths.IMPORTS))
                    .contains("Download everyone", "Download the do-not-text list");
            assertThat(screen.findInView(Anchor.class).all())
                    .extracting(Anchor::getHref)
                    .contains("/" + ExchangePaths.EXPORT, "/" + ExchangePaths.SUPPRESSED);
        });
    }

    @Test
    void while_it_runs_the_screen_says_how_far_it_is_and_afterwards_what_came_of_it() {
        var csv = new StringBuilder("phone,name\n");
        for (int i = 0; i < 5_000; i++) csv.append("510555%04d,Name%d\n".formatted(i, i));
        var id = imports.importAll(ora, "fair.csv", bytes(csv.toString()), "Fair", "Signed the form");
        at.as(
                ora,
                screen -> assertThat(on(screen, ExchangePaths.importing(id)))
                        .contains("Bringing people in", "Starting…"));
        var batches = new int[1];
        run.run(id, () -> batches[0]++ > 0);
        at.as(
                ora,
                screen -> assertThat(on(screen, ExchangePaths.importing(id)))
                        .contains("Bringing people in", "4,000 rows", "rows a second"));

        run.run(id, () -> false);
        at.as(
                ora,
                screen -> assertThat(on(screen, ExchangePaths.importing(id)))
                        .contains("5,000 rows came in", "Signed the form")
                        .doesNotContain("Bringing people in"));
    }

    @Test
    void one_that_got_stuck_does_not_look_as_if_it_ran() {
        var id = imports.importAll(ora, "fair.csv", bytes("phone\n5105550132\n"), "Fair", "Signed the form");
        faults.next(id, 4);

        at.as(
                ora,
                screen -> assertThat(on(screen, ExchangePaths.importing(id)))
                        .contains("could not be read to its end", "import the same file again")
                        .doesNotContain("Bringing people in"));
    }

    private static ByteArrayInputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
