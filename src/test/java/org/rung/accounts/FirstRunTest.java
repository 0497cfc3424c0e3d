package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RungTest
class FirstRunTest {
    @Autowired
    org.jooq.DSLContext db;

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transaction;

    @Autowired
    SignIns signIns;

    @Autowired
    FirstRun firstRun;

    @Autowired
    Organizations organizations;

    @Autowired
    ApplicationContext house;

    @Autowired
    TestClock clock;

    @Test
    void the_link_makes_an_organization_once_and_never_beside_another_one() {
        var link = firstRun.link(false);
        var word = link.substring(link.lastIndexOf('/') + 1);

        // Other tests of this run may have founded theirs before: then not even the first use is taken.
        if (organizations.none()) {
            assertThat(found(word).email()).endsWith("@example.org");
        } else {
            assertThatThrownBy(() -> found(word)).isInstanceOf(Problem.Missing.class);
        }

        assertThat(firstRun.open(word)).isFalse();
        assertThatThrownBy(() -> found(word)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void a_guessed_word_opens_nothing() {
        firstRun.link(false);
        for (var word : new String[] {"guessed", "", "😀", "x".repeat(10_000)}) {
            assertThat(firstRun.open(word)).isFalse();
            assertThatThrownBy(() -> found(word)).isInstanceOf(Problem.Missing.class);
        }
    }

    @Test
    void in_an_empty_house_the_link_makes_the_first_organization_and_its_admin_and_dies() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            db.execute("set foreign_key_checks = 0");
            try {
                db.execute("delete from organizations");
                var link = firstRun.link(false);
                var word = link.substring(link.lastIndexOf('/') + 1);
                assertThat(firstRun.open(word)).isTrue();
                assertThatThrownBy(() -> firstRun.found(
                                word,
                                "First",
                                "US",
                                ZoneId.of("America/New_York"),
                                Locale.ENGLISH,
                                "Ada",
                                "ada@example.org",
                                "short"))
                        .isInstanceOf(Problem.Invalid.class);

                var ada = found(word);

                assertThat(ada.roles().may(Permission.ADMINISTER)).isTrue();
                var seat = signIns.seat(ada.accountId());
                assertThat(organizations.get(seat.actor().organization()).language())
                        .isEqualTo("es");
                assertThat(organizations.none()).isFalse();
                assertThat(seat.actor().memberId()).isEqualTo(ada.memberId());
                assertThat(firstRun.open(word)).isFalse();
                assertThatThrownBy(() -> found(word)).isInstanceOf(Problem.Missing.class);
                var later = firstRun.link(false);
                assertThatThrownBy(() -> found(later.substring(later.lastIndexOf('/') + 1)))
                        .isInstanceOf(Problem.Missing.class);
            } finally {
                db.execute("set foreign_key_checks = 1");
            }
        });
    }

    private Member found(String word) {
        return firstRun.found(
                word,
                "First",
                "US",
                ZoneId.of("America/New_York"),
                Locale.of("es", "US"),
                "Ada",
                "a" + Id.next() + "@example.org",
                Founding.PASSWORD);
    }

    @Test
    void the_console_says_the_link_only_while_there_is_no_organization_and_any_node_takes_it_for_a_day() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            db.execute("set foreign_key_checks = 0");
            try {
                db.execute("delete from organizations");
                var said = firstRun.announcement().orElseThrow();
                assertThat(said).contains("works once, within a day").contains("/first-run/");
                var word = said.strip().substring(said.strip().lastIndexOf('/') + 1);
                // A second node knows only what is in the database.
                var elsewhere = new FirstRun(
                        house.getBean(FoundingLinkStore.class),
                        organizations,
                        house.getBean(Members.class),
                        house.getBean(RungSettings.class),
                        clock);
                assertThat(elsewhere.open(word)).isTrue();

                clock.tick(FirstRun.VALID);
                assertThat(firstRun.open(word)).isFalse();
                assertThatThrownBy(() -> found(word)).isInstanceOf(Problem.Missing.class);

                var mine = firstRun.link(false);
                var theirs = elsewhere.link(false);
                elsewhere.found(
                        theirs.substring(theirs.lastIndexOf('/') + 1),
                        "First",
                        "US",
                        ZoneId.of("America/New_York"),
                        Locale.ENGLISH,
                        "Ada",
                        "a" + Id.next() + "@example.org",
                        Founding.PASSWORD);
                assertThat(firstRun.open(mine.substring(mine.lastIndexOf('/') + 1)))
                        .isFalse();
                assertThat(firstRun.announcement()).isEmpty();
            } finally {
                db.execute("set foreign_key_checks = 1");
            }
        });
    }

    @Test
    void who_runs_rung_may_ask_for_one_more_organization_and_its_link_works_once() {
        organizations.found("There", "US", ZoneId.of("America/New_York"), false);
        var settings = house.getBean(RungSettings.class);
        var asked = new FirstRun(
                house.getBean(FoundingLinkStore.class),
                organizations,
                house.getBean(Members.class),
                new RungSettings(
                        settings.home(), settings.port(), settings.publicUrl(), false, true, settings.secretKeys()),
                clock);
        var said = asked.announcement().orElseThrow();
        assertThat(said).contains("RUNG_NEW_ORGANIZATION is set");
        var word = said.strip().substring(said.strip().lastIndexOf('/') + 1);

        assertThat(firstRun.open(word)).isTrue();
        assertThat(found(word).roles().may(Permission.ADMINISTER)).isTrue();
        assertThat(firstRun.open(word)).isFalse();
        assertThatThrownBy(() -> found(word)).isInstanceOf(Problem.Missing.class);
    }
}
