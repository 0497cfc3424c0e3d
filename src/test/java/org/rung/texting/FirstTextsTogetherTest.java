package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.cast.AtOnce;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** First texts that share a transaction, because they were sent at the same moment. */
class FirstTextsTogetherTest extends TextingStory {
    private static final int A_CROWD = 20;

    @Autowired
    FirstSend sends;

    @Test
    void a_crowd_takes_no_more_statements_than_one() {
        CampaignId campaign = campaign(people(A_CROWD));
        List<FirstText> crowd = prepared(tess, campaign);

        int statements = statements(() -> assertThat(together(campaign, crowd)).doesNotContain(Optional.empty()));

        // Their numbers are locked, they are taken, their threads made, their texts stored.
        assertThat(statements).isEqualTo(4);
        assertThat(crowd).allSatisfy(text -> {
            assertThat(messages(text.conversationId(), "FIRST_TEXT")).isEqualTo(1);
            assertThat(now(text.conversationId()).state()).isEqualTo(ConversationState.AWAITING_REPLY);
            assertThat(now(text.conversationId()).lastOut()).contains(clock.instant());
        });
    }

    @Test
    void a_text_is_the_same_as_one_that_went_alone() {
        CampaignId campaign = campaign(people(3));
        List<FirstText> crowd = prepared(tess, campaign);

        Text alone = sends.alone(crowd.getFirst());
        together(campaign, crowd.subList(1, 3));

        var rows = db.fetch(
                "select message_id, state, purpose, body, segments, media_count, member_id, zones, hours_from, hours_until,"
                        + " places, hold, due_at, happened_at, occasion_id, sender_id, once_key is null, request_key is null"
                        + " from messages where organization_id = ? order by message_id",
                here.organizationId().value());
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().get(0)).isEqualTo(alone.messageId().value());
        for (int column = 1; column < rows.fieldsRow().size(); column++) {
            if (!"body".equals(rows.field(column).getName())) {
                assertThat(rows.getValues(column).stream().distinct())
                        .as(rows.field(column).getName())
                        .hasSize(1);
            }
        }
        assertThat(rows.getValues("body", String.class))
                .isEqualTo(crowd.stream().map(FirstText::body).toList());
    }

    @Test
    void whoever_cannot_go_with_the_others_does_not_keep_them() {
        List<SupporterId> six = people(6);
        CampaignId campaign = campaign(six);
        CampaignId other = campaign(six);
        Map<PhoneNumber, FirstText> crowd = prepared(tess, campaign).stream()
                .collect(Collectors.toMap(text -> text.found().phone(), Function.identity()));
        List<FirstText> all = List.copyOf(crowd.values());
        FirstText leaves = all.get(0);
        FirstText textedElsewhere = all.get(1);
        FirstText sent = all.get(2);
        FirstText taken = all.get(3);
        consents.record(
                ora, leaves.found().phone(), ConsentKind.OPTED_OUT, ConsentSource.MEMBER, "asked", clock.instant());
        FirstText there = prepared(tom, other).stream()
                .filter(text ->
                        text.found().phone().equals(textedElsewhere.found().phone()))
                .findFirst()
                .orElseThrow();
        sends.alone(there);
        sends.alone(sent);
        db.execute(
                "update conversations set member_id = ?, assignment_id = null where conversation_id = ?",
                tom.memberId().value(),
                taken.conversationId().value());
        later(Duration.ofSeconds(1));

        List<Optional<Text>> went = together(campaign, all);

        assertThat(went.subList(0, 4)).containsOnly(Optional.empty());
        assertThat(went.subList(4, 6)).doesNotContain(Optional.empty());
        assertThat(all)
                .extracting(text -> messages(text.conversationId(), "FIRST_TEXT"))
                .containsExactly(0, 0, 1, 0, 1, 1);
        assertThat(now(textedElsewhere.conversationId()).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        assertThat(now(taken.conversationId()).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
    }

    @Test
    void nothing_goes_once_the_campaign_rests() {
        CampaignId campaign = campaign(people(3));
        List<FirstText> crowd = prepared(tess, campaign);
        db.execute(
                "update campaigns set state = ? where campaign_id = ?", CampaignState.PAUSED.name(), campaign.value());

        assertThat(together(campaign, crowd)).containsOnly(Optional.empty());
        assertThat(crowd)
                .extracting(text -> messages(text.conversationId(), "FIRST_TEXT"))
                .containsOnly(0);
    }

    @Test
    void a_key_that_is_taken_takes_the_whole_crowd_back() {
        CampaignId campaign = campaign(people(3));
        List<FirstText> crowd = prepared(tess, campaign);
        Text first = sends.alone(crowd.getFirst());
        // As if the conversation had been put back by hand: the once key of its text still stands.
        db.execute(
                "update conversations set state = 'NEEDS_FIRST_TEXT', member_id = ? where conversation_id = ?",
                tess.memberId().value(),
                crowd.getFirst().conversationId().value());
        db.execute(
                "update messages set purpose = 'REPLY' where message_id = ?",
                first.messageId().value());

        assertThatThrownBy(() -> together(campaign, crowd))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);

        assertThat(crowd.subList(1, 3)).allSatisfy(text -> {
            assertThat(messages(text.conversationId(), "FIRST_TEXT")).isZero();
            assertThat(now(text.conversationId()).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        });
    }

    @Test
    void many_texters_at_once_with_every_press_doubled_send_each_text_once() throws Exception {
        CampaignId campaign = campaign(people(40));
        assignments.handOut(ora, campaign, tess.memberId(), 20);
        assignments.handOut(ora, campaign, tom.memberId(), 20);
        List<Callable<Optional<Text>>> presses = new ArrayList<>();
        for (Actor.Member texter : List.of(tess, tom)) {
            for (FirstTextCard card : desk.cards(texter, campaign, Set.of(), 100)) {
                String request = request();
                presses.add(() -> pressed(texter, card, request));
                presses.add(() -> pressed(texter, card, request));
                presses.add(() -> pressed(texter, card, request()));
            }
        }

        List<Text> sent = AtOnce.all(presses).stream().flatMap(Optional::stream).toList();

        assertThat(sent.stream().map(Text::messageId).distinct()).hasSize(40);
        assertThat(sent).extracting(Text::state).containsOnly(MessageState.HELD);
        assertThat(db.fetchSingle(
                                "select count(*) from messages where organization_id = ? and purpose = 'FIRST_TEXT'",
                                here.organizationId().value())
                        .get(0, int.class))
                .isEqualTo(40);
    }

    /** Nothing where another window's press was first. */
    private Optional<Text> pressed(Actor.Member texter, FirstTextCard card, String request) {
        try {
            return Optional.of(correspondence.sendFirst(texter, card.conversationId(), card.body(), request));
        } catch (Problem.Conflict lost) {
            return Optional.empty();
        }
    }

    private List<FirstText> prepared(Actor.Member texter, CampaignId campaign) {
        assignments.handOut(ora, campaign, texter.memberId(), 100);
        List<FirstText> all = new ArrayList<>();
        for (FirstTextCard card : desk.cards(texter, campaign, Set.of(), 100)) {
            all.add(sends.prepare(texter, card.conversationId(), card.body(), request(), false));
        }
        assertThat(all).isNotEmpty().allMatch(FirstText::plain);
        return all;
    }

    private List<Optional<Text>> together(CampaignId campaign, List<FirstText> texts) {
        return sends.together(here.organizationId(), campaign, texts);
    }

    /** Of one connection, which a transaction holds. */
    private int statements(Runnable work) {
        return transaction.execute(status -> {
            int before = questions();
            work.run();
            return questions() - before - 1;
        });
    }

    private int questions() {
        return Integer.parseInt(
                db.fetchSingle("show session status like 'Questions'").get(1, String.class));
    }
}
