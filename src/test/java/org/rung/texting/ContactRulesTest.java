package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.contact.ContactRule;
import org.rung.contact.ContactRules;
import org.rung.people.SupporterId;
import org.rung.scripts.Check;
import org.springframework.beans.factory.annotation.Autowired;

class ContactRulesTest extends TextingStory {
    @Autowired
    ContactRules rules;

    @Autowired
    org.rung.campaigns.Reach reach;

    @Test
    void six_first_texts_in_thirty_days_and_the_seventh_waits() {
        var people = people(1);
        for (int nth = 0; nth < 6; nth++) {
            textedBy(campaign(people));
            clock.tick(Duration.ofDays(2));
        }
        CampaignId seventh = campaign(people);

        assertThat(assignments.pull(tess, seventh).why()).contains(Batch.Short.TEXTED_LATELY);

        clock.tick(Duration.ofDays(18).plusSeconds(1));
        assertThat(assignments.pull(tess, seventh).firstTexts()).isEqualTo(1);
        send(tess, heldBy(tess, seventh).getFirst());
    }

    @Test
    void whoever_is_held_when_the_month_is_full_is_not_texted_and_it_is_said_why() {
        var people = people(1);
        CampaignId late = campaign(people);
        assignments.pull(tom, late);
        ConversationId held = heldBy(tom, late).getFirst();
        for (int nth = 0; nth < 6; nth++) {
            textedBy(campaign(people));
            clock.tick(Duration.ofDays(2));
        }

        assertThatThrownBy(() -> send(tom, held))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("6 first texts in the last 30 days");
        assertThat(now(held).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        // Nobody's work while it cannot be done: it would stand on top of the desk every time.
        assertThat(now(held).texter()).isEmpty();
        assertThat(conversations.stillToText(tom, held)).isFalse();
        assertThat(db.fetchValue("select words from drafts where conversation_id = ?", held.value()))
                .asString()
                .contains("will you come");
    }

    @Test
    void what_was_taken_back_does_not_count() {
        var people = people(1);
        CampaignId one = campaign(people);
        assignments.pull(tess, one);
        ConversationId first = heldBy(tess, one).getFirst();
        var text = send(tess, first);
        correspondence.undo(tess, first, text.messageId());

        textedBy(campaign(people));
    }

    @Test
    void what_may_have_left_a_moment_ago_after_a_night_of_waiting_counts() {
        var people = people(1);
        CampaignId one = campaign(people);
        CampaignId two = campaign(people);
        CampaignId three = campaign(people);
        assignments.pull(tess, one);
        assignments.pull(tom, two);
        ConversationId second = heldBy(tom, two).getFirst();
        var doubtful = send(tess, heldBy(tess, one).getFirst());
        clock.tick(Duration.ofHours(25));
        db.execute(
                "update messages set state = 'UNCONFIRMED', attempts = 1, claimed_at = ?, due_at = ? where message_id = ?",
                java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                // Nobody looks it up meanwhile.
                java.time.LocalDateTime.ofInstant(clock.instant().plus(Duration.ofDays(1)), java.time.ZoneOffset.UTC),
                doubtful.messageId().value());

        assertThatThrownBy(() -> send(tom, second))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("24 hours");
        assertThat(assignments.pull(ora, three).why()).contains(Batch.Short.TEXTED_LATELY);
    }

    @Test
    void an_organizer_does_not_hand_out_whoever_was_texted_often_enough() {
        List<SupporterId> two = people(2);
        textedBy(campaign(two.subList(0, 1)));

        var batch = assignments.handOut(ora, campaign(two), tess.memberId(), 2);

        assertThat(batch.firstTexts()).isEqualTo(1);
        assertThat(batch.why()).contains(Batch.Short.TEXTED_LATELY);
    }

    @Test
    void the_organization_sets_its_own_rule_and_it_holds_from_the_next_text_on() {
        var people = people(1);
        CampaignId one = campaign(people);
        CampaignId two = campaign(people);
        assignments.pull(tess, one);
        assignments.pull(tom, two);
        ConversationId second = heldBy(tom, two).getFirst();
        var waiting = send(tess, heldBy(tess, one).getFirst());
        assertThatThrownBy(() -> send(tom, second)).isInstanceOf(Problem.Conflict.class);

        rules.change(here.member(Role.ADMIN), new ContactRule(2, 1, 2, 7));
        assignments.pull(tom, two);
        send(tom, second);
        rules.change(here.member(Role.ADMIN), new ContactRule(1, 2, 1, 7));

        // What waits has been promised under the rule of its time: it stays.
        assertThat(texts.find(here.organizationId(), waiting.messageId())
                        .orElseThrow()
                        .state()
                        .name())
                .isEqualTo("HELD");
        CampaignId three = campaign(people);
        assertThat(assignments.pull(tess, three).why()).contains(Batch.Short.TEXTED_LATELY);
        clock.tick(Duration.ofDays(3));
        assertThat(assignments.pull(tess, three).why()).contains(Batch.Short.TEXTED_LATELY);
    }

    @Test
    void another_organizations_texts_and_rules_are_its_own() {
        var people = people(1);
        textedBy(campaign(people));
        var elsewhere = NewOrganization.with(db);
        rules.change(elsewhere.member(Role.ADMIN), new ContactRule(10, 1, 60, 90));

        assertThat(rules.of(here.organizationId())).isEqualTo(ContactRule.USUAL);
        assertThat(assignments.pull(tess, campaign(people)).why()).contains(Batch.Short.TEXTED_LATELY);
        assertThatThrownBy(() -> rules.change(ora, ContactRule.USUAL)).isInstanceOf(Problem.Refused.class);
        CampaignId ours = campaign(people);
        var stranger = elsewhere.member(Role.ORGANIZER);
        assertThatThrownBy(() -> campaigns.goOverLimit(stranger, ours, "Ours now"))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void an_organizer_lets_one_campaign_go_past_the_rule_with_a_reason_that_is_logged() {
        var people = people(1);
        textedBy(campaign(people));
        CampaignId urgent = campaign(people);
        assertThatThrownBy(() -> campaigns.goOverLimit(ora, urgent, " ")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> campaigns.goOverLimit(tess, urgent, "Because")).isInstanceOf(Problem.Refused.class);

        campaigns.goOverLimit(ora, urgent, "The vote is tonight");

        assertThat(assignments.pull(tom, urgent).firstTexts()).isEqualTo(1);
        send(tom, heldBy(tom, urgent).getFirst());
        assertThat(db.fetchSingle(
                                "select detail from audit_log where organization_id = ? and verb = 'campaign.over-limit'",
                                here.organizationId().value())
                        .get(0))
                .isEqualTo("The vote is tonight");
        assertThat(assignments.pull(tess, campaign(people)).why()).contains(Batch.Short.TEXTED_LATELY);
        campaigns.stayWithinLimit(ora, urgent);
        assertThat(campaigns.get(ora, urgent).overLimitReason()).isEmpty();
    }

    @Test
    void before_a_campaign_starts_it_says_how_many_would_wait() {
        List<SupporterId> three = people(3);
        textedBy(campaign(three.subList(0, 2)), 2);
        CampaignId next = campaign(three);

        assertThat(limit(next).details()).containsExactly(2L);
        assertThat(limit(next).level()).isEqualTo(Check.Level.LOOK);
        clock.tick(Duration.ofDays(2));
        assertThat(limit(next).level()).isEqualTo(Check.Level.OK);
    }

    @Test
    void many_campaigns_at_once_never_text_one_person_past_the_rule() throws Exception {
        rules.change(here.member(Role.ADMIN), new ContactRule(2, 1, 6, 30));
        var people = people(1);
        List<Callable<Boolean>> sends = new ArrayList<>();
        for (int nth = 0; nth < 6; nth++) {
            Actor.Member texter = nth % 2 == 0 ? tess : tom;
            CampaignId campaign = campaign(people);
            assignments.pull(texter, campaign);
            ConversationId conversation = heldBy(texter, campaign).getFirst();
            sends.add(() -> {
                try {
                    send(texter, conversation);
                    return true;
                } catch (Problem.Conflict lost) {
                    return false;
                }
            });
        }

        assertThat(AtOnce.all(sends).stream().filter(won -> won)).hasSize(2);
    }

    private Check limit(CampaignId campaign) {
        return reach.checks(ora, campaigns.get(ora, campaign)).stream()
                .filter(check -> check.key().equals("limit"))
                .findFirst()
                .orElseThrow();
    }

    private void textedBy(CampaignId campaign) {
        textedBy(campaign, 1);
    }

    private void textedBy(CampaignId campaign, int people) {
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(people);
        for (ConversationId conversation : heldBy(tess, campaign)) {
            var text = send(tess, conversation);
            db.execute(
                    "update messages set state = 'SENT', sent_at = happened_at, due_at = null where message_id = ?",
                    text.messageId().value());
        }
    }
}
