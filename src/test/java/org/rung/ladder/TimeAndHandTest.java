package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class TimeAndHandTest extends LadderStory {
    @Autowired
    Falls falls;

    @Test
    void time_alone_lets_a_rung_slip_and_fall() {
        SupporterId nia = supporter();
        actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));
        clock.tick(Duration.ofDays(120 + 89));
        assertThat(standing(nia).slipping()).isFalse();
        clock.tick(Duration.ofDays(1));
        assertThat(standing(nia).slipping()).isTrue();
        clock.tick(Duration.ofDays(30));
        while (falls.some(200)) {}
        assertThat(standing(nia).position()).isEqualTo(3);
        assertThat(standing(nia).highest()).isEqualTo(4);
        assertThat(standing(nia).slipping()).isFalse();
        assertThat(moves(nia).getFirst().cause()).isEqualTo(MoveCause.FADE);
    }

    @Test
    void a_lock_holds_through_illness() {
        SupporterId nia = supporter();
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        actions.record(system, Evidence.verified(nia, ActionType.ATTENDED, clock.instant()));
        standings.lock(cory, ladder(), nia, "in hospital");
        assertThatThrownBy(() -> standings.lock(cory, ladder(), nia, "twice")).isInstanceOf(Problem.Conflict.class);
        clock.tick(Duration.ofDays(500));
        while (falls.some(200)) {}
        assertThat(standing(nia).position()).isEqualTo(4);
        assertThat(standing(nia).lockReason()).contains("in hospital");
        standings.unlock(cory, ladder(), nia);
        assertThat(standing(nia).position()).isEqualTo(4);
        assertThat(standing(nia).lockReason()).isEmpty();
        clock.tick(Duration.ofDays(120));
        while (falls.some(200)) {}
        assertThat(standing(nia).position()).isEqualTo(3);
    }

    @Test
    void only_a_member_with_a_reason_confirms_a_leader() {
        SupporterId nia = supporter();
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        assertThatThrownBy(() -> standings.moveByHand(system, ladder(), nia, 6, "looks right"))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> standings.moveByHand(cory, ladder(), nia, 6, " "))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> standings.moveByHand(cory, ladder(), nia, 7, "higher"))
                .isInstanceOf(Problem.Invalid.class);
        standings.moveByHand(cory, ladder(), nia, 6, "one-to-one on Tuesday | great");
        assertThat(standing(nia).position()).isEqualTo(6);
        assertThat(standing(nia).cause().of()).isEqualTo("one-to-one on Tuesday | great");
        assertThat(moves(nia).getFirst().member()).contains(cory.memberId());
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));
        clock.tick(Duration.ofDays(2000));
        while (falls.some(200)) {}
        assertThat(standing(nia).position()).isEqualTo(6);
    }
}
