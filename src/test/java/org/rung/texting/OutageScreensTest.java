package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessUIContext;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignsPaths;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.senders.BreakerState;
import org.rung.senders.Gateway;
import org.rung.senders.ProviderChanged;
import org.rung.watching.WatchingPaths;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** While a provider is silent every screen on which somebody waits for texts says so, and says when it is over. */
class OutageScreensTest extends TextingStory {
    @Autowired
    ApplicationContext house;

    Actor.Member ada;
    CampaignId campaign;

    @BeforeEach
    void a_campaign_under_way() {
        ada = here.member(Role.ADMIN);
        campaign = campaign(people(2));
    }

    @AfterEach
    void the_provider_answers() {
        db.execute("delete from breakers where account_sid <> ''");
    }

    @Test
    void while_the_provider_answers_no_screen_speaks_of_it() {
        for (String words : everyScreen()) {
            assertThat(words).doesNotContain("does not answer").doesNotContain("answers again");
        }
    }

    @Test
    void home_the_campaign_and_delivery_health_say_who_is_silent_since_when_and_that_texts_wait() {
        account(BreakerState.OPEN);

        assertThat(seen(tess, ""))
                .contains("Simulator does not answer")
                .contains("Since 9:00")
                .contains("Texts wait in the queue")
                .contains("You can go on texting");
        assertThat(seen(ada, CampaignsPaths.campaign(campaign))).contains("Simulator does not answer");
        assertThat(seen(ada, WatchingPaths.HEALTH))
                .contains("Simulator does not answer")
                .contains("Since 9:00:00");
    }

    @Test
    void when_it_answers_again_they_say_that_texts_leave_slowly_at_first() {
        account(BreakerState.RAMP);

        for (String words : everyScreen()) {
            assertThat(words)
                    .contains("Simulator answers again")
                    .contains("slowly at first")
                    .doesNotContain("does not answer");
        }
    }

    @Test
    void who_sends_by_two_accounts_reads_which_numbers_wait() {
        db.execute("update senders set label = 'Eastside line' where sender_id = ?", sender.value());
        db.execute(
                "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, created_at)"
                        + " values (?, ?, 'SIMULATOR', ?, '+15005550007', 'x', '2026-01-01 00:00:00')",
                Id.next(),
                here.organizationId().value(),
                "AC-other-" + sender.text());
        account(BreakerState.OPEN);

        for (String words : everyScreen()) {
            assertThat(words).contains("Simulator (Eastside line) does not answer");
        }
    }

    @Test
    void another_organization_with_an_account_of_its_own_reads_nothing_of_it() {
        account(BreakerState.OPEN);
        var next = org.rung.cast.NewOrganization.with(db);
        db.execute(
                "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, created_at)"
                        + " values (?, ?, 'SIMULATOR', ?, '+15005550008', 'x', '2026-01-01 00:00:00')",
                Id.next(),
                next.organizationId().value(),
                "AC-next-" + sender.text());

        assertThat(seen(next.member(Role.ADMIN), WatchingPaths.HEALTH)).doesNotContain("does not answer");
    }

    @Test
    void a_home_that_is_open_shows_it_by_itself_and_drops_it_when_it_is_over() {
        new Screens(house, db).as(tess, window -> {
            assertThat(Screens.on(window, "")).doesNotContain("does not answer");

            account(BreakerState.OPEN);
            announced(BreakerState.OPEN);
            await().pollInSameThread().until(() -> shown(window).contains("Simulator does not answer"));

            db.execute("delete from breakers where account_sid <> ''");
            announced(BreakerState.CLOSED);
            await().pollInSameThread().until(() -> !shown(window).contains("does not answer"));
        });
    }

    private static String shown(BrowserlessUIContext window) {
        var session = window.getUI().getSession();
        // This thread holds the lock, so that nothing is shown until it asks.
        session.getService().runPendingAccessTasks(session);
        return Screens.words(window);
    }

    private void announced(BreakerState state) {
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new ProviderChanged(Gateway.SIMULATOR, state)));
    }

    private List<String> everyScreen() {
        return List.of(seen(tess, ""), seen(ora, CampaignsPaths.campaign(campaign)), seen(ada, WatchingPaths.HEALTH));
    }

    private String seen(Actor.Member member, String path) {
        var words = new StringBuilder();
        new Screens(house, db).as(member, window -> words.append(Screens.on(window, path)));
        return words.toString();
    }

    /** The account of this story's number, silent since nine in Los Angeles, where this organization is. */
    private void account(BreakerState state) {
        db.execute(
                "insert into breakers (gateway, account_sid, state, opened_at, probe_at)"
                        + " select gateway, account_sid, ?, '2026-10-13 16:00:00', '2026-10-14 16:00:00' from senders"
                        + " where sender_id = ?",
                state.name(),
                sender.value());
    }
}
