package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.db.Tables.GIVE_LINKS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CannedReplies;
import org.rung.campaigns.CannedReplyDraft;
import org.rung.campaigns.EditPolicy;
import org.rung.campaigns.Reach;
import org.rung.cast.Paying;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Check;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.springframework.beans.factory.annotation.Autowired;

/** {giveLink}: a link to give of each supporter's own, in first texts, replies and canned replies. */
class GiveLinkTextsTest extends TextingStory {
    private static final String LINK = "http://localhost:8080/g/[\\w-]{22}";

    @Autowired
    CannedReplies canned;

    @Autowired
    Reach reach;

    @Test
    void each_first_text_carries_the_link_of_its_reader_and_is_the_scripts_words() {
        Paying.opened(db, here.organizationId());
        db.execute(
                "insert into link_settings (organization_id, tracking, in_first_texts) values (?, true, true)",
                here.organizationId().value());
        CampaignId campaign = campaign(people(3), "Hi {firstName|there}, will you give? {giveLink} Reply STOP to end");
        campaigns.change(
                ora, campaign, CampaignDraft.of(campaigns.get(ora, campaign)).withEdits(EditPolicy.LOCKED));
        assignments.pull(tess, campaign);
        List<FirstTextCard> cards = desk.cards(tess, campaign, java.util.Set.of(), 10);
        assertThat(cards)
                .extracting(FirstTextCard::scripted)
                .doesNotHaveDuplicates()
                .allMatch(words -> words.matches("Hi Maya\\d, will you give\\? " + LINK + " Reply STOP to end"));
        assertThat(links()).as("made together").isEqualTo(3);

        FirstTextCard card = cards.getFirst();
        assertThat(correspondence
                        .sendFirst(tess, card.conversationId(), card.scripted(), request())
                        .body())
                .as("nobody else opens it, so that it needs no short one")
                .isEqualTo(card.scripted());
        assertThatThrownBy(
                        () -> correspondence.sendFirst(tess, cards.get(1).conversationId(), card.scripted(), request()))
                .as("somebody else's link is not what the script says")
                .isInstanceOf(Problem.Invalid.class);
        assertThat(links()).isEqualTo(3);
    }

    @Test
    void replies_and_canned_replies_carry_it_and_whoever_only_reads_makes_none() {
        Paying.opened(db, here.organizationId());
        canned.add(ora, new CannedReplyDraft(Optional.empty(), "Give", "Here, {firstName}: {giveLink}"));
        CampaignId campaign = campaign(people(1), "Hi {firstName|there}, will you give? Reply STOP to end");
        assignments.pull(tess, campaign);
        ConversationId talk = heldBy(tess, campaign).getFirst();
        send(tess, talk);
        hears(talk, "How?");

        Actor.Member reader = here.member(org.rung.common.Role.COORDINATOR);
        assertThat(desk.open(reader, talk).canned().getFirst().words()).endsWith("/g/AsLongAsYourOwnLinkIs0");
        assertThat(links()).isZero();
        OpenConversation open = desk.open(tess, talk);
        String words = open.canned().getFirst().words();
        assertThat(words).matches("Here, Maya0: " + LINK);
        assertThat(open.questions().getFirst().answers().getFirst().reply())
                .as("one link, wherever it stands")
                .endsWith(words.substring(words.indexOf("http")));
        assertThat(outcomes.answer(tess, talk, "give", "yes").reply()).endsWith(words.substring(words.indexOf("http")));
        assertThat(correspondence.reply(tess, talk, words, request()).body()).isEqualTo(words);
        assertThat(links()).isEqualTo(1);
    }

    @Test
    void without_a_page_to_give_on_the_campaign_does_not_start_and_says_what_to_do() {
        List<SupporterId> people = people(1);
        CampaignId campaign = campaign(
                people,
                "Hi {firstName|there}, it's {texter.firstName} with {organization.name}. A strike needs a fund, and ours is"
                        + " small yet. Will you give? {giveLink} Reply STOP to end");
        assertThat(check(campaign)).hasValueSatisfying(check -> {
            assertThat(check.level()).isEqualTo(Check.Level.MUST);
            assertThat(check.said().in(java.util.Locale.ENGLISH))
                    .contains("{giveLink}", "Settings, Online giving", "take the field out");
        });
        assertThatThrownBy(
                        () -> canned.add(ora, new CannedReplyDraft(Optional.empty(), "Give", "Here: {giveLink|soon}")))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        refused -> assertThat(refused.field()).isEqualTo("words"));
        Paying.opened(db, here.organizationId());
        assertThat(check(campaign)).isEmpty();
        assertThat(reach.checks(ora, campaigns.get(ora, campaign)))
                .as("the link counts as long as it will be: with it the text takes two segments")
                .anySatisfy(check -> {
                    assertThat(check.key()).isEqualTo("length");
                    assertThat(check.details()).containsExactly(2);
                });
    }

    private Optional<Check> check(CampaignId campaign) {
        return reach.checks(ora, campaigns.get(ora, campaign)).stream()
                .filter(check -> check.key().equals("giveLink"))
                .findFirst();
    }

    private int links() {
        return db.fetchCount(GIVE_LINKS, GIVE_LINKS.ORGANIZATION_ID.eq(here.organizationId()));
    }

    private CampaignId campaign(List<SupporterId> people, String firstText) {
        var yes = new AnswerChoice("yes", "Yes", "Thank you! Here: {giveLink}", List.of(), Optional.empty());
        return campaign(
                turfs.list(ora, "Eastside " + Id.next(), people),
                new ScriptTree(firstText, Optional.of(new Question("give", "Will they give?", List.of(yes)))));
    }
}
