package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignEnded;
import org.rung.campaigns.CampaignId;
import org.rung.cast.AtOnce;
import org.rung.cast.Phones;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.merging.MergeDraft;
import org.rung.merging.MergeId;
import org.rung.merging.Merges;
import org.rung.merging.Part;
import org.rung.merging.Side;
import org.rung.messaging.MessageState;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** Conversations of people who turn out to be one. */
class MergedTalksTest extends TextingStory {
    @Autowired
    Merges merges;

    private SupporterId ana;
    private SupporterId anna;
    private CampaignId campaign;

    /** Two entries of one person, both in a campaign, neither texted. */
    private void bothInACampaign() {
        var people = people(2);
        ana = people.getFirst();
        anna = people.getLast();
        campaign = campaign(people);
    }

    private MergeId merge() {
        return merges.merge(ora, new MergeDraft(ana, anna, Map.of(), Map.of()));
    }

    private ConversationId of(SupporterId who) {
        return new ConversationId(db.fetchSingle(
                        "select conversation_id from conversations where campaign_id = ? and supporter_id = ?",
                        campaign.value(),
                        who.value())
                .get(0, Long.class));
    }

    private void texts(ConversationId conversation) {
        assignments.pull(tess, campaign);
        send(tess, conversation);
    }

    private MessageState firstText(ConversationId conversation) {
        return MessageState.valueOf(db.fetchSingle(
                        "select state from messages where topic_id = ? and purpose = 'FIRST_TEXT'",
                        conversation.value())
                .get(0, String.class));
    }

    private void left(ConversationId conversation) {
        db.execute(
                "update messages set state = 'SENT', claimed_at = created_at where topic_id = ?", conversation.value());
    }

    @Test
    void of_two_who_were_not_texted_one_is_texted_and_the_other_never() {
        bothInACampaign();
        var anas = of(ana);
        var annas = of(anna);

        merge();

        var open = Stream.of(now(anas), now(annas))
                .filter(one -> one.state() == ConversationState.NEEDS_FIRST_TEXT)
                .toList();
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().phone())
                .as("by the number that is theirs for texting")
                .isEqualTo(supporters.get(ora, ana).textingPhone().orElseThrow());
        var closed = open.getFirst().conversationId().equals(anas) ? annas : anas;
        assertThat(now(closed).closedReason()).contains(ClosedReason.MERGED);
        assertThat(now(closed).supporter()).isEqualTo(ana);
        assertThatThrownBy(() -> outcomes.reopen(ora, closed)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> send(ora, closed)).isInstanceOf(Problem.Conflict.class);
        work.topUp(here.system(), campaign);
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(1);
    }

    @Test
    void once_either_was_texted_the_others_first_text_is_taken_back_before_it_leaves() {
        bothInACampaign();
        var anas = of(ana);
        var annas = of(anna);
        assignments.pull(tess, campaign);
        send(tess, anas);
        send(tess, annas);
        left(annas);

        merge();

        assertThat(firstText(anas)).isEqualTo(MessageState.CANCELLED);
        assertThat(now(anas).closedReason()).contains(ClosedReason.MERGED);
        assertThat(firstText(annas)).isEqualTo(MessageState.SENT);
        assertThat(now(annas).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        assertThat(now(annas).supporter()).isEqualTo(ana);
    }

    @Test
    void of_two_first_texts_that_wait_one_leaves() {
        bothInACampaign();
        assignments.pull(tess, campaign);
        var anas = of(ana);
        var annas = of(anna);
        send(tess, anas);
        send(tess, annas);

        merge();

        assertThat(List.of(firstText(anas), firstText(annas)))
                .containsOnlyOnce(MessageState.CANCELLED)
                .doesNotContain(MessageState.SENT);
    }

    @Test
    void whoever_answered_in_a_campaign_is_not_texted_first_there_by_another_number() {
        bothInACampaign();
        var annas = of(anna);
        var anas = of(ana);
        texts(annas);
        left(annas);
        hears(annas, "Yes, I am in");

        merge();

        assertThat(now(anas).closedReason()).contains(ClosedReason.MERGED);
        assertThat(now(annas).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        hears(annas, "Still there?");
        assertThat(now(annas).supporter()).isEqualTo(ana);
        correspondence.reply(tess, annas, "See you there!", request());
    }

    @Test
    void two_talks_of_one_campaign_both_go_on_side_by_side() {
        bothInACampaign();
        var anas = of(ana);
        var annas = of(anna);
        assignments.pull(tess, campaign);
        send(tess, anas);
        send(tess, annas);
        left(anas);
        left(annas);
        outcomes.answer(tess, annas, "come", "maybe");

        var merge = merge();

        assertThat(now(anas).supporter()).isEqualTo(ana);
        assertThat(now(annas).supporter()).isEqualTo(ana);
        assertThat(answersOf(ana)).isEqualTo(1);
        hears(anas, "One");
        hears(annas, "Two");
        assertThat(now(anas).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now(annas).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);

        merges.undo(ora, merge);

        assertThat(now(anas).supporter()).isEqualTo(ana);
        assertThat(now(annas).supporter()).isEqualTo(anna);
        assertThat(answersOf(anna)).isEqualTo(1);
    }

    private int answersOf(SupporterId who) {
        return db.fetchSingle("select count(*) from answers where supporter_id = ?", who.value())
                .get(0, int.class);
    }

    @Test
    void undone_both_may_be_texted_first_again_unless_the_campaign_has_ended() {
        bothInACampaign();
        var anas = of(ana);
        var annas = of(anna);
        assignments.pull(tess, campaign);
        send(tess, anas);
        left(anas);
        merges.undo(ora, merge());
        assertThat(now(annas).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
        assertThat(now(annas).supporter()).isEqualTo(anna);
        assertThat(now(annas).texter()).isEmpty();

        var merge = merge();
        db.execute("update campaigns set state = 'ENDED' where campaign_id = ?", campaign.value());
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new CampaignEnded(here.organizationId(), campaign)));
        merges.undo(ora, merge);
        assertThat(now(annas).state()).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void whoever_stopped_one_number_is_not_texted_first_by_the_other() {
        bothInACampaign();
        var annas = of(anna);
        stops(phone(ana));

        merge();

        assertThat(supporters.get(ora, ana).textingPhone())
                .contains(now(of0(ana, false)).phone());
        assertThat(now(annas).closedReason()).contains(ClosedReason.MERGED);
        assertThat(assignments.pull(tess, campaign).firstTexts()).isZero();
        var next = campaign(List.of(ana));
        assertThat(assignments.pull(tess, next).firstTexts()).isZero();
    }

    /** The conversation that came first, or the one beside it. */
    private ConversationId of0(SupporterId who, boolean beside) {
        return new ConversationId(db.fetchSingle(
                        "select conversation_id from conversations where campaign_id = ? and supporter_id = ? and (beside <> 0) = ?",
                        campaign.value(),
                        who.value(),
                        beside)
                .get(0, Long.class));
    }

    @Test
    void the_number_that_opted_out_stays_for_texting_whichever_of_the_two_goes_and_nobody_chooses_another() {
        var people = people(2);
        ana = people.getFirst();
        anna = people.getLast();
        var stopped = phone(anna);
        stops(stopped);

        assertThatThrownBy(() -> merges.merge(ora, new MergeDraft(ana, anna, Map.of(Part.PHONE, Side.KEPT), Map.of())))
                .isInstanceOf(Problem.Invalid.class);
        var other = phone(ana);
        merge();

        assertThat(supporters.get(ora, ana).phones()).containsExactly(stopped, other);
        assertThat(consents.of(here.organizationId(), stopped).orElseThrow().consent())
                .isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(consents.of(here.organizationId(), other).orElseThrow().consent())
                .isEqualTo(ConsentKind.OPTED_IN);
    }

    @Test
    void a_number_without_consent_has_none_after_a_merge() {
        var silent = Phones.fresh();
        ana = people(1).getFirst();
        anna = supporters.known(here.organizationId(), silent);

        merge();

        assertThat(supporters.get(ora, ana).phones()).contains(silent);
        assertThat(consents.of(here.organizationId(), silent)).isEmpty();
        assertThat(supporters.get(ora, ana).textingPhone()).isNotEqualTo(Optional.of(silent));
    }

    @Test
    void a_send_beside_a_merge_texts_them_once() throws Exception {
        for (int round = 0; round < 8; round++) {
            bothInACampaign();
            assignments.pull(tess, campaign);
            var anas = of(ana);
            var annas = of(anna);
            Callable<Boolean> one = () -> tried(() -> send(tess, anas));
            Callable<Boolean> two = () -> tried(() -> send(tess, annas));
            Callable<Boolean> merging = () -> tried(this::merge);

            AtOnce.all(one, two, merging);

            if (!merged()) merge();
            assertThat(alive(anas) + alive(annas)).isLessThanOrEqualTo(1);
            clock.tick(Duration.ofMinutes(1));
        }
    }

    private boolean merged() {
        return merges.of(here.organizationId(), anna).isPresent();
    }

    private int alive(ConversationId conversation) {
        return messages(conversation, "FIRST_TEXT");
    }

    private static boolean tried(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException lost) {
            return false;
        }
    }

    private PhoneNumber phone(SupporterId who) {
        return Optional.of(supporters.get(ora, who))
                .flatMap(Supporter::textingPhone)
                .orElseThrow();
    }

    private void stops(PhoneNumber phone) {
        consents.record(here.system(), phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
    }
}
