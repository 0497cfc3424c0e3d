package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.people.SupporterId;

class RosesTest extends LadderStory {
    @Test
    void a_recruits_first_rise_counts_for_the_first_recruiter_once() {
        SupporterId ora = supporter();
        SupporterId late = supporter();
        List<SupporterId> recruits = List.of(supporter(), supporter(), supporter());
        for (SupporterId recruit : recruits) {
            actions.record(system, Evidence.recruited(ora, recruit, clock.instant()));
            actions.record(
                    system, Evidence.recruited(late, recruit, clock.instant().plusSeconds(60)));
            clock.tick(Duration.ofHours(1));
            actions.record(system, Evidence.said(recruit, ActionType.SIGNED, clock.instant()));
            actions.record(system, Evidence.said(recruit, ActionType.SHARED, clock.instant()));
        }
        assertThat(count(ora, ActionType.RECRUIT_ROSE)).isEqualTo(3);
        assertThat(count(late, ActionType.RECRUIT_ROSE)).isZero();
        assertThat(standing(ora).position()).isEqualTo(5);
        assertThat(standing(ora).cause().in(Locale.US, ZoneOffset.UTC)).startsWith("3 people they recruited moved up");
    }

    @Test
    void a_rise_that_was_a_mistake_is_taken_from_the_recruiter_and_may_come_back() {
        SupporterId ora = supporter();
        SupporterId recruit = supporter();
        actions.record(system, Evidence.recruited(ora, recruit, clock.instant()));
        ActionId signed = actions.record(system, Evidence.said(recruit, ActionType.SIGNED, clock.instant()));
        assertThat(count(ora, ActionType.RECRUIT_ROSE)).isEqualTo(1);
        actions.voidAction(system, signed, "a test row");
        assertThat(count(ora, ActionType.RECRUIT_ROSE)).isZero();
        actions.record(system, Evidence.said(recruit, ActionType.SHARED, clock.instant()));
        assertThat(count(ora, ActionType.RECRUIT_ROSE)).isEqualTo(1);
    }
}
