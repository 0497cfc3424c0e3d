package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.SupporterId;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.ScriptVersionId;
import org.rung.scripts.Split;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign whose first text is said in three ways. */
class WordingsTest extends TextingStory {
    private static final int WAYS = 3;

    @Autowired
    WordingResults results;

    @Test
    void everyone_gets_one_of_all_and_keeps_it_whoever_pulls_them() {
        CampaignId campaign = worded(people(40));
        assignments.pull(tess, campaign);

        Map<ConversationId, FirstTextCard> first = cards(campaign);
        assignments.giveBack(tess, campaign);
        assignments.pull(tess, campaign);

        assertThat(cards(campaign))
                .allSatisfy((conversation, card) -> assertThat(card.scripted())
                        .isEqualTo(first.get(conversation).scripted()));
        assertThat(first.values())
                .extracting(card -> card.scripted().substring(0, 3))
                .contains("Hi ", "Hey", "Dea");
    }

    @Test
    void the_database_splits_as_the_program_does() {
        for (long id : new long[] {1, 4_711, 1L << 40, Long.MAX_VALUE - 7})
            for (int ways = 1; ways <= 4; ways++)
                assertThat(db.fetchSingle("select mod(crc32(?), ?)", id, ways).get(0, int.class))
                        .isEqualTo(Split.of(id, ways));
    }

    @Test
    void where_words_are_locked_each_wording_leaves_where_it_belongs_and_nowhere_else() {
        CampaignId campaign = worded(people(40));
        db.execute("update campaigns set edits = 'LOCKED' where campaign_id = ?", campaign.value());
        assignments.pull(tess, campaign);
        List<FirstTextCard> cards = List.copyOf(cards(campaign).values());
        FirstTextCard hey = one(cards, "Hey");
        FirstTextCard dear = one(cards, "Dea");

        assertThatThrownBy(() -> correspondence.sendFirst(
                        tess, hey.conversationId(), dear.scripted().replaceFirst("Maya\\d+", "Maya"), request()))
                .isInstanceOf(Problem.Invalid.class);
        correspondence.sendFirst(tess, hey.conversationId(), hey.scripted(), request());
        correspondence.sendFirst(tess, dear.conversationId(), dear.scripted(), request());

        assertThat(messages(hey.conversationId(), "FIRST_TEXT")).isEqualTo(1);
        assertThat(messages(dear.conversationId(), "FIRST_TEXT")).isEqualTo(1);
    }

    @Test
    void replies_yeses_and_opt_outs_are_counted_for_the_wording_that_was_read() {
        CampaignId campaign = worded(people(40));
        assignments.pull(tess, campaign);
        List<FirstTextCard> cards = List.copyOf(cards(campaign).values());
        List<FirstTextCard> dear = all(cards, "Dea");
        dear.forEach(card -> sends(card));
        List<FirstTextCard> hey = all(cards, "Hey");
        hey.forEach(card -> sends(card));
        correspondence.sendFirst(
                tess, one(cards, "Hi ").conversationId(), "Words of my own. Reply STOP to end", request());

        hears(dear.get(0).conversationId(), "Yes!");
        outcomes.answer(tess, dear.get(0).conversationId(), "come", "yes");
        hears(dear.get(1).conversationId(), "No");
        outcomes.answer(tess, dear.get(1).conversationId(), "come", "no");
        outcomes.optOut(tess, hey.get(0).conversationId());

        List<WordingResult> found = results.of(ora, campaign);
        assertThat(found).hasSize(WAYS);
        assertThat(found.get(2).texted()).isEqualTo(dear.size());
        assertThat(found.get(2).replied().some()).isEqualTo(2);
        assertThat(found.get(2).yes().some()).isEqualTo(1);
        assertThat(found.get(2).optedOut().some()).isZero();
        assertThat(found.get(1).texted()).isEqualTo(hey.size());
        assertThat(found.get(1).optedOut().some()).isEqualTo(1);
        assertThat(found.get(0).texted())
                .as("what a texter wrote is no wording's")
                .isZero();
    }

    @Test
    void only_who_sees_conversations_sees_results_and_only_their_own() {
        CampaignId campaign = worded(people(2));

        assertThatThrownBy(() -> results.of(tess, campaign)).isInstanceOf(Problem.Refused.class);
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> results.of(elsewhere, campaign)).isInstanceOf(Problem.Missing.class);
        assertThat(results.of(ora, campaign(people(1)))).as("one wording").isEmpty();
    }

    private void sends(FirstTextCard card) {
        correspondence.sendFirst(tess, card.conversationId(), card.scripted(), request());
    }

    private static FirstTextCard one(List<FirstTextCard> cards, String start) {
        return all(cards, start).getFirst();
    }

    private static List<FirstTextCard> all(List<FirstTextCard> cards, String start) {
        return cards.stream().filter(card -> card.scripted().startsWith(start)).toList();
    }

    private Map<ConversationId, FirstTextCard> cards(CampaignId campaign) {
        return desk.cards(tess, campaign, Set.of(), 50).stream()
                .collect(Collectors.toMap(FirstTextCard::conversationId, Function.identity()));
    }

    private CampaignId worded(List<SupporterId> people) {
        CampaignId made = campaign(people);
        ScriptTree tree = scripts.version(
                here.organizationId(),
                new ScriptVersionId(
                        db.fetchSingle("select script_version_id from campaigns where campaign_id = ?", made.value())
                                .get(0, long.class)));
        var script = scripts.write(
                ora,
                "Three ways " + made.text(),
                tree.worded(List.of(
                        "Hey {firstName|there}, {organization.name} here. Coming? Reply STOP to end",
                        "Dear {firstName|neighbour}, {organization.name} meets. Will you? Reply STOP to end")));
        db.execute(
                "update campaigns set script_version_id = ? where campaign_id = ?",
                scripts.get(ora, script).scriptVersionId().value(),
                made.value());
        return made;
    }
}
