package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Secrets;
import org.rung.cast.Airwaves;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.media.AttachmentId;
import org.rung.media.AttachmentState;
import org.rung.media.Drawn;
import org.rung.media.Pictures;
import org.rung.messaging.MessageState;
import org.rung.messaging.Outbox;
import org.rung.messaging.Text;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.springframework.beans.factory.annotation.Autowired;

/** A picture leaves with its words exactly as often as they do. */
class PictureTextsTest extends TextingStory {

    @Autowired
    Pictures pictures;

    @Autowired
    Outbox outbox;

    @Autowired
    Airwaves airwaves;

    @Autowired
    Secrets secrets;

    @BeforeEach
    void a_sender_whose_key_opens() {
        db.execute("update senders set token_sealed = ? where sender_id = ?", secrets.seal("token"), sender.value());
    }

    @Test
    void a_reply_leaves_with_its_picture_once_and_shows_it() throws Exception {
        ConversationId conversation = answered();
        AttachmentId flyer = flyer(tess, 1);
        String request = request();

        Text sent = correspondence.reply(tess, conversation, with("x".repeat(400), flyer), request);
        Text again = correspondence.reply(tess, conversation, with("x".repeat(400), flyer), request);

        assertThat(again.messageId()).isEqualTo(sent.messageId());
        assertThat(sent.mediaCount()).isEqualTo(1);
        // Carriers do not cut what has a picture.
        assertThat(sent.segments()).isEqualTo(1);
        leave();
        assertThat(handovers(conversation, sent))
                .singleElement()
                .satisfies(handover -> assertThat(handover.files())
                        .singleElement()
                        .satisfies(url -> assertThat(url.toString()).startsWith("http://localhost:8080/media/out/")));
        var shown = desk.open(tess, conversation).attachments().get(sent.messageId());
        assertThat(shown).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(AttachmentState.KEPT);
            assertThat(one.name()).isEqualTo("flyer.jpg");
        });
    }

    @Test
    void a_text_that_the_provider_refuses_for_now_comes_again_with_its_picture() throws Exception {
        ConversationId conversation = answered();
        Text sent = correspondence.reply(tess, conversation, with("Here it is", flyer(tess, 2)), request());
        airwaves.when(sent.phone(), handover -> new Outcome.NotNow(clock.instant(), "20429"));
        leave();
        airwaves.when(sent.phone(), airwaves::take);
        clock.tick(java.time.Duration.ofHours(1));
        leave();

        assertThat(handovers(conversation, sent))
                .hasSizeGreaterThan(1)
                .allSatisfy(handover -> assertThat(handover.files()).hasSize(1));
        assertThat(texts.find(here.organizationId(), sent.messageId())
                        .orElseThrow()
                        .state())
                .isEqualTo(MessageState.SENT);
    }

    @Test
    void what_is_taken_back_never_leaves_and_its_picture_can_be_sent_anew() throws Exception {
        ConversationId conversation = answered();
        AttachmentId flyer = flyer(tess, 3);
        Text oops = correspondence.reply(tess, conversation, with("Oops", flyer), request());

        assertThat(correspondence.undo(tess, conversation, oops.messageId())).isTrue();
        correspondence.saveDraft(tess, conversation, with("Oops", flyer));
        leave();

        assertThat(handovers(conversation, oops)).isEmpty();
        OpenConversation open = desk.open(tess, conversation);
        assertThat(open.draft()).isEqualTo("Oops");
        assertThat(open.draftPicture())
                .hasValueSatisfying(one -> assertThat(one.attachmentId()).isEqualTo(flyer));
        Text meant = correspondence.reply(tess, conversation, with("Here", flyer), request());
        leave();
        assertThat(handovers(conversation, meant)).hasSize(1);
        assertThat(desk.open(tess, conversation).draftPicture()).isEmpty();
    }

    @Test
    void nobody_sends_somebody_elses_picture_and_the_conversation_stays_as_it_was() {
        ConversationId conversation = answered();
        AttachmentId toms = flyer(tom, 4);

        assertThatThrownBy(() -> correspondence.reply(tess, conversation, with("Look", toms), request()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("choose it again");
        assertThat(now(conversation).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
    }

    @Test
    void a_scripts_picture_leaves_with_every_first_text() throws Exception {
        AttachmentId flyer = flyer(ora, 5);
        var campaign = campaign(people(2));
        var script = campaigns.get(ora, campaign).script().orElseThrow();
        var before = scripts.get(ora, script);
        var changed =
                scripts.change(ora, script, before.name(), before.tree().with(Optional.of(flyer)), before.number());
        db.execute(
                "update campaigns set script_version_id = ? where campaign_id = ?",
                changed.scriptVersionId().value(),
                campaign.value());
        assertThat(changed.tree().picture()).contains(flyer);
        assignments.pull(tess, campaign);

        assertThat(desk.cards(tess, campaign, java.util.Set.of(), 5))
                .hasSize(2)
                .allSatisfy(card -> assertThat(card.picture()).contains(flyer));
        for (ConversationId conversation : heldBy(tess, campaign)) {
            Text sent = send(tess, conversation);
            assertThat(sent.mediaCount()).isEqualTo(1);
            leave();
            assertThat(handovers(conversation, sent))
                    .singleElement()
                    .satisfies(handover -> assertThat(handover.files()).hasSize(1));
        }
    }

    @Test
    void a_script_keeps_no_picture_of_another_house() {
        AttachmentId theirs = flyer(org.rung.cast.NewOrganization.with(db).member(org.rung.common.Role.ORGANIZER), 6);
        var tree = new org.rung.scripts.ScriptTree("Hi. Reply STOP to end", Optional.of(theirs), Optional.empty());

        assertThatThrownBy(() -> scripts.write(ora, "Stolen", tree)).isInstanceOf(Problem.Invalid.class);
    }

    private ConversationId answered() {
        ConversationId conversation = texted();
        hears(conversation, "Where is it?");
        return conversation;
    }

    private AttachmentId flyer(Actor.Member member, int shade) {
        return pictures.offer(member, "flyer.jpg", Drawn.picture("jpeg", 60, 40, shade))
                .attachmentId();
    }

    private static Draft with(String words, AttachmentId picture) {
        return new Draft(words, Optional.of(picture));
    }

    /** Past the time in which it can be taken back. */
    private void leave() throws InterruptedException {
        clock.tick(java.time.Duration.ofSeconds(30));
        outbox.drain();
    }

    private List<Handover> handovers(ConversationId conversation, Text text) {
        return airwaves.callsTo(now(conversation).phone()).stream()
                .filter(handover -> handover.messageId().equals(text.messageId()))
                .toList();
    }
}
