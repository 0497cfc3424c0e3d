package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignScripts;
import org.rung.campaigns.NewerScript;
import org.rung.campaigns.ScriptMove;
import org.rung.campaigns.ScriptUse;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptChange;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.ScriptVersionId;
import org.springframework.beans.factory.annotation.Autowired;

/** A running campaign is moved on to a newer version of its script, and back. */
@Tag("store")
class MovedOnTest extends TextingStory {
    private static final String NEWER =
            "Hello {firstName|there}, {texter.firstName} from {organization.name} here. Can you come? Reply STOP to end";

    @Autowired
    CampaignScripts campaignScripts;

    @Autowired
    WordingResults wordings;

    private ScriptTree tree(CampaignId campaign) {
        return scripts.get(ora, campaigns.get(ora, campaign).script().orElseThrow())
                .tree();
    }

    private void write(CampaignId campaign, ScriptTree tree) {
        var script = scripts.get(ora, campaigns.get(ora, campaign).script().orElseThrow());
        scripts.change(ora, script.scriptId(), script.name(), tree, script.number());
    }

    /** Asks something else instead. */
    private static ScriptTree asking(ScriptTree tree, String key) {
        var lift = new AnswerChoice("lift", "Needs a lift", "We will fetch you.", List.of(), Optional.empty());
        return tree.saying(NEWER).asking(Optional.of(new Question(key, "How will they come?", List.of(lift))));
    }

    private ScriptMove moveOn(CampaignId campaign) {
        NewerScript newer = campaignScripts.newer(ora, campaign).orElseThrow();
        return campaignScripts.moveOn(
                ora, campaign, newer.said().scriptVersionId(), newer.latest().scriptVersionId());
    }

    private ScriptVersionId says(CampaignId campaign) {
        return campaigns.get(ora, campaign).scriptVersion().orElseThrow();
    }

    private String card(CampaignId campaign) {
        return desk.cards(tess, campaign, java.util.Set.of(), 1).getFirst().body();
    }

    @Test
    void a_campaign_says_what_it_began_with_until_it_is_moved_on() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        assertThat(campaignScripts.newer(ora, campaign)).isEmpty();

        write(campaign, tree(campaign).saying(NEWER));
        assertThat(card(campaign)).startsWith("Hi Maya");

        assertThat(moveOn(campaign).number()).isEqualTo(2);
        assertThat(card(campaign)).startsWith("Hello Maya");
        assertThat(campaignScripts.newer(ora, campaign)).isEmpty();
        assertThat(campaignScripts.moves(ora, campaign)).hasSize(1);
    }

    @Test
    void what_was_answered_stays_readable_though_its_question_is_gone() {
        ConversationId conversation = texted();
        CampaignId campaign = now(conversation).campaign().orElseThrow();
        hears(conversation, "Perhaps");
        outcomes.answer(tess, conversation, "come", "maybe");

        write(campaign, asking(tree(campaign), "way"));
        moveOn(campaign);

        OpenConversation open = desk.open(tess, conversation);
        assertThat(open.questions()).extracting(Question::key).containsExactly("way");
        assertThat(open.past()).hasSize(1);
        assertThat(open.past().getFirst().words()).isEqualTo("Will they come?");
        assertThat(open.past().getFirst().answers())
                .extracting(AnswerChoice::label)
                .containsExactly("Maybe");
        assertThat(open.answers()).containsEntry("come", "maybe");

        outcomes.answer(tess, conversation, "way", "lift");
        assertThat(desk.open(tess, conversation).answers())
                .containsEntry("way", "lift")
                .containsEntry("come", "maybe");
        assertThatThrownBy(() -> outcomes.answer(tess, conversation, "come", "yes"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void the_dialog_says_what_changes_and_who_stands_where() {
        CampaignId campaign = campaign(people(3));
        assignments.pull(tess, campaign);
        List<ConversationId> held = heldBy(tess, campaign);
        send(tess, held.get(0));
        send(tess, held.get(1));
        hears(held.get(1), "Perhaps");
        outcomes.answer(tess, held.get(1), "come", "maybe");
        write(campaign, asking(tree(campaign), "way"));

        NewerScript newer = campaignScripts.newer(ora, campaign).orElseThrow();

        assertThat(newer.change().firstText()).isTrue();
        assertThat(newer.change().of(ScriptChange.Kind.NEW))
                .extracting(ScriptChange.OfQuestion::key)
                .containsExactly("way");
        assertThat(newer.change().of(ScriptChange.Kind.GONE))
                .extracting(ScriptChange.OfQuestion::key)
                .containsExactly("come");
        assertThat(newer.standings())
                .containsExactlyInAnyOrder(
                        new ScriptUse.Standing(Optional.empty(), false, false, 1),
                        new ScriptUse.Standing(Optional.empty(), true, false, 1),
                        new ScriptUse.Standing(Optional.empty(), true, true, 1));
    }

    @Test
    void of_two_organizers_at_once_the_second_is_told() throws Exception {
        CampaignId campaign = campaign(people(1));
        write(campaign, tree(campaign).saying(NEWER));
        NewerScript newer = campaignScripts.newer(ora, campaign).orElseThrow();
        Callable<String> move = () -> {
            try {
                campaignScripts.moveOn(
                        ora,
                        campaign,
                        newer.said().scriptVersionId(),
                        newer.latest().scriptVersionId());
                return "moved";
            } catch (Problem.Conflict second) {
                return second.sentence().key();
            }
        };

        assertThat(AtOnce.all(List.of(move, move))).containsExactlyInAnyOrder("moved", "problem.script-moved");
        assertThat(campaignScripts.moves(ora, campaign)).hasSize(1);
    }

    @Test
    void what_was_written_since_one_looked_is_not_taken_unseen() {
        CampaignId campaign = campaign(people(1));
        write(campaign, tree(campaign).saying(NEWER));
        NewerScript seen = campaignScripts.newer(ora, campaign).orElseThrow();
        write(campaign, tree(campaign).saying(NEWER + " please"));

        assertThatThrownBy(() -> campaignScripts.moveOn(
                        ora,
                        campaign,
                        seen.said().scriptVersionId(),
                        seen.latest().scriptVersionId()))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("3");
        assertThat(says(campaign)).isEqualTo(seen.said().scriptVersionId());
    }

    @Test
    void it_goes_back_while_nobody_was_texted_with_it_and_not_after() {
        CampaignId campaign = campaign(people(2));
        assignments.pull(tess, campaign);
        ScriptVersionId before = says(campaign);
        write(campaign, tree(campaign).saying(NEWER));
        ScriptMove first = moveOn(campaign);

        campaignScripts.undo(ora, first.scriptMoveId());
        campaignScripts.undo(ora, first.scriptMoveId());
        assertThat(says(campaign)).isEqualTo(before);

        ScriptMove again = moveOn(campaign);
        assertThat(campaignScripts.undoable(ora, again)).isTrue();
        send(tess, heldBy(tess, campaign).getFirst());

        assertThat(campaignScripts.undoable(ora, again)).isFalse();
        assertThatThrownBy(() -> campaignScripts.undo(ora, again.scriptMoveId()))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(says(campaign)).isEqualTo(again.version());
    }

    @Test
    void the_words_of_the_version_before_are_not_sent_unawares() {
        CampaignId campaign = campaign(people(1));
        assignments.pull(tess, campaign);
        FirstTextCard old = desk.cards(tess, campaign, java.util.Set.of(), 1).getFirst();
        write(campaign, tree(campaign).saying(NEWER));
        moveOn(campaign);

        assertThatThrownBy(() -> correspondence.sendFirst(tess, old.conversationId(), old.body(), request()))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        refused -> assertThat(refused.field()).isEqualTo("firstText"));
        assertThat(messages(old.conversationId(), "FIRST_TEXT")).isZero();

        correspondence.sendFirst(tess, old.conversationId(), card(campaign), request());
        assertThat(messages(old.conversationId(), "FIRST_TEXT")).isOne();
    }

    @Test
    void wordings_are_counted_from_where_they_began() {
        CampaignId campaign = campaign(people(4));
        assignments.pull(tess, campaign);
        List<ConversationId> held = new ArrayList<>(heldBy(tess, campaign));
        correspondence.sendFirst(tess, held.getFirst(), card(campaign), request());
        write(campaign, tree(campaign).worded(List.of(NEWER)));
        clock.tick(java.time.Duration.ofSeconds(1));
        moveOn(campaign);
        clock.tick(java.time.Duration.ofSeconds(1));
        desk.cards(tess, campaign, java.util.Set.of(), 10)
                .forEach(each -> correspondence.sendFirst(tess, each.conversationId(), each.body(), request()));

        assertThat(wordings.of(ora, campaign)).hasSize(2);
        assertThat(wordings.of(ora, campaign).stream()
                        .mapToInt(WordingResult::texted)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void a_script_that_may_not_be_texted_is_not_taken() {
        CampaignId campaign = campaign(people(1));
        write(campaign, tree(campaign).saying("Come on Thursday"));

        assertThat(campaignScripts.newer(ora, campaign).orElseThrow().missing()).isNotEmpty();
        assertThatThrownBy(() -> moveOn(campaign)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void only_who_runs_campaigns_of_the_same_organization_moves_it_and_no_draft_nor_ended_one() {
        CampaignId campaign = campaign(people(1));
        write(campaign, tree(campaign).saying(NEWER));
        NewerScript newer = campaignScripts.newer(ora, campaign).orElseThrow();
        var from = newer.said().scriptVersionId();
        var to = newer.latest().scriptVersionId();

        assertThatThrownBy(() -> campaignScripts.moveOn(tess, campaign, from, to))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(
                        () -> campaignScripts.moveOn(NewOrganization.with(db).member(Role.ADMIN), campaign, from, to))
                .isInstanceOf(Problem.Missing.class);
        campaigns.end(ora, campaign);
        assertThatThrownBy(() -> campaignScripts.moveOn(ora, campaign, from, to))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(campaignScripts.newer(ora, campaign)).isEmpty();
    }
}
