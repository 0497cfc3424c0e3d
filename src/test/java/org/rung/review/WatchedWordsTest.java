package org.rung.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.EditPolicy;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.messaging.Hold;
import org.rung.messaging.MessageState;
import org.rung.messaging.Text;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;
import org.rung.texting.Draft;
import org.rung.texting.FirstTextCard;
import org.rung.texting.Objection;

class WatchedWordsTest extends ReviewStory {

    @Test
    void a_texter_is_asked_about_a_word_and_what_they_mean_leaves_once_and_is_marked() {
        watched.add(ora, "Landlord scum", Strength.WARN);
        ConversationId conversation = talk("hi");
        String request = request();
        var draft = new Draft("Those LANDLORD  scúm again", Optional.empty());

        assertThatThrownBy(() -> correspondence.reply(tess, conversation, draft, request))
                .isInstanceOfSatisfying(Problem.Conflict.class, asked -> {
                    assertThat(Objection.asks(asked)).isTrue();
                    assertThat(asked.getMessage()).contains("Landlord scum");
                });
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(desk.open(tess, conversation).draft()).isEqualTo(draft.words());

        Text sent = correspondence.reply(tess, conversation, draft, request, true);
        assertThat(correspondence
                        .reply(tess, conversation, draft, request, true)
                        .messageId())
                .isEqualTo(sent.messageId());
        drain();
        assertThat(received(conversation)).last().isEqualTo(draft.words());
        assertThat(found(ReviewFilter.ALL.onlyFlagged())).containsExactly(draft.words());
        assertThat(how(sent)).isEqualTo("WARNED");
    }

    @Test
    void what_is_held_leaves_by_no_way_until_it_is_let_go() {
        watched.add(ora, "guarantee", Strength.HOLD);
        CampaignId campaign = campaign(1, EditPolicy.FLAGGED);
        ConversationId conversation = talk(campaign, "Will it work?");
        Text text = says(tess, conversation, "I guarantee it");

        assertThat(text.state()).isEqualTo(MessageState.HELD);
        assertThat(text.hold()).contains(Hold.REVIEW);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.AWAITING_REPLY);
        // A day passes with all its hours; the campaign rests and goes on; a server starts anew with an empty memory.
        for (int hour = 0; hour < 24; hour++) {
            clock.tick(Duration.ofHours(1));
            drain();
        }
        texts.pause(here.organizationId(), List.of(text.messageId()));
        texts.goOn(here.organizationId(), List.of(text.messageId()));
        texts.keepTo(
                here.organizationId(),
                List.of(text.messageId()),
                java.time.LocalTime.of(9, 0),
                java.time.LocalTime.of(20, 0));
        campaigns.pause(ora, campaign, "");
        campaigns.start(ora, campaign);
        db.execute("delete from outbox_nodes");
        drain();
        assertThat(received(conversation)).doesNotContain("I guarantee it");
        assertThat(state(text)).isEqualTo(MessageState.HELD);

        assertThat(held.all(ora))
                .singleElement()
                .satisfies(one -> assertThat(one.reviewed()).isTrue());
        assertThat(held.release(ora, List.of(text.messageId()))).isEqualTo(1);
        assertThat(held.release(ora, List.of(text.messageId()))).isZero();
        assertThat(received(conversation)).last().isEqualTo("I guarantee it");
        assertThat(how(text)).isEqualTo("HELD");
    }

    @Test
    void a_held_text_that_is_let_go_at_night_waits_for_their_morning() {
        watched.add(ora, "guarantee", Strength.HOLD);
        ConversationId conversation = talk("Will it work?");
        Text text = says(tess, conversation, "I guarantee it");
        clock.tick(Duration.ofHours(12));

        held.release(ora, List.of(text.messageId()));
        assertThat(received(conversation)).doesNotContain("I guarantee it");
        assertThat(state(text)).isEqualTo(MessageState.HELD);
        clock.tick(Duration.ofHours(12));
        assertThat(received(conversation)).last().isEqualTo("I guarantee it");
    }

    @Test
    void a_held_text_that_is_not_sent_gives_the_conversation_back_to_its_texter() {
        watched.add(ora, "guarantee", Strength.HOLD);
        ConversationId conversation = talk("Will it work?");
        Text text = says(tess, conversation, "I guarantee it");

        assertThat(held.cancelReviewed(ora, List.of(text.messageId()))).isEqualTo(1);
        assertThat(state(text)).isEqualTo(MessageState.CANCELLED);
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(now(conversation).texter()).contains(tess.memberId());
        assertThat(says(tess, conversation, "We will try").state()).isNotEqualTo(MessageState.HELD);
        assertThat(held.cancelReviewed(ora, List.of(text.messageId()))).isZero();
    }

    @Test
    void its_texter_may_take_a_held_text_back() {
        watched.add(ora, "guarantee", Strength.HOLD);
        ConversationId conversation = talk("Will it work?");
        Text text = says(tess, conversation, "I guarantee it");

        assertThat(correspondence.undo(tess, conversation, text.messageId())).isTrue();
        assertThat(held.release(ora, List.of(text.messageId()))).isZero();
        drain();
        assertThat(received(conversation)).doesNotContain("I guarantee it");
    }

    @Test
    void a_stop_ends_what_is_held_and_nobody_lets_it_go_after_that() {
        watched.add(ora, "guarantee", Strength.HOLD);
        ConversationId conversation = talk("Will it work?");
        Text text = says(tess, conversation, "I guarantee it");
        consents.record(
                here.system(),
                now(conversation).phone(),
                ConsentKind.OPTED_OUT,
                ConsentSource.TEXTER,
                "STOP",
                clock.instant());

        assertThat(state(text)).isEqualTo(MessageState.CANCELLED);
        assertThat(held.release(ora, List.of(text.messageId()))).isZero();
    }

    @Test
    void a_first_text_is_looked_at_where_its_texter_changed_it_and_the_scripts_own_words_are_not() {
        watched.add(ora, "come", Strength.HOLD);
        for (EditPolicy edits : List.of(EditPolicy.FLAGGED, EditPolicy.ALLOWED)) {
            List<FirstTextCard> cards = cards(tess, campaign(2, edits));
            FirstTextCard first = cards.getFirst();
            FirstTextCard second = cards.getLast();
            Text scripted = correspondence.sendFirst(tess, first.conversationId(), first.scripted(), request());
            Text own = correspondence.sendFirst(tess, second.conversationId(), "Come, or else", request());

            assertThat(scripted.hold()).as("%s scripted", edits).isEmpty();
            assertThat(own.hold()).as("%s own", edits).contains(Hold.REVIEW);
            assertThat(received(first.conversationId())).containsExactly(first.scripted());
            assertThat(now(second.conversationId()).state()).isEqualTo(ConversationState.AWAITING_REPLY);
            held.cancelReviewed(ora, List.of(own.messageId()));
            assertThat(now(second.conversationId()).state()).isEqualTo(ConversationState.NEEDS_FIRST_TEXT);
            correspondence.sendFirst(tess, second.conversationId(), second.scripted(), request());
            assertThat(received(second.conversationId())).containsExactly(second.scripted());
        }
    }

    @Test
    void slurs_that_rung_knows_ask_and_an_organization_may_hold_them_or_let_them_through() {
        ConversationId conversation = talk("no");
        assertThatThrownBy(() -> says(tess, conversation, "then fuck you"))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        asked -> assertThat(Objection.asks(asked)).isTrue());
        watched.slurs(ora, Optional.of(Strength.HOLD));
        assertThat(says(tess, conversation, "then fuck you").hold()).contains(Hold.REVIEW);
        watched.slurs(ora, Optional.empty());
        assertThat(says(tess, conversation, "then fuck you").hold()).isEmpty();
    }

    @Test
    void what_holds_is_found_behind_what_only_asks() {
        watched.add(ora, "alpha", Strength.WARN);
        watched.add(ora, "omega", Strength.HOLD);
        ConversationId conversation = talk("hi");
        assertThat(says(tess, conversation, "alpha and omega").hold()).contains(Hold.REVIEW);
    }

    @Test
    void unkind_texts_that_left_before_their_word_was_on_the_list_are_found_afterwards() {
        ConversationId conversation = talk("hi kumquat");
        Text text = says(tess, conversation, "you kumquat");
        watched.add(ora, "kumquat", Strength.WARN);
        indexed();

        assertThat(found(ReviewFilter.ALL.onlyFlagged())).containsExactly("you kumquat");
        assertThat(how(text)).isEqualTo("FOUND");
    }

    @Test
    void programs_are_asked_too_and_every_organization_has_its_own_list() {
        watched.add(ora, "guarantee", Strength.WARN);
        ConversationId conversation = talk("hi");
        assertThatThrownBy(() -> correspondence.send(here.system(), conversation, "I guarantee it", request()))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(correspondence
                        .send(here.system(), conversation, "I guarantee it", request(), true)
                        .state())
                .isEqualTo(MessageState.QUEUED);
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);
        assertThat(watched.all(elsewhere)).isEmpty();
        var word = watched.all(ora).getFirst();
        assertThatThrownBy(() -> watched.remove(elsewhere, word.watchedWordId()))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> watched.change(elsewhere, word.watchedWordId(), Strength.HOLD))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void the_list_takes_a_word_once_and_only_organizers_write_it() {
        var word = watched.add(ora, " Señor ", Strength.WARN);
        assertThat(word.phrase()).isEqualTo("Señor");
        assertThatThrownBy(() -> watched.add(ora, "SENOR", Strength.HOLD)).isInstanceOf(Problem.Conflict.class);
        for (String wrong : new String[] {"", " … ", "x".repeat(81)}) {
            assertThatThrownBy(() -> watched.add(ora, wrong, Strength.WARN)).isInstanceOf(Problem.Invalid.class);
        }
        assertThatThrownBy(() -> watched.all(tess)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> watched.add(tess, "word", Strength.WARN)).isInstanceOf(Problem.Refused.class);
        watched.change(ora, word.watchedWordId(), Strength.HOLD);
        assertThat(watched.all(ora)).extracting(WatchedWord::strength).containsExactly(Strength.HOLD);
        watched.remove(ora, word.watchedWordId());
        assertThat(watched.all(ora)).isEmpty();
    }

    private MessageState state(Text text) {
        return texts.find(here.organizationId(), text.messageId()).orElseThrow().state();
    }

    private String how(Text text) {
        return db.fetchSingle(
                        "select how from flagged_texts where message_id = ?",
                        text.messageId().value())
                .get(0, String.class);
    }
}
