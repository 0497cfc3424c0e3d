package org.rung.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.ladder.LadderStory;
import org.rung.people.SupporterId;

class ActionsTest extends LadderStory {
    @Test
    void a_texter_records_what_they_heard_and_nothing_else() {
        SupporterId nia = supporter();
        Actor.Member tess = neighbors.member(Role.TEXTER);
        ActionDraft vouched = new ActionDraft(
                nia,
                ActionType.ATTENDED,
                1,
                Optional.empty(),
                Verification.HUMAN,
                clock.instant(),
                tess.member(),
                Optional.empty(),
                "",
                Optional.empty());
        assertThatThrownBy(() -> actions.record(tess, vouched)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> actions.record(tess, Evidence.said(nia, ActionType.SIGNED, clock.instant())))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> standings.moveByHand(tess, ladder(), nia, 6, "friend"))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void the_same_once_key_again_adds_nothing() {
        SupporterId nia = supporter();
        ActionId first = actions.record(system, Evidence.once(nia, "form-7", clock.instant()));
        assertThat(actions.recordAll(
                        system,
                        List.of(
                                Evidence.once(nia, "form-7", clock.instant()),
                                Evidence.once(nia, "form-8", clock.instant()),
                                Evidence.once(nia, "form-8", clock.instant()))))
                .startsWith(first);
        assertThat(actions.before(system, nia, later(), 10)).hasSize(2);
    }

    @Test
    void bad_actions_are_refused_and_leave_nothing() {
        SupporterId nia = supporter();
        SupporterId stranger = new SupporterId(Id.next());
        assertThatThrownBy(() -> actions.record(
                        system,
                        Evidence.said(nia, ActionType.SIGNED, clock.instant().plus(Duration.ofHours(1)))))
                .hasMessageContaining("future");
        assertThatThrownBy(() -> actions.record(
                        system,
                        Evidence.said(nia, ActionType.SIGNED, clock.instant().minus(Duration.ofDays(21 * 366)))))
                .hasMessageContaining("20 years");
        assertThatThrownBy(() -> actions.record(system, Evidence.said(nia, ActionType.RECRUIT_ROSE, clock.instant())))
                .hasMessageContaining("RECRUITED");
        assertThatThrownBy(() -> actions.recordAll(
                        system,
                        List.of(
                                Evidence.said(nia, ActionType.SIGNED, clock.instant()),
                                Evidence.said(stranger, ActionType.SIGNED, clock.instant()))))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> actions.record(
                        system,
                        new ActionDraft(
                                nia,
                                ActionType.SIGNED,
                                0,
                                Optional.empty(),
                                Verification.SELF,
                                clock.instant(),
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                Optional.empty())))
                .hasMessageContaining("quantity");
        assertThat(actions.before(system, nia, later(), 10)).isEmpty();
    }
}
