package org.rung.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Members;
import org.rung.actions.ActionType;
import org.rung.cast.NewOrganization;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentState;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

class LeadersTest extends ImpactStory {
    @Autowired
    Members members;

    @Test
    void there_is_none_until_an_admin_turns_it_on_and_that_is_written_down() {
        var ada = here.member(Role.ADMIN);
        promised(tess, someone(), AskFamily.COME);
        assertThat(leaders.top(tess)).isEmpty();
        assertThatThrownBy(() -> leaders.turn(ora, true)).isInstanceOf(Problem.Refused.class);

        leaders.turn(ada, true);
        leaders.turn(ada, true);
        assertThat(leaders.top(tess).orElseThrow()).hasSize(1);
        assertThat(leaders.top(NewOrganization.with(db).member(Role.TEXTER))).isEmpty();
        leaders.turn(ada, false);
        assertThat(leaders.top(tess)).isEmpty();
        assertThat(db.fetch(
                                "select verb from audit_log where organization_id = ? order by audit_id",
                                here.organizationId().value())
                        .map(row -> row.get(0, String.class)))
                .containsExactly("leaderboard.opened", "leaderboard.closed");
    }

    @Test
    void a_promise_kept_weighs_more_than_someone_who_came_and_that_more_than_a_promise_made_and_texts_nothing() {
        leaders.turn(here.member(Role.ADMIN), true);
        var tara = here.member(Role.TEXTER);
        var theo = here.member(Role.TEXTER);
        for (int i = 0; i < 40; i++) did(theo, someone(), ActionType.REPLIED, clock.instant());
        did(tom, someone(), ActionType.ATTENDED, clock.instant());
        for (int i = 0; i < 2; i++) promised(tara, someone(), AskFamily.COME);
        commitments.settle(ora, promised(tess, someone(), AskFamily.SIGN), CommitmentState.KEPT);

        assertThat(leaders.top(tess).orElseThrow())
                .extracting(Leader::memberId, Leader::kept, Leader::came, Leader::promised)
                .containsExactly(
                        Tuple.tuple(tess.memberId(), 1, 0, 1),
                        Tuple.tuple(tom.memberId(), 0, 1, 0),
                        Tuple.tuple(tara.memberId(), 0, 0, 2));
    }

    @Test
    void whoever_hides_is_suspended_or_moved_somebody_long_ago_is_not_on_it() {
        var ada = here.member(Role.ADMIN);
        leaders.turn(ada, true);
        var gone = here.member(Role.TEXTER);
        for (Actor.Member each : List.of(tess, tom, gone)) promised(each, someone(), AskFamily.COME);
        members.suspend(ada, gone.memberId());
        assertThat(leaders.hidden(tess)).isFalse();

        leaders.hide(tess, true);
        assertThat(leaders.hidden(tess)).isTrue();
        assertThat(who()).containsExactly(tom.memberId());
        leaders.hide(tess, false);
        assertThat(who()).containsExactlyInAnyOrder(tess.memberId(), tom.memberId());
        clock.tick(Leaders.OVER.plus(Duration.ofSeconds(1)));
        assertThat(who()).isEmpty();
    }

    @Test
    void it_ends_after_ten_so_that_nobody_is_last() {
        leaders.turn(here.member(Role.ADMIN), true);
        for (int i = 0; i < Leaders.SHOWN + 3; i++) promised(here.member(Role.TEXTER), someone(), AskFamily.COME);

        assertThat(leaders.top(tess).orElseThrow()).hasSize(Leaders.SHOWN);
    }

    private List<org.rung.common.MemberId> who() {
        return leaders.top(tess).orElseThrow().stream().map(Leader::memberId).toList();
    }
}
