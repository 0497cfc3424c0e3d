package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Organizations;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.cast.AtOnce;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class LaddersTest extends LadderStory {
    @Autowired
    Organizations organizations;

    private static final Locale SPANISH = Locale.of("es");

    @Test
    void a_rung_is_called_otherwise_and_history_and_standings_stay() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        SupporterId nia = supporter();
        actions.record(system, Evidence.said(nia, ActionType.SIGNED, clock.instant()));

        rename(cory, List.of(new RungName(rung(2).rungId(), " With us ", "said yes to something")), Locale.US);

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

        rename(
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
        assertThatThrownBy(() -> rename(cory, List.of(new RungName(rung(2).rungId(), "leading", "")), Locale.US))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new RungName(rung(2).rungId(), " ", "")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new RungName(rung(2).rungId(), "x".repeat(61), ""))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(rung(2).name()).isEqualTo("Endorsing");

        rename(
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
            assertThatThrownBy(() -> rename(neighbors.member(role), List.of(name), Locale.US))
                    .isInstanceOf(Problem.Refused.class);
        }
        assertThatThrownBy(() -> rename(strangers().member(Role.ADMIN), List.of(name), Locale.US))
                .isInstanceOf(Problem.Missing.class);
        assertThat(rung(2).name()).isEqualTo("Endorsing");
    }

    @Test
    void whoever_saves_second_hears_of_the_first_and_then_has_the_last_word() {
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        List<Rung> seen = rungs();
        rename(cory, List.of(new RungName(rung(3).rungId(), "Pitching in", "")), Locale.US);

        List<RungName> late =
                List.of(new RungName(rung(2).rungId(), "With us", ""), new RungName(rung(3).rungId(), "Helping", ""));
        assertThatThrownBy(() -> ladders.rename(neighbors.member(Role.ADMIN), seen, late, Locale.US))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("Somebody else changed the ladder");
        assertThat(rung(2).name()).isEqualTo("Endorsing");
        assertThat(rung(3).name()).isEqualTo("Pitching in");

        ladders.rename(neighbors.member(Role.ADMIN), rungs(), late, Locale.US);
        assertThat(rung(3).name()).isEqualTo("Helping");
    }

    @Test
    void of_many_who_save_in_the_same_moment_one_is_first_and_no_name_is_there_twice() throws Exception {
        List<Rung> seen = rungs();
        List<Callable<Boolean>> editors = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(at -> () -> {
                    try {
                        ladders.rename(
                                neighbors.member(Role.COORDINATOR),
                                seen,
                                // Half of them want the second rung to have the name, half the third.
                                List.of(
                                        new RungName(rung(2).rungId(), at % 2 == 0 ? "Ours" : "Second", "by " + at),
                                        new RungName(rung(3).rungId(), at % 2 == 0 ? "Third" : "Ours", "by " + at)),
                                Locale.US);
                        return true;
                    } catch (Problem.Conflict late) {
                        return false;
                    }
                })
                .toList();

        assertThat(AtOnce.all(editors)).containsOnlyOnce(true);
        assertThat(List.of(rung(2).name(), rung(3).name())).containsOnlyOnce("Ours");
        assertThat(rung(2).blurb()).isEqualTo(rung(3).blurb());
    }

    @Test
    void a_new_organizations_rungs_are_called_in_its_founders_language() {
        OrganizationId vecinas = organizations.found("Vecinas", "US", ZoneId.of("America/Chicago"), SPANISH, false);
        assertThat(ladders.of(vecinas, LadderKind.COMMITMENT).rung(2).name()).isEqualTo("Apoya");
        OrganizationId voisines =
                organizations.found("Voisines", "FR", ZoneId.of("Europe/Paris"), Locale.FRENCH, false);
        assertThat(ladders.of(voisines, LadderKind.COMMITMENT).rung(2).name()).isEqualTo("Endorsing");
    }

    /** As somebody who has just looked. */
    private void rename(Actor actor, List<RungName> names, Locale reader) {
        ladders.rename(actor, rungs(), names, reader);
    }

    private List<Rung> rungs() {
        return ladders.of(neighbors.organizationId()).stream()
                .flatMap(ladder -> ladder.rungs().stream())
                .toList();
    }

    private Rung rung(int position) {
        return ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT).rung(position);
    }
}
