package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Work moves between texters as whole conversations, and whoever was first has it. */
class WorkMovesTest extends TextingStory {
    private static final WorkMoveDraft.From AWAY = new WorkMoveDraft.Away();
    private static final WorkMoveDraft.To EVERYONE = new WorkMoveDraft.Everyone();
    private static final WorkMoveDraft.To AT_WORK = new WorkMoveDraft.AtWork();

    @Autowired
    WorkMoves moves;

    private static WorkMoveDraft.From of(Actor.Member texter) {
        return new WorkMoveDraft.Texter(texter.memberId());
    }

    private static WorkMoveDraft.To to(Actor.Member... texters) {
        return new WorkMoveDraft.These(
                Arrays.stream(texters).map(Actor.Member::memberId).collect(Collectors.toSet()));
    }

    private int move(CampaignId campaign, WorkMoveKind kind, WorkMoveDraft.From from, WorkMoveDraft.To to) {
        return moves.move(ora, campaign, new WorkMoveDraft(kind, from, to, WorkMoveDraft.MOST))
                .map(WorkMove::moved)
                .orElse(0);
    }

    private int holds(Actor.Member texter, CampaignId campaign, String state) {
        return db.fetchSingle(
                        "select count(*) from conversations where campaign_id = ? and member_id = ? and state = ?",
                        campaign.value(),
                        texter.memberId().value(),
                        state)
                .get(0, int.class);
    }

    /** As many people as that have answered tess. */
    private List<ConversationId> answeredTess(CampaignId campaign, int many) {
        assignments.handOut(ora, campaign, tess.memberId(), many);
        var all = heldBy(tess, campaign);
        all.forEach(one -> {
            send(tess, one);
            hears(one, "Where is it?");
        });
        return all;
    }

    private void works(Actor.Member texter, CampaignId campaign) {
        assertThat(assignments.pull(texter, campaign).firstTexts()).isPositive();
    }

    @Test
    void first_texts_of_a_texter_who_is_away_come_back_and_those_of_one_at_work_stay() {
        CampaignId campaign = campaign(people(8));
        assignments.handOut(ora, campaign, tess.memberId(), 3);
        works(tom, campaign);
        int toms = holds(tom, campaign, "NEEDS_FIRST_TEXT");

        assertThat(move(campaign, WorkMoveKind.FIRST_TEXTS, AWAY, EVERYONE)).isEqualTo(3);

        assertThat(holds(tess, campaign, "NEEDS_FIRST_TEXT")).isZero();
        assertThat(holds(tom, campaign, "NEEDS_FIRST_TEXT")).isEqualTo(toms);
        assertThat(move(campaign, WorkMoveKind.FIRST_TEXTS, AWAY, EVERYONE)).isZero();
    }

    @Test
    void replies_of_one_go_to_another_whole_and_only_they_can_answer() {
        CampaignId campaign = campaign(people(3));
        List<ConversationId> all = answeredTess(campaign, 3);

        assertThat(move(campaign, WorkMoveKind.REPLIES, of(tess), to(tom))).isEqualTo(3);

        assertThat(all).allSatisfy(one -> assertThat(holder(one)).isEqualTo(tom.memberId()));
        assertThatThrownBy(() -> correspondence.reply(tess, all.getFirst(), "Here", request()))
                .isInstanceOf(Problem.class);
        assertThat(correspondence.reply(tom, all.getFirst(), "At the school", request()))
                .isNotNull();
        assertThat(messages(all.getFirst(), "REPLY")).isOne();
    }

    @Test
    void a_conversation_that_waits_for_the_supporter_finds_its_new_texter() {
        CampaignId campaign = campaign(people(2));
        assignments.handOut(ora, campaign, tess.memberId(), 2);
        var all = heldBy(tess, campaign);
        all.forEach(one -> send(tess, one));

        assertThat(move(campaign, WorkMoveKind.REPLIES, of(tess), to(tom))).isZero();
        assertThat(move(campaign, WorkMoveKind.CONVERSATIONS, of(tess), to(tom)))
                .isEqualTo(2);
        hears(all.getFirst(), "Yes!");

        assertThat(now(all.getFirst()).state()).isEqualTo(ConversationState.NEEDS_RESPONSE);
        assertThat(holder(all.getFirst())).isEqualTo(tom.memberId());
    }

    @Test
    void replies_are_spread_evenly_over_those_at_work() {
        CampaignId campaign = campaign(people(60));
        answeredTess(campaign, 6);
        later(Duration.ofMinutes(20));
        works(tom, campaign);
        works(ora, campaign);

        assertThat(move(campaign, WorkMoveKind.REPLIES, AWAY, AT_WORK)).isEqualTo(6);

        assertThat(holds(tom, campaign, "NEEDS_RESPONSE")).isEqualTo(3);
        assertThat(holds(ora, campaign, "NEEDS_RESPONSE")).isEqualTo(3);
    }

    @Test
    void rebalancing_moves_only_what_is_over_ones_share() {
        CampaignId campaign = campaign(people(60));
        var all = answeredTess(campaign, 5);
        works(tom, campaign);

        assertThat(move(campaign, WorkMoveKind.REPLIES, new WorkMoveDraft.Anyone(), to(tess, tom)))
                .isEqualTo(2);

        assertThat(holds(tess, campaign, "NEEDS_RESPONSE")).isEqualTo(3);
        // She keeps those that wait longest: she has read them.
        assertThat(all.subList(0, 3)).allSatisfy(one -> assertThat(holder(one)).isEqualTo(tess.memberId()));
        assertThat(move(campaign, WorkMoveKind.REPLIES, new WorkMoveDraft.Anyone(), to(tess, tom)))
                .isZero();
    }

    @Test
    void two_organizers_who_move_the_same_at_once_move_each_conversation_once() throws Exception {
        CampaignId campaign = campaign(people(20));
        answeredTess(campaign, 20);
        var uma = here.member(Role.TEXTER);
        campaignTexters.add(ora, campaign, List.of(uma.memberId()));
        Callable<Integer> toTom = () -> move(campaign, WorkMoveKind.REPLIES, of(tess), to(tom));
        Callable<Integer> toUma = () -> move(campaign, WorkMoveKind.REPLIES, of(tess), to(uma));

        List<Integer> moved = AtOnce.all(List.of(toTom, toUma, toTom, toUma));

        assertThat(moved.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(holds(tess, campaign, "NEEDS_RESPONSE")).isZero();
        assertThat(holds(tom, campaign, "NEEDS_RESPONSE") + holds(uma, campaign, "NEEDS_RESPONSE"))
                .isEqualTo(20);
        // What each move says it moved is what it has on its list.
        assertThat(db.fetchSingle(
                                "select count(*), count(distinct r.conversation_id) from work_move_rows r"
                                        + " join work_moves w on w.work_move_id = r.work_move_id where w.campaign_id = ?",
                                campaign.value())
                        .into(Integer[].class))
                .containsExactly(20, 20);
        assertThat(db.fetchSingle(
                                "select count(*) from assignments a where a.campaign_id = ? and a.kind = 'REPLIES' and a.given <>"
                                        + " (select count(*) from conversations c where c.assignment_id = a.assignment_id)",
                                campaign.value())
                        .get(0, int.class))
                .isZero();
    }

    @Test
    void a_first_text_sent_while_its_conversation_moves_leaves_once_and_by_one_of_them() throws Exception {
        for (int round = 0; round < 8; round++) {
            CampaignId campaign = campaign(people(3));
            assignments.handOut(ora, campaign, tess.memberId(), 3);
            List<ConversationId> all = heldBy(tess, campaign);
            List<Callable<Integer>> calls = new ArrayList<>();
            calls.add(() -> move(campaign, WorkMoveKind.FIRST_TEXTS, of(tess), to(tom)));
            all.forEach(one -> calls.add(() -> {
                try {
                    send(tess, one);
                    return 1;
                } catch (Problem taken) {
                    return 0;
                }
            }));
            List<Integer> done = AtOnce.all(calls);

            heldBy(tom, campaign).forEach(one -> send(tom, one));

            assertThat(done.getFirst()
                            + done.subList(1, 4).stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                    .as("moved or sent by tess")
                    .isEqualTo(3);
            assertThat(all)
                    .allSatisfy(one -> assertThat(messages(one, "FIRST_TEXT")).isEqualTo(1));
        }
    }

    @Test
    void a_late_send_of_what_was_moved_is_refused_and_the_draft_is_kept() {
        CampaignId campaign = campaign(people(1));
        var one = answeredTess(campaign, 1).getFirst();
        correspondence.saveDraft(tess, one, "It is at the");
        move(campaign, WorkMoveKind.REPLIES, of(tess), to(tom));

        assertThatThrownBy(() -> correspondence.reply(tess, one, "It is at the school", request()))
                .isInstanceOf(Problem.Conflict.class);

        assertThat(db.fetchSingle("select words from drafts where conversation_id = ?", one.value())
                        .get(0, String.class))
                .as("what she wrote, as she meant to send it")
                .isEqualTo("It is at the school");
        assertThat(messages(one, "REPLY")).isZero();
    }

    @Test
    void a_move_is_put_back_but_for_what_was_answered_since() {
        CampaignId campaign = campaign(people(3));
        var all = answeredTess(campaign, 3);
        WorkMove move = moves.move(
                        ora, campaign, new WorkMoveDraft(WorkMoveKind.REPLIES, of(tess), to(tom), WorkMoveDraft.MOST))
                .orElseThrow();
        later(Duration.ofMinutes(1));
        correspondence.reply(tom, all.getFirst(), "At the school", request());
        hears(all.getFirst(), "When?");

        assertThat(moves.undo(ora, move.workMoveId())).isEqualTo(2);

        assertThat(holder(all.getFirst())).isEqualTo(tom.memberId());
        assertThat(holder(all.get(1))).isEqualTo(tess.memberId());
        assertThat(correspondence.reply(tess, all.get(1), "At the school", request()))
                .isNotNull();
        assertThatThrownBy(() -> moves.undo(ora, move.workMoveId())).isInstanceOf(Problem.Conflict.class);
        assertThat(moves.page(ora, campaign, Page.Wanted.first(10)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.undoneAt()).isPresent());
    }

    @Test
    void a_move_of_yesterday_and_one_to_somebody_suspended_are_not_put_back() {
        CampaignId campaign = campaign(people(2));
        answeredTess(campaign, 2);
        var draft = new WorkMoveDraft(WorkMoveKind.REPLIES, of(tess), to(tom), 1);
        WorkMove first = moves.move(ora, campaign, draft).orElseThrow();
        WorkMove second = moves.move(ora, campaign, draft).orElseThrow();
        db.execute(
                "update members set suspended_at = '2026-01-01 00:00:00' where member_id = ?",
                tess.memberId().value());

        assertThat(moves.undo(ora, first.workMoveId())).isZero();
        later(Duration.ofHours(13));
        assertThatThrownBy(() -> moves.undo(ora, second.workMoveId())).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void batches_count_what_was_taken_from_them_and_what_was_given() {
        CampaignId campaign = campaign(people(4));
        assignments.handOut(ora, campaign, tess.memberId(), 4);
        send(tess, heldBy(tess, campaign).getFirst());

        WorkMove move = moves.move(
                        ora,
                        campaign,
                        new WorkMoveDraft(WorkMoveKind.FIRST_TEXTS, of(tess), to(tom), WorkMoveDraft.MOST))
                .orElseThrow();

        assertThat(desk.work(tess, campaign).doneOfBatch()).isEqualTo(1);
        assertThat(desk.work(tom, campaign).held()).isEqualTo(3);
        moves.undo(ora, move.workMoveId());
        assertThat(desk.work(tess, campaign).held()).isEqualTo(3);
        assertThat(desk.work(tess, campaign).doneOfBatch()).isEqualTo(1);
        assertThat(desk.work(tom, campaign).held()).isZero();
        assertThat(desk.work(tom, campaign).doneOfBatch()).isZero();
    }

    @Test
    void what_is_with_an_organizer_or_rests_stays_where_it_is() {
        CampaignId campaign = campaign(people(2));
        var all = answeredTess(campaign, 2);
        db.execute(
                "update conversations set help_since_at = '2026-01-01 00:00:00' where conversation_id = ?",
                all.getFirst().value());
        db.execute(
                "update conversations set aside_until_at = '2030-01-01 00:00:00' where conversation_id = ?",
                all.getLast().value());

        assertThat(move(campaign, WorkMoveKind.REPLIES, of(tess), to(tom))).isZero();
    }

    @Test
    void only_who_assigns_work_moves_it_and_only_in_their_own_organization() {
        CampaignId campaign = campaign(people(1));
        answeredTess(campaign, 1);
        var draft = new WorkMoveDraft(WorkMoveKind.REPLIES, of(tess), to(tom), WorkMoveDraft.MOST);
        var stranger = NewOrganization.with(db).member(Role.ORGANIZER);

        assertThatThrownBy(() -> moves.move(tess, campaign, draft)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> moves.move(stranger, campaign, draft)).isInstanceOf(Problem.Missing.class);
        WorkMove move = moves.move(ora, campaign, draft).orElseThrow();
        assertThatThrownBy(() -> moves.undo(stranger, move.workMoveId())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> moves.page(stranger, campaign, Page.Wanted.first(5)))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> moves.move(
                        ora,
                        campaign,
                        new WorkMoveDraft(
                                WorkMoveKind.REPLIES,
                                of(tess),
                                new WorkMoveDraft.These(Set.of(stranger.memberId())),
                                1)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void where_nobody_is_at_work_nothing_moves_and_that_is_said() {
        CampaignId campaign = campaign(people(1));
        answeredTess(campaign, 1);
        later(Duration.ofHours(1));

        assertThatThrownBy(() -> move(campaign, WorkMoveKind.REPLIES, AWAY, AT_WORK))
                .isInstanceOf(Problem.Invalid.class);
    }
}
