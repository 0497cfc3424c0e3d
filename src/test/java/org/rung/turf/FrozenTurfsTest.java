package org.rung.turf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;

/** Eleven people with bicycles. */
@RungTest
class FrozenTurfsTest {
    private static final SupporterFilter BIKERS =
            new SupporterFilter("", List.of(new FilterLine("tag", "", List.of("bike"))));

    @Autowired
    Turfs turfs;

    @Autowired
    FrozenTurfs frozen;

    @Autowired
    Supporters supporters;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member ora;
    List<SupporterId> bikers;

    @BeforeEach
    void eleven_with_bicycles() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        bikers = people(11);
    }

    @Test
    void a_turf_is_divided_so_that_everyone_is_in_one_list_and_all_are_as_long() {
        var turf = turfs.cut(ora, "Bikers", BIKERS);

        var parts = frozen.divide(ora, turf, 3);

        assertThat(parts)
                .map(part -> turfs.get(ora, part).name())
                .containsExactly("Bikers · 1/3", "Bikers · 2/3", "Bikers · 3/3");
        assertThat(parts).map(part -> in(part).size()).containsExactly(4, 4, 3);
        var all = new ArrayList<SupporterId>();
        parts.forEach(part -> all.addAll(in(part)));
        assertThat(all).containsExactlyInAnyOrderElementsOf(bikers);
        assertThat(in(turf)).as("stays as it is").hasSize(11);
        assertThat(in(parts.getFirst())).as("by chance").isNotEqualTo(Set.copyOf(bikers.subList(0, 4)));
    }

    @Test
    void nothing_is_made_of_too_few_people_or_too_many_parts() {
        var turf = turfs.list(ora, "Two", bikers.subList(0, 2));

        assertThatThrownBy(() -> frozen.divide(ora, turf, 3)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> frozen.divide(ora, turf, 1)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> frozen.divide(ora, turf, 51)).isInstanceOf(Problem.Invalid.class);
        assertThat(turfs.all(ora)).hasSize(1);
        var other = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> frozen.divide(other, turf, 2)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> frozen.divide(here.member(Role.TEXTER), turf, 2))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_list_says_who_drifted_and_is_frozen_anew() {
        var list = turfs.freeze(ora, "Bikers today", BIKERS);
        assertThat(frozen.drift(ora, list)).contains(new Drift(0, 0));
        supporters.untag(ora, bikers.subList(0, 2), "bike");
        var come = people(3);

        assertThat(frozen.drift(ora, list)).contains(new Drift(2, 3));
        assertThat(in(list)).as("stays as it was").isEqualTo(Set.copyOf(bikers));
        assertThat(frozen.freezeAnew(ora, list)).isEqualTo(new Drift(2, 3));

        var now = new ArrayList<>(bikers.subList(2, 11));
        now.addAll(come);
        assertThat(in(list)).isEqualTo(Set.copyOf(now));
        assertThat(frozen.drift(ora, list).filter(Drift::none)).isPresent();
    }

    @Test
    void a_list_made_of_the_people_of_a_list_is_frozen_anew_too() {
        var first = turfs.freeze(ora, "Bikers today", BIKERS);
        var filter = new SupporterFilter("", List.of(new FilterLine("list", "", List.of(first.text()))));
        var second = turfs.freeze(ora, "The same", filter);
        people(1);
        frozen.freezeAnew(ora, first);

        assertThat(frozen.freezeAnew(ora, second)).isEqualTo(new Drift(0, 1));
    }

    @Test
    void what_was_put_together_by_hand_has_no_filter_to_drift_from() {
        var byHand = turfs.list(ora, "Two", bikers.subList(0, 2));

        assertThat(frozen.drift(ora, byHand)).isEmpty();
        assertThatThrownBy(() -> frozen.freezeAnew(ora, byHand)).isInstanceOf(Problem.Conflict.class);
        assertThat(in(byHand)).hasSize(2);
    }

    @Test
    void two_who_freeze_anew_at_once_make_one_list() throws Exception {
        var list = turfs.freeze(ora, "Bikers today", BIKERS);
        var come = people(2);

        var drifts = AtOnce.all(() -> frozen.freezeAnew(ora, list), () -> frozen.freezeAnew(ora, list));

        assertThat(drifts).containsExactlyInAnyOrder(new Drift(0, 2), new Drift(0, 0));
        assertThat(in(list)).hasSize(13).containsAll(come);
    }

    private List<SupporterId> people(int many) {
        var made = new ArrayList<SupporterId>();
        for (int i = 0; i < many; i++)
            made.add(supporters
                    .upsert(ora, List.of(SupporterDraft.of("Maya" + i, "Okafor", Phones.fresh())), Optional.empty())
                    .getFirst()
                    .supporterId());
        supporters.tag(ora, made, "bike");
        return made;
    }

    private Set<SupporterId> in(TurfId turf) {
        return Set.copyOf(
                db.fetch(turfs.supporters(here.organizationId(), turf)).map(row -> row.value1()));
    }
}
