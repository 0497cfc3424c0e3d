package org.rung.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.messaging.Texts;
import org.rung.nodes.Redis;
import org.rung.senders.Senders;
import org.rung.senders.SendersPaths;
import org.rung.texting.ConversationId;
import org.rung.texting.TextingPaths;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Somebody writes a reply on one node, hears at once of what another node was told, and goes on there when theirs is killed. */
@RungTest
@ExtendWith(BrowserOrNone.class)
class AnotherNodeTest {
    private static final String PASSWORD = "four-words-are-enough";
    private static final double PATIENCE = 60_000;

    @Autowired
    DSLContext db;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    Senders senders;

    @Autowired
    Texts texts;

    @Autowired
    TestClock clock;

    @Value("${rung.secret-key}")
    String secret;

    @Value("${rung.home}")
    Path home;

    @Test
    void what_was_typed_is_still_there_on_another_node() throws Exception {
        clock.set(Clock.systemUTC().instant());
        String email = "ora" + Id.next() + "@example.org";
        PhoneNumber nia = Phones.fresh();
        try (Redis redis = Redis.start();
                Rush rush = new Rush(organizations, senders, texts, db);
                ExecutorService hands = Executors.newFixedThreadPool(2)) {
            members.join(rush.organization(), "Ora", email, Optional.of(PASSWORD), Roles.of(Role.ORGANIZER));
            var left = hands.submit(() -> open(rush, redis, "here"));
            var right = hands.submit(() -> open(rush, redis, "there"));
            House here = left.get(3, TimeUnit.MINUTES);
            House there = right.get(3, TimeUnit.MINUTES);
            rush.reply(nia, "Where is the meeting?", here, here);
            try (Detour detour = new Detour(here);
                    Visitors visitors = new Visitors(here)) {
                Page ora = visitors.atDesk();
                ora.context().setDefaultTimeout(PATIENCE);
                ora.navigate(detour.url() + "/" + TextingPaths.conversation(conversation(rush)));
                signIn(ora, email);
                Locator words = ora.locator(".desk-composing textarea");
                words.pressSequentially("We meet at six in the hall, and ");
                assertThat(ora.getByText("Where is the meeting?").last()).isVisible();

                // Only the other node is told of it.
                rush.reply(nia, "And when?", there, there);
                assertThat(ora.getByText("And when?").last())
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));

                here.kill();
                words.pressSequentially("there is soup");
                detour.to(there);
                // This node does not know the session, says so, and leads back to the page after signing in.
                ora.locator(".v-system-error").click();
                signIn(ora, email);
                assertThat(ora.locator(".desk-composing textarea"))
                        .hasValue(
                                "We meet at six in the hall, and there is soup",
                                new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE));
                ora.locator(".desk-composing .btn:not(.ghost)").click();
                assertThat(ora.locator(".bub.us").getByText("there is soup").first())
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
                assertThat(ora.locator(".desk-composing textarea")).hasValue("");
                ora.reload();
                assertThat(ora.locator(".desk-composing textarea")).hasValue("");
                // These texts are real: there are no simulated phones to look at.
                ora.navigate(detour.url() + "/" + SendersPaths.SIMULATOR);
                assertThat(ora.getByText("There is nothing here")).isVisible();
            }
        }
    }

    /** Comes by itself: whoever is not known here is asked. */
    private static void signIn(Page page, String email) {
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
    }

    private ConversationId conversation(Rush rush) {
        return new ConversationId(db.fetchSingle(
                        "select conversation_id from conversations where organization_id = ?",
                        rush.organization().value())
                .get(0, Long.class));
    }

    private House open(Rush rush, Redis redis, String name) {
        return rush.open(
                home.resolve(name),
                Map.of(
                        "RUNG_DATABASE_URL", database.getJdbcUrl(),
                        "RUNG_DATABASE_USER", String.valueOf(database.getUsername()),
                        "RUNG_DATABASE_PASSWORD", String.valueOf(database.getPassword()),
                        "RUNG_SECRET_KEY", secret,
                        "RUNG_REDIS_URL", redis.url()));
    }
}
