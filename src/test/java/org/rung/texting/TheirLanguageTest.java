package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.Screens;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.ScriptVersionId;
import org.rung.scripts.TreePath;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A campaign whose script is in English and, but for one reply, in Spanish too. */
class TheirLanguageTest extends TextingStory {
    @Autowired
    ApplicationContext house;

    @Test
    void each_is_written_to_in_the_language_they_are_known_to_speak() {
        List<SupporterId> people = people(3);
        speaks(people.get(1), "es");
        speaks(people.get(2), "ko");
        CampaignId campaign = bilingual(people);
        assignments.pull(tess, campaign);

        var cards = desk.cards(tess, campaign, Set.of(), 10).stream()
                .collect(Collectors.toMap(FirstTextCard::supporterId, FirstTextCard::scripted));

        assertThat(cards.get(people.get(0))).startsWith("Hi Maya0");
        assertThat(cards.get(people.get(1))).startsWith("Hola Maya1");
        assertThat(cards.get(people.get(2))).startsWith("Hi Maya2");
    }

    @Test
    void where_the_words_are_locked_those_of_their_language_leave_and_no_others() {
        List<SupporterId> people = people(2);
        speaks(people.get(0), "es");
        speaks(people.get(1), "es");
        CampaignId campaign = bilingual(people);
        db.execute("update campaigns set edits = 'LOCKED' where campaign_id = ?", campaign.value());
        assignments.pull(tess, campaign);
        var cards = desk.cards(tess, campaign, Set.of(), 2);

        correspondence.sendFirst(
                tess, cards.get(0).conversationId(), cards.get(0).scripted(), request());
        assertThatThrownBy(() -> correspondence.sendFirst(
                        tess, cards.get(1).conversationId(), "Hi Maya1, will you come?", request()))
                .isInstanceOf(Problem.Invalid.class);

        assertThat(messages(cards.get(0).conversationId(), "FIRST_TEXT")).isEqualTo(1);
    }

    @Test
    void replies_are_proposed_in_it_and_in_the_usual_words_where_the_script_has_none() {
        ConversationId conversation = texting("es");

        assertThat(outcomes.answer(tess, conversation, "come", "yes").reply()).isEqualTo("¡Genial, Maya0!");
        assertThat(outcomes.answer(tess, conversation, "come", "no").reply()).isEqualTo("Thanks anyway.");
        assertThat(desk.open(tess, conversation)
                        .questions()
                        .getFirst()
                        .answers()
                        .getFirst()
                        .reply())
                .isEqualTo("¡Genial, Maya0!");
    }

    @Test
    void a_texter_changes_the_language_in_the_conversation_and_the_next_campaign_knows_it() {
        ConversationId conversation = texting("en");
        assertThat(desk.open(tess, conversation).speech())
                .isEqualTo(new OpenConversation.Speech("en", false, Optional.of("es")));

        outcomes.speaks(tess, conversation, "es");

        assertThat(outcomes.answer(tess, conversation, "come", "yes").reply()).startsWith("¡Genial");
        assertThat(desk.open(tess, conversation).speech())
                .isEqualTo(new OpenConversation.Speech("es", true, Optional.of("en")));
        SupporterId who = now(conversation).supporter();
        assertThat(supporters.get(ora, who).language()).isEqualTo("es");
        clock.tick(java.time.Duration.ofDays(3));
        CampaignId next = bilingual(List.of(who));
        assignments.pull(tess, next);
        assertThat(desk.cards(tess, next, Set.of(), 1).getFirst().scripted()).startsWith("Hola");
    }

    @Test
    void nobody_changes_it_where_they_hold_no_conversation_and_only_to_a_language() {
        ConversationId conversation = texting("en");

        assertThatThrownBy(() -> outcomes.speaks(tom, conversation, "es")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> outcomes.speaks(tess, conversation, "Spanish!"))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(supporters.get(ora, now(conversation).supporter()).language())
                .isEqualTo("en");
    }

    @Test
    void the_conversation_shows_the_language_that_is_not_the_houses() {
        ConversationId conversation = texting("es");

        new Screens(house, db)
                .as(
                        tess,
                        window -> assertThat(Screens.on(window, "conversation/" + conversation.text()))
                                .contains("Spanish"));
    }

    private ConversationId texting(String language) {
        List<SupporterId> people = people(1);
        speaks(people.getFirst(), language);
        CampaignId campaign = bilingual(people);
        assignments.pull(tess, campaign);
        ConversationId conversation = heldBy(tess, campaign).getFirst();
        send(tess, conversation);
        hears(conversation, "Sí");
        return conversation;
    }

    private void speaks(SupporterId who, String language) {
        supporters.speaks(here.system(), who, language);
    }

    private CampaignId bilingual(List<SupporterId> people) {
        CampaignId made = campaign(people);
        ScriptTree english = scripts.version(
                here.organizationId(),
                new ScriptVersionId(
                        db.fetchSingle("select script_version_id from campaigns where campaign_id = ?", made.value())
                                .get(0, long.class)));
        ScriptTree spanish = TreePath.FIRST
                .into(0)
                .withAnswer(
                        english.alone("es").saying("Hola {firstName|}, ¿vienes? Responde STOP para salir"),
                        yes -> yes.saying("¡Genial, {firstName}!"));
        var script = scripts.write(ora, "Both " + made.text(), english.saidIn("es", spanish));
        db.execute(
                "update campaigns set script_version_id = ? where campaign_id = ?",
                scripts.get(ora, script).scriptVersionId().value(),
                made.value());
        return made;
    }
}
