package org.rung.texting.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.NewOrganization;
import org.rung.cast.Screens;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.practice.Practices;
import org.rung.texting.ConversationId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** From the card at home to being ready, on the real screens, and without a trace in any number. */
@RungTest
class PracticeScreensTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    Practices practices;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    NewOrganization here;
    Actor.Member tess;

    @BeforeEach
    void the_ground() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        // Nothing waits to be taken back here: answers come as soon as people have typed them.
        db.execute(
                "update organizations set undo_seconds = 0 where organization_id = ?",
                here.organizationId().value());
        tess = here.member(Role.TEXTER);
    }

    @Test
    void a_texter_practises_with_three_people_and_nothing_of_it_is_stored_or_counted() {
        Map<String, Long> rows = rows();
        Map<String, Double> counters = counters();
        screens().as(tess, window -> {
            assertThat(Screens.on(window, "practice")).contains("Practice", "no real texts");
            for (String id : new String[] {"1", "2", "3"}) {
                say(window, FirstTexts.class, "send", id(id), "Will you come? Reply STOP to end", id);
            }
            say(window, FirstTexts.class, "replies", "", "", "");

            waitFor(window, "Yes, count me in!");
            assertThat(Screens.words(window)).contains("Alma V.", "Alma says yes", "delivered");
            Screens.press(window, "Yes, coming");
            assertThat(Screens.words(window)).contains("Yes, coming");
            say(window, Composer.class, "send", "", "Wonderful! Could you bring one person along?", "r1");
            // However often it is pressed.
            say(window, Composer.class, "send", "", "Wonderful! Could you bring one person along?", "r1");
            waitFor(window, "Sure, gladly.");
            assertThat(Screens.words(window).split("Could you bring one person", -1))
                    .hasSize(2);
            say(window, Composer.class, "second", "", "", "");

            waitFor(window, "who is this?");
            assertThat(Screens.words(window)).contains("Noor wants to know more first");
            say(window, Composer.class, "send", "", "I am Tess, from next door.", "r2");
            waitFor(window, "Can I think about it?");
            Screens.press(window, "Not sure yet");
            say(window, Composer.class, "send", "", "Take your time.", "r3");
            waitFor(window, "Thanks for understanding");
            say(window, Composer.class, "second", "", "", "");

            waitFor(window, "You do not have to do anything");
            assertThat(Screens.words(window)).contains("Theo B.", "STOP", "unsubscribed");
            assertThat(practices.done(tess)).isFalse();
            Screens.press(window, "Go on");
            assertThat(Screens.words(window))
                    .contains("You are ready", "Home")
                    .doesNotContain("Start your first batch");
        });
        assertThat(practices.done(tess)).isTrue();
        assertThat(rows())
                .isEqualTo(rows)
                .containsKeys("messages", "conversations", "actions", "supporters", "threads");
        assertThat(counters()).isEqualTo(counters).containsKey("rung.texts.sent");
    }

    @Test
    void whoever_skips_everyone_is_not_ready_and_begins_again() {
        screens().as(tess, window -> {
            Screens.on(window, "practice");
            say(window, FirstTexts.class, "skip", id("1"), "", "");
            say(window, FirstTexts.class, "replies", "", "", "");
            assertThat(Screens.words(window)).contains("Nobody to answer").doesNotContain("You are ready");
            Screens.press(window, "Practice again");
            assertThat(window.find(FirstTexts.class).all()).hasSize(1);
        });
        assertThat(practices.done(tess)).isFalse();
    }

    @Test
    void home_offers_it_to_texters_until_they_practised_or_had_a_batch_and_so_does_how_this_works() {
        Actor.Member tom = here.member(Role.TEXTER);
        screens().as(tess, window -> {
            assertThat(Screens.on(window, "")).contains("Try it first, in two minutes");
            assertThat(Screens.on(window, "how-it-works")).contains("Practice first", "Three invented people");
        });
        practices.finished(tess);
        screens().as(tess, window -> {
            assertThat(Screens.on(window, "")).doesNotContain("Try it first");
            // Once more is always possible.
            assertThat(Screens.on(window, "how-it-works")).contains("Practice first");
            Screens.press(window, "Practice first");
            assertThat(Screens.words(window)).contains("no real texts");
        });
        had(tom);
        screens().as(tom, window -> assertThat(Screens.on(window, "")).doesNotContain("Try it first"));
        screens()
                .as(
                        here.member(Role.COORDINATOR),
                        window -> assertThat(Screens.on(window, "how-it-works")).doesNotContain("Practice first"));
    }

    @Test
    void what_would_happen_later_on_a_screen_goes_with_it() {
        try (var timer = new ScheduledThreadPoolExecutor(1)) {
            timer.setRemoveOnCancelPolicy(true);
            screens().as(tess, window -> {
                Div screen = new Div();
                Later later = new Later(screen, timer);
                later.after(Duration.ofDays(1), () -> {
                    throw new AssertionError("It is not on a screen yet");
                });
                assertThat(timer.getQueue()).isEmpty();
                window.getUI().add(screen);
                later.after(Duration.ofDays(1), () -> {
                    throw new AssertionError("The screen is gone");
                });
                assertThat(timer.getQueue()).hasSize(1);
                window.getUI().remove(screen);
                assertThat(timer.getQueue()).isEmpty();
                window.getUI().add(screen);
                later.after(Duration.ofDays(1), () -> {
                    throw new AssertionError("The window is gone");
                });
                assertThat(timer.getQueue()).hasSize(1);
            });
            assertThat(timer.getQueue()).isEmpty();
        }
    }

    private void had(Actor.Member texter) {
        long campaign = Id.next();
        db.execute(
                "insert into campaigns (campaign_id, organization_id, name, state, texting_from, texting_until, first_batch, reply_batch, created_at)"
                        + " values (?, ?, 'Turnout', 'ENDED', '09:00', '20:30', 50, 25, '2026-01-01 00:00:00')",
                campaign,
                here.organizationId().value());
        db.execute(
                "insert into assignments (assignment_id, organization_id, campaign_id, member_id, kind, asked, given, created_at)"
                        + " values (?, ?, ?, ?, 'FIRST', 5, 5, '2026-01-01 00:00:00')",
                campaign,
                here.organizationId().value(),
                campaign,
                texter.memberId().value());
    }

    private static String id(String number) {
        return new ConversationId(Long.parseLong(number)).text();
    }

    private static void waitFor(BrowserlessUIContext window, String words) {
        await(words).pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            catchUp(window);
            assertThat(Screens.words(window)).contains(words);
        });
    }

    /** With what other threads have left for it. */
    private static void catchUp(BrowserlessUIContext window) {
        var session = window.getUI().getSession();
        session.getService().runPendingAccessTasks(session);
        window.roundTrip();
    }

    /** As the browser tells it. */
    private static <E extends DeskElement> void say(
            BrowserlessUIContext window, Class<E> element, String what, String id, String body, String request) {
        E one = window.find(element).single();
        ComponentUtil.fireEvent(one, new DeskElement.Said(one, true, what, id, body, request, "", ""));
        window.roundTrip();
    }

    /** Of every table that knows organizations. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        db.fetch("select table_name from information_schema.columns"
                        + " where table_schema = database() and column_name = 'organization_id'")
                .forEach(table -> rows.put(
                        table.get(0, String.class),
                        db.fetchOne(
                                        "select count(*) from " + table.get(0, String.class)
                                                + " where organization_id = ?",
                                        here.organizationId().value())
                                .get(0, Long.class)));
        return rows;
    }

    private Map<String, Double> counters() {
        Map<String, Double> counted = new TreeMap<>();
        meters.getMeters().forEach(meter -> {
            if (meter instanceof Counter counter && meter.getId().getName().startsWith("rung.")) {
                counted.merge(meter.getId().getName(), counter.count(), Double::sum);
            }
        });
        return counted;
    }

    private Screens screens() {
        return new Screens(house, db);
    }
}
