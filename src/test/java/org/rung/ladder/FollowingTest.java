package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.ActionVoided;
import org.rung.actions.ActionsRecorded;
import org.rung.actions.Evidence;
import org.rung.cast.Announcements;
import org.rung.cast.NewOrganization;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class FollowingTest extends LadderStory {
    @Autowired
    Announcements announcements;

    @Test
    void a_batch_is_announced_once_and_moves_everyone_in_one_fold() {
        var people = new ArrayList<SupporterId>();
        var drafts = new ArrayList<ActionDraft>();
        for (int i = 0; i < 40; i++) {
            var who = supporter();
            people.add(who);
            drafts.add(Evidence.said(who, ActionType.SIGNED, clock.instant()));
            drafts.add(Evidence.verified(who, ActionType.ATTENDED, clock.instant()));
        }
        actions.recordAll(system, drafts);
        assertThat(recorded()).singleElement().satisfies(one -> {
            assertThat(one.actions()).hasSize(80);
            assertThat(one.supporters()).containsExactlyElementsOf(people);
        });
        // Two folds would rise to the second rung first, and announce that too.
        assertThat(moved())
                .singleElement()
                .satisfies(one -> assertThat(one.supporters()).containsExactlyInAnyOrderElementsOf(people));
        assertThat(people).allSatisfy(who -> {
            assertThat(standing(who).position()).isEqualTo(4);
            assertThat(moves(who)).hasSize(1);
        });
    }

    @Test
    void what_was_recorded_before_is_not_announced_again() {
        var nia = supporter();
        actions.record(system, Evidence.once(nia, "form", clock.instant()));
        actions.record(system, Evidence.once(nia, "form", clock.instant()));
        actions.recordAll(
                system,
                List.of(Evidence.once(nia, "form", clock.instant()), Evidence.once(nia, "form", clock.instant())));
        assertThat(recorded()).hasSize(1);
        assertThat(moved()).hasSize(1);
    }

    @Test
    void a_recruit_is_named_beside_the_recruiter_and_the_rose_that_follows_is_not_announced() {
        var ora = supporter();
        var recruit = supporter();
        actions.record(system, Evidence.said(recruit, ActionType.SIGNED, clock.instant()));
        actions.record(system, Evidence.recruited(ora, recruit, clock.instant()));
        assertThat(count(ora, ActionType.RECRUIT_ROSE)).isEqualTo(1);
        assertThat(recorded()).hasSize(2);
        assertThat(recorded().getLast().supporters()).containsExactly(ora, recruit);
    }

    @Test
    void voiding_is_announced_once_and_takes_the_rung_away() {
        var nia = supporter();
        var signed = actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        actions.voidAction(system, signed, "a mistake");
        actions.voidAction(system, signed, "again");
        assertThat(announcements.of(ActionVoided.class))
                .filteredOn(one -> one.organizationId().equals(neighbors.organizationId()))
                .singleElement()
                .satisfies(one -> assertThat(one.supporters()).containsExactly(nia));
        assertThat(standing(nia).position()).isEqualTo(1);
    }

    @Test
    void evidence_whose_fold_fails_is_not_kept() {
        neighbors = NewOrganization.with(db);
        system = neighbors.system();
        var nia = supporter();
        assertThatThrownBy(() -> actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant())))
                .as("no ladder to stand on")
                .isInstanceOf(Problem.Missing.class);
        assertThat(actions.before(system, nia, later(), 10)).isEmpty();
    }

    private List<ActionsRecorded> recorded() {
        return announcements.of(ActionsRecorded.class).stream()
                .filter(one -> one.organizationId().equals(neighbors.organizationId()))
                .toList();
    }

    private List<StandingMoved> moved() {
        return announcements.of(StandingMoved.class).stream()
                .filter(one -> one.organizationId().equals(neighbors.organizationId()))
                .toList();
    }
}
