package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.SupporterId;

class LaddersTest extends LadderStory {
    private static final Locale SPANISH = Locale.of("es");

    @Test
    void a_rung_is_called_otherwise_and_history_and_standings_stay() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));

        ladders.rename(cory, List.of(new RungName(rung(2).rungId(), " With us ", "said yes to something")), Locale.US);

        assertThat(rung(2).name()).isEqualTo("With us");
        assertThat(rung(2).blurb()).isEqualTo("said yes to something");
        assertThat(rung(2).rule()).isPresent();
        assertThat(standing(nia).rung()).isEqualTo("With us");
        assertThat(moves(nia))
                .singleElement()
                .satisfies(move -> assertThat(move.to()).isEqualTo(2));
        assertThat(db.fetchValue(
                        "select detail from audit_log where verb = 'rung.renamed' and organization_id = ?",
                        neighbors.organizationId().value()))
                .isEqualTo("Endorsing → With us");
    }

    @Test
    void what_a_reader_leaves_as_it_reads_is_still_said_in_everyones_language() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        Rung third = rung(3);
        String name = StartingWords.in(SPANISH, third.name());
        assertThat(name).isNotEqualTo(third.name());

        ladders.rename(
                cory,
                List.of(
                        new RungName(third.rungId(), name, StartingWords.in(SPANISH, third.blurb())),
                        new RungName(rung(4).rungId(), "Vienen", StartingWords.in(SPANISH, rung(4).blurb()))),
                SPANISH);

        assertThat(rung(3)).isEqualTo(third);
        assertThat(rung(4).name()).isEqualTo("Vienen");
        assertThat(StartingWords.in(SPANISH, rung(4).blurb())).isNotEqualTo(rung(4).blurb());
    }

    @Test
    void two_rungs_of_a_ladder_have_two_names_and_may_swap_them() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        assertThatThrownBy(
                        () -> ladders.rename(cory, List.of(new RungName(rung(2).rungId(), "leading", "")), Locale.US))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new RungName(rung(2).rungId(), " ", "")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new RungName(rung(2).rungId(), "x".repeat(61), ""))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(rung(2).name()).isEqualTo("Endorsing");

        ladders.rename(
                cory,
                List.of(new RungName(rung(2).rungId(), "Leading", ""), new RungName(rung(6).rungId(), "Endorsing", "")),
                Locale.US);
        assertThat(rung(2).name()).isEqualTo("Leading");
        assertThat(rung(6).name()).isEqualTo("Endorsing");
    }

    @Test
    void only_those_who_may_edit_the_ladder_do_and_only_their_own() {
        RungName name = new RungName(rung(2).rungId(), "With us", "");
        for (Role role : List.of(Role.TEXTER, Role.ORGANIZER)) {
            assertThatThrownBy(() -> ladders.rename(neighbors.member(role), List.of(name), Locale.US))
                    .isInstanceOf(Problem.Refused.class);
        }
        assertThatThrownBy(() -> ladders.rename(strangers().member(Role.ADMIN), List.of(name), Locale.US))
                .isInstanceOf(Problem.Missing.class);
        assertThat(rung(2).name()).isEqualTo("Endorsing");
    }

    private Rung rung(int position) {
        return ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT).rung(position);
    }
}
