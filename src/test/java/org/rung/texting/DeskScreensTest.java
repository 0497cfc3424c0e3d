package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rung.accounts.AccountId;
import org.rung.accounts.SignIns;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.people.SupporterDraft;
import org.rung.senders.Meaning;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.Authentication;

/** Each screen of the desk, with something on it and with nothing, as the one sees it who is signed in. */
class DeskScreensTest extends TextingStory {

    @Autowired
    ApplicationContext house;

    @Autowired
    SignIns signIns;

    @Autowired
    HeldTexts held;

    @Test
    void a_new_texter_reads_at_home_that_a_campaign_comes() {
        as(
                tess,
                screen -> assertThat(on(screen, ""))
                        .contains("No campaign yet")
                        .contains("As soon as an organizer adds you")
                        .contains("Nobody yet"));
    }

    @Test
    void an_organizer_of_a_new_organization_sees_the_way_to_a_first_campaign_until_one_runs() {
        as(
                ora,
                screen -> assertThat(on(screen, ""))
                        .contains("Your first campaign")
                        .contains("2 of 6 steps done")
                        .contains("Cut turf"));
        as(tess, screen -> assertThat(on(screen, "")).doesNotContain("Your first campaign"));

        texted();
        as(ora, screen -> assertThat(on(screen, "")).doesNotContain("Your first campaign"));
    }

    @Test
    void home_shows_first_texts_and_replies_that_wait() {
        ConversationId conversation = texted();
        hears(conversation, "Where is it?");

        as(
                tess,
                screen ->
                        assertThat(on(screen, "")).contains("One reply waiting").contains("Rent strike"));
        as(
                ora,
                screen -> assertThat(on(screen, ""))
                        .contains("One campaign is running")
                        .contains("1 of 1 texted")
                        .contains("The inbox is empty"));
    }

    @Test
    void rooms_above_put_their_cards_on_the_home_before_the_work_and_behind_it() {
        ConversationId conversation = texted();
        hears(conversation, "Where is it?");
        var rooms = ((ConfigurableApplicationContext) house).getBeanFactory();
        rooms.registerSingleton("late", part(70, "A late card", tess));
        rooms.registerSingleton("behind", part(HomePart.BEHIND_WORK, "A card behind", tess));
        rooms.registerSingleton("before", part(10, "A card before", tess));
        try {
            as(
                    tess,
                    screen -> assertThat(on(screen, ""))
                            .containsSubsequence("A card before", "One reply waiting", "A card behind", "A late card"));
            as(tom, screen -> assertThat(on(screen, "")).doesNotContain("A card before", "A card behind"));
        } finally {
            ((DefaultSingletonBeanRegistry) rooms).destroySingleton("late");
            ((DefaultSingletonBeanRegistry) rooms).destroySingleton("behind");
            ((DefaultSingletonBeanRegistry) rooms).destroySingleton("before");
        }
    }

    private static HomePart part(int order, String words, Actor.Member whose) {
        return new HomePart() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<Component> card(Actor.Member actor) {
                return actor.equals(whose) ? Optional.of(new HomeCard(words, "")) : Optional.empty();
            }
        };
    }

    @Test
    void home_speaks_spanish() {
        db.execute(
                "update accounts join members using (account_id) set language = 'es' where member_id = ?",
                tess.memberId().value());

        as(
                tess,
                screen -> assertThat(on(screen, ""))
                        .contains("Todavía no hay campaña")
                        .doesNotContain("Nobody"));
    }

    @Test
    void replies_are_listed_or_none_wait() {
        as(tess, screen -> assertThat(on(screen, "replies")).contains("No replies waiting"));
        ConversationId conversation = texted();
        hears(conversation, "Where is it?");

        as(
                tess,
                screen -> assertThat(on(screen, "replies"))
                        .contains("Maya0 O.")
                        .contains("Rent strike")
                        .doesNotContain("No replies waiting"));
    }

    @Test
    void the_inbox_has_what_nobody_holds_or_is_empty() {
        as(ora, screen -> assertThat(on(screen, "inbox")).contains("The inbox is empty"));
        hears(org.rung.cast.Phones.fresh(), Optional.empty(), "Hello, who is this?", Meaning.PLAIN, Optional.empty());

        as(
                ora,
                screen -> assertThat(on(screen, "inbox"))
                        .contains("Someone without a name")
                        .doesNotContain("The inbox is empty"));
    }

    @Test
    void what_waits_for_the_hours_where_people_live_says_when_it_leaves_there_and_here() {
        ConversationId conversation = texted();
        db.execute(
                "update messages set state = 'HELD', hold = 'HOURS', due_at = '2026-10-14 13:00:00',"
                        + " zones = 'America/New_York' where topic_id = ?",
                conversation.value());
        db.execute(
                "update supporters set zone = 'America/New_York' where supporter_id = ?",
                now(conversation).supporter().value());
        String campaign = now(conversation).campaign().orElseThrow().text();

        as(
                ora,
                screen -> assertThat(on(screen, "campaigns/" + campaign).replace('\u00a0', ' '))
                        .contains("One text waits for the hours where people live.")
                        .contains("The first leave Wed 9:00 AM (Eastern Time), 6:00 AM here.")
                        .contains("Text people past the contact rules"));
        as(
                tess,
                screen -> assertThat(on(screen, "conversation/" + conversation.text())
                                .replace('\u00a0', ' '))
                        .contains("Wed 9:00 AM there, 6:00 AM here"));
    }

    @Test
    void a_campaign_that_may_go_past_the_contact_rules_says_why() {
        CampaignId campaign = campaign(people(1));
        campaigns.goOverLimit(ora, campaign, "The vote is tonight");

        as(
                ora,
                screen -> assertThat(on(screen, "campaigns/" + campaign.text()))
                        .contains("The vote is tonight")
                        .contains("Keep to the rules"));
    }

    @Test
    void a_text_that_waits_for_a_person_is_on_the_organizers_pages_with_the_reason_and_its_two_ways_out() {
        as(ora, screen -> assertThat(on(screen, "inbox/held")).contains("No text needs you"));
        ConversationId conversation = texted();
        db.execute(
                "update messages set state = 'HELD', hold = 'PERSON', due_at = null, error_code = '21408'"
                        + " where topic_id = ?",
                conversation.value());

        as(ora, screen -> {
            assertThat(on(screen, "")).contains("One text needs you");
            assertThat(on(screen, "inbox")).contains("One text needs you");
            assertThat(on(screen, "inbox/held"))
                    .contains("Your account may not text this country")
                    .contains("Maya0 O.")
                    .contains("Rent strike")
                    .contains("Hi, will you come?");
        });
        as(tess, screen -> assertThat(on(screen, "")).doesNotContain("needs you"));
        assertThat(desk.forOrganizers(ora.organization())).isOne();

        var waiting = held.all(ora);
        assertThat(held.cancel(
                        ora, waiting.stream().map(one -> one.text().messageId()).toList()))
                .isOne();
        assertThat(held.all(ora)).isEmpty();
        assertThatThrownBy(() -> held.all(tess)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_text_that_nobody_knows_of_is_on_that_page_too_with_three_ways_out() {
        ConversationId conversation = texted();
        db.execute(
                "update messages set state = 'UNCONFIRMED', hold = 'PERSON', attempts = 1, claimed_at = happened_at,"
                        + " due_at = null, error_code = 'UNLIKE' where topic_id = ?",
                conversation.value());

        as(ora, screen -> {
            assertThat(on(screen, "")).contains("One text needs you");
            assertThat(on(screen, "inbox/held"))
                    .contains("Your provider has another text to these people")
                    .contains("Maya0 O.")
                    .contains("It arrived")
                    .contains("Send again")
                    .contains("Give up")
                    .doesNotContain("Try again");
        });
        assertThatThrownBy(() -> held.arrived(tess, java.util.List.of())).isInstanceOf(Problem.Refused.class);

        var waiting = held.all(ora);
        assertThat(waiting).singleElement().matches(HeldText::doubtful);
        assertThat(held.arrived(
                        ora, waiting.stream().map(one -> one.text().messageId()).toList()))
                .isOne();
        assertThat(held.all(ora)).isEmpty();
        as(
                tess,
                screen -> assertThat(on(screen, "conversation/" + conversation.text()))
                        .doesNotContain("being checked"));
    }

    @Test
    void a_conversation_shows_its_texts_its_question_and_a_masked_number() {
        ConversationId conversation = texted();
        hears(conversation, "Where is it?");
        PhoneNumber phone = now(conversation).phone();

        as(
                tess,
                screen -> assertThat(on(screen, "conversation/" + conversation.text()))
                        .contains("Maya0 O.")
                        .contains("Hi, will you come?")
                        .contains("Will they come?")
                        .contains("Yes, coming")
                        .doesNotContain(phone.text().substring(phone.text().length() - 7)));
    }

    @Test
    void a_file_that_cannot_be_shown_says_that_it_may_tell_where_it_was_made() {
        ConversationId conversation = texted();
        file(conversation, "PDF");
        as(
                tess,
                screen -> assertThat(on(screen, "conversation/" + conversation.text()))
                        .contains("Save PDF document")
                        .contains("it may tell where and when it was made"));

        ConversationId other = texted();
        file(other, "VCARD");
        as(
                tess,
                screen -> assertThat(on(screen, "conversation/" + other.text()))
                        .contains("Save contact card")
                        .doesNotContain("where and when"));
    }

    private void file(ConversationId conversation, String type) {
        long file = Id.next();
        db.execute(
                "insert into media_files (media_file_id, organization_id, digest, type, size, blob_name, created_at)"
                        + " values (?, ?, ?, ?, 12000, ?, utc_timestamp(6))",
                file,
                here.organizationId().value(),
                Long.toHexString(file),
                type,
                "file-" + file);
        db.execute(
                "insert into attachments (attachment_id, organization_id, message_id, phone, state, media_file_id,"
                        + " created_at) select ?, organization_id, message_id, phone, 'KEPT', ?, created_at from messages"
                        + " where organization_id = ? and phone = ?",
                Id.next(),
                file,
                here.organizationId().value(),
                now(conversation).phone().text());
        db.execute(
                "update messages set media_count = 1 where organization_id = ? and phone = ?",
                here.organizationId().value(),
                now(conversation).phone().text());
    }

    @Test
    void where_a_number_leaves_the_zone_open_the_screen_says_so() {
        CampaignId campaign =
                campaign(people(List.of(SupporterDraft.of("Maya0", "Okafor", new PhoneNumber("+18005550142")))));
        // From Guam to New York too few hours are left in common.
        db.execute("update campaigns set texting_until = '18:00:00' where campaign_id = ?", campaign.value());
        assignments.handOut(ora, campaign, tess.memberId(), 1);
        FirstTextCard card = desk.cards(tess, campaign, java.util.Set.of(), 1).getFirst();
        assertThat(card.zoneFlagged()).isTrue();
        send(tess, card.conversationId());

        as(
                tess,
                screen -> assertThat(on(
                                screen, "conversation/" + card.conversationId().text()))
                        .contains("time there uncertain"));
        ConversationId sure = texted();
        as(tess, screen -> assertThat(on(screen, "conversation/" + sure.text())).doesNotContain("uncertain"));
    }

    @Test
    void a_conversation_with_someone_who_opted_out_can_only_be_read() {
        ConversationId conversation = texted();
        hears(conversation, "Leave me alone");
        outcomes.optOut(tess, conversation);

        as(
                tess,
                screen -> assertThat(on(screen, "conversation/" + conversation.text()))
                        .contains("They asked not to be texted")
                        .doesNotContain("Yes, coming"));
    }

    @Test
    void what_nobody_may_answer_any_more_can_still_be_done() {
        ConversationId conversation = texted();
        hears(conversation, "who is Maya?");
        db.execute(
                "update phone_consents set consent = 'WRONG_NUMBER' where organization_id = ? and phone = ?",
                here.organizationId().value(),
                now(conversation).phone().text());

        as(
                tess,
                screen -> assertThat(on(screen, "conversation/" + conversation.text()))
                        .contains("This is a wrong number")
                        .containsPattern("\\bDone\\b"));
        outcomes.done(tess, conversation);
        as(
                tess,
                screen -> assertThat(on(screen, "conversation/" + conversation.text()))
                        .contains("This is a wrong number")
                        .doesNotContainPattern("\\bDone\\b"));
    }

    @Test
    void the_page_of_first_texts_opens_for_a_texter_of_the_campaign() {
        CampaignId campaign = campaign(people(2));

        as(tess, screen -> on(screen, "text/" + campaign.text()));
        assertThat(heldBy(tess, campaign)).hasSize(2);
    }

    @Test
    void whoever_was_skipped_is_counted_on_the_campaigns_page_and_named_with_the_reason_on_their_own() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        as(ora, screen -> assertThat(on(screen, "campaigns/" + campaign.text())).doesNotContain("Skipped by texters"));
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        skips.skip(tess, conversation, new Skip(SkipReason.OTHER, "Moved to Fresno"));

        as(ora, screen -> {
            assertThat(on(screen, "campaigns/" + campaign.text()))
                    .contains("Skipped by texters")
                    .contains("Another reason · 1")
                    .doesNotContain("Moved to Fresno");
            assertThat(on(screen, "supporters/" + now(conversation).supporter().text()))
                    .contains("Another reason: Moved to Fresno");
        });
    }

    @Test
    void a_changed_first_text_is_marked_in_its_thread_and_stands_on_the_campaigns_page_beside_the_script() {
        ConversationId conversation = texted();
        String campaign = now(conversation).campaign().orElseThrow().text();

        as(ora, screen -> {
            assertThat(on(screen, "campaigns/" + campaign))
                    .containsSubsequence(
                            "First texts that texters changed",
                            "Sent",
                            "Hi, will you come?",
                            "In the script",
                            "Hi Maya0");
            assertThat(on(screen, "conversation/" + conversation.text())).contains("words changed");
        });
    }

    private void as(Actor.Member member, Consumer<BrowserlessUIContext> looks) {
        AccountId account = new AccountId(db.fetchOne(
                        "select account_id from members where member_id = ?",
                        member.memberId().value())
                .get(0, Long.class));
        try (SecuredBrowserlessApplicationContext<Authentication> app =
                        SpringBrowserlessApplicationContext.createSecured(house, "org.rung");
                var user = app.newUser(signIns.seat(account, Optional.of(member.memberId())));
                var window = user.newWindow()) {
            looks.accept(window);
        }
    }

    private static String on(BrowserlessUIContext screen, String path) {
        return words(screen.navigate(path, Component.class));
    }

    /** What can be read: not what is hidden. */
    private static String words(Component part) {
        if (!(part instanceof Text) && !part.isVisible()) {
            return "";
        }
        return part.getElement().getText()
                + " "
                + part.getChildren().map(DeskScreensTest::words).collect(Collectors.joining(" "));
    }
}
