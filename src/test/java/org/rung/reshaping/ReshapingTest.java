package org.rung.reshaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.actions.Verification;
import org.rung.cast.AtOnce;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderStory;
import org.rung.ladder.LadderVersions;
import org.rung.ladder.MoveCause;
import org.rung.ladder.MoveRow;
import org.rung.ladder.Rule;
import org.rung.ladder.Rung;
import org.rung.ladder.RungId;
import org.rung.ladder.Shape;
import org.rung.people.SupporterId;
import org.rung.saved.SavedFilters;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator changes the ladder: drawn up, looked at on real people, applied, taken back. */
class ReshapingTest extends LadderStory {
    @Autowired
    Drafts drafts;

    @Autowired
    LadderRuns runs;

    @Autowired
    LadderVersions versions;

    @Autowired
    SavedFilters saved;

    @Autowired
    Turfs turfs;

    private Actor.Member cory;

    @BeforeEach
    void a_coordinator() {
        cory = neighbors.member(Role.COORDINATOR);
    }

    @Test
    void a_changed_rule_is_seen_on_people_before_it_moves_them_and_then_moves_exactly_these() {
        SupporterId signed = did(ActionType.SIGNED, 1);
        SupporterId twice = did(ActionType.SIGNED, 2);
        SupporterId replied = did(ActionType.REPLIED, 3);
        LadderDraft draft = save(0, ruled(today(), 2, count(2, ActionType.SIGNED)));

        LadderRun seen = runs.finish(cory, drafts.preview(cory, ladder(), draft.revision()));
        assertThat(seen.state()).isEqualTo(RunState.DONE);
        assertThat(List.of(seen.rises(), seen.falls())).containsExactly(0L, 1L);
        assertThat(people(seen, false)).containsExactly(signed);
        assertThat(people(seen, true)).isEmpty();
        assertThat(runs.counts(cory, seen.runId())).containsExactly(new RunCount(2, 1, 1));
        assertThat(standing(signed).position()).as("nothing counts yet").isEqualTo(2);

        clock.tick(Duration.ofMinutes(1));
        LadderRun applied =
                runs.finish(cory, drafts.apply(cory, ladder(), draft.revision(), "One signature is too little"));
        assertThat(List.of(applied.rises(), applied.falls())).containsExactly(0L, 1L);
        assertThat(standing(signed).position()).isEqualTo(1);
        assertThat(standing(twice).position()).isEqualTo(2);
        assertThat(standing(replied).position()).isEqualTo(1);
        assertThat(moves(signed)).extracting(MoveRow::cause).containsExactly(MoveCause.RULE, MoveCause.ACTION);
        assertThat(moves(signed)).allMatch(move -> move.voided().isEmpty());
        assertThat(drafts.of(cory, ladder()).begun()).isFalse();
        assertThat(versions.of(cory, ladder()).getFirst().note()).isEqualTo("One signature is too little");

        clock.tick(Duration.ofMinutes(1));
        runs.finish(cory, drafts.undo(cory, ladder(), 2));
        assertThat(standing(signed).position()).isEqualTo(2);
        assertThat(moves(signed))
                .extracting(MoveRow::cause)
                .containsExactly(MoveCause.RULE, MoveCause.RULE, MoveCause.ACTION);
        assertThat(versions.of(cory, ladder()).getFirst().backTo()).contains(1);
    }

    @Test
    void after_an_undo_every_standing_is_what_it_was() {
        for (int i = 0; i < 12; i++) did(ActionType.values()[i], 1 + i % 3);
        String before = stored();
        change(retired(today(), 3));
        change(ruled(today(), 2, count(2, ActionType.SIGNED)));
        assertThat(stored()).isNotEqualTo(before);
        clock.tick(Duration.ofMinutes(1));
        runs.finish(cory, drafts.undo(cory, ladder(), 3));
        assertThat(versions.of(cory, ladder()).getFirst().shape().rungs()).hasSize(5);
        // The first version of all, drawn up from the history.
        change(versions.of(cory, ladder()).getLast().shape());
        assertThat(today().rungs()).hasSize(6);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void of_two_who_draw_the_second_is_told_and_by_whom() {
        Actor.Member ada = neighbors.member(Role.ADMIN);
        LadderDraft first = save(0, ruled(today(), 2, count(2, ActionType.SIGNED)));
        LadderDraft second =
                drafts.save(ada, ladder(), first.revision(), ruled(today(), 2, count(3, ActionType.SIGNED)));
        assertThatThrownBy(() -> save(first.revision(), ruled(today(), 2, count(4, ActionType.SIGNED))))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("ADMIN");
        assertThat(drafts.of(cory, ladder()).shape()).isEqualTo(second.shape());
        assertThatThrownBy(() -> drafts.preview(cory, ladder(), first.revision()))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> drafts.discard(cory, ladder(), first.revision()))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void of_many_who_begin_a_draft_in_the_same_moment_one_is_first() throws Exception {
        Shape shape = ruled(today(), 2, count(2, ActionType.SIGNED));
        List<Callable<Boolean>> editors = IntStream.range(0, 6)
                .<Callable<Boolean>>mapToObj(at -> () -> {
                    try {
                        save(0, shape);
                        return true;
                    } catch (Problem.Conflict late) {
                        return false;
                    }
                })
                .toList();
        assertThat(AtOnce.all(editors)).containsOnlyOnce(true);
    }

    @Test
    void what_was_not_looked_at_as_it_is_is_not_applied() {
        LadderDraft draft = save(0, ruled(today(), 2, count(2, ActionType.SIGNED)));
        assertThatThrownBy(() -> drafts.apply(cory, ladder(), draft.revision(), ""))
                .isInstanceOf(Problem.Conflict.class);
        runs.finish(cory, drafts.preview(cory, ladder(), draft.revision()));
        LadderDraft later = save(draft.revision(), ruled(today(), 2, count(3, ActionType.SIGNED)));
        assertThatThrownBy(() -> drafts.apply(cory, ladder(), later.revision(), ""))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(today().version()).isEqualTo(1);
    }

    @Test
    void of_two_who_apply_in_the_same_moment_the_ladder_changes_once() throws Exception {
        LadderDraft draft = save(0, ruled(today(), 2, count(2, ActionType.SIGNED)));
        runs.finish(cory, drafts.preview(cory, ladder(), draft.revision()));
        List<Callable<Boolean>> both = IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(at -> () -> {
                    try {
                        drafts.apply(cory, ladder(), draft.revision(), "");
                        return true;
                    } catch (Problem.Conflict late) {
                        return false;
                    }
                })
                .toList();
        assertThat(AtOnce.all(both)).containsOnlyOnce(true);
        assertThat(today().version()).isEqualTo(2);
    }

    @Test
    void a_retired_rung_goes_and_its_name_stays_in_the_history() {
        SupporterId gave = did(ActionType.GAVE, 1);
        SupporterId host = supporter();
        standings.moveByHand(cory, ladder(), host, 5, "hosts every week");
        clock.tick(Duration.ofMinutes(1));
        change(retired(today(), 3));

        assertThat(today().rungs()).extracting(Rung::name).doesNotContain("Contributing");
        assertThat(standing(gave).position())
                .as("Observing: a gift is no small yes")
                .isEqualTo(1);
        assertThat(standing(host).rung()).isEqualTo("Hosting");
        assertThat(standing(host).position()).isEqualTo(4);
        var names = ladders.names(neighbors.organizationId());
        assertThat(moves(gave).getLast())
                .satisfies(move -> assertThat(names.to(move)).isEqualTo("Contributing"));
        assertThat(moves(host))
                .hasSize(1)
                .first()
                .satisfies(move -> assertThat(names.to(move)).isEqualTo("Hosting"));
    }

    @Test
    void saved_filters_and_turf_go_on_meaning_the_same_rungs() {
        var filter = new SupporterFilter(
                "",
                List.of(
                        new FilterLine("rung", "COMMITMENT", List.of("5", "3")),
                        new FilterLine("rung", "GIVING", List.of("5")),
                        new FilterLine("slipping", "", List.of("4"))));
        var kept = saved.save(cory, "Hosts", filter);
        var turf = turfs.cut(cory, "Hosts", filter);
        change(retired(today(), 3));
        for (var now :
                List.of(saved.get(cory, kept).filter(), turfs.get(cory, turf).filter())) {
            assertThat(now.lines())
                    .extracting(FilterLine::values)
                    .as("the retired one's people go on on the second")
                    .containsExactly(List.of("4", "2"), List.of("5"), List.of("3"));
        }
    }

    @Test
    void two_rungs_become_one_that_is_reached_by_either_rule() {
        SupporterId gave = did(ActionType.GAVE, 1);
        SupporterId signed = did(ActionType.SIGNED, 1);
        clock.tick(Duration.ofMinutes(1));
        Ladder now = today();
        List<Rule.Way> ways = new ArrayList<>(now.rung(2).rule().orElseThrow().anyOf());
        ways.addAll(now.rung(3).rule().orElseThrow().anyOf());
        Shape merged = retired(now, 3);
        change(merged.with(merged.rungs().stream()
                .map(rung -> rung.position() == 2 ? rung.reachedBy(Optional.of(new Rule(ways)), false) : rung)
                .toList()));
        assertThat(standing(gave).rung()).isEqualTo("Endorsing");
        assertThat(standing(signed).rung()).isEqualTo("Endorsing");
        assertThat(moves(gave))
                .as("from the one to the one that it went into is no move")
                .hasSize(1);
    }

    @Test
    void a_ladder_of_ones_own_moves_nobody_on_the_others() {
        SupporterId nia = did(ActionType.SIGNED, 1);
        var skills = ladders.add(cory, "Skills", Locale.ENGLISH);
        assertThatThrownBy(() -> ladders.add(cory, "skills", Locale.ENGLISH)).isInstanceOf(Problem.Conflict.class);
        Ladder ladder = versions.ladder(neighbors.organizationId(), skills);
        assertThat(ladder.kind()).isEqualTo(LadderKind.OTHER);
        LadderDraft draft = drafts.save(cory, skills, 0, ruled(ladder, 2, count(1, ActionType.SIGNED)));
        LadderRun seen = runs.finish(cory, drafts.preview(cory, skills, draft.revision()));
        assertThat(people(seen, true)).containsExactly(nia);
        clock.tick(Duration.ofMinutes(1));
        runs.finish(cory, drafts.apply(cory, skills, draft.revision(), ""));
        assertThat(standings.of(system, nia))
                .filteredOn(one -> one.ladderId().equals(skills))
                .singleElement()
                .satisfies(one -> assertThat(one.position()).isEqualTo(2));
        assertThat(standing(nia).position()).isEqualTo(2);
    }

    @Test
    void a_run_that_was_cut_off_goes_on_where_it_was_and_counts_nobody_twice() {
        for (int i = 0; i < 5; i++) did(ActionType.SIGNED, 1);
        LadderDraft draft = save(0, ruled(today(), 2, count(2, ActionType.SIGNED)));
        LadderRunId run = drafts.preview(cory, ladder(), draft.revision());
        runs.finish(cory, run);
        LadderRun again = runs.finish(cory, run);
        assertThat(again.falls()).isEqualTo(5);
        assertThat(again.done()).isEqualTo(again.total());
    }

    @Test
    void only_those_who_may_edit_the_ladder_do_and_only_their_own() {
        Shape shape = ruled(today(), 2, count(2, ActionType.SIGNED));
        for (Role role : List.of(Role.TEXTER, Role.ORGANIZER)) {
            Actor.Member other = neighbors.member(role);
            assertThatThrownBy(() -> drafts.save(other, ladder(), 0, shape)).isInstanceOf(Problem.Refused.class);
            assertThatThrownBy(() -> drafts.undo(other, ladder(), 2)).isInstanceOf(Problem.Refused.class);
            assertThatThrownBy(() -> ladders.add(other, "Mine", Locale.ENGLISH)).isInstanceOf(Problem.Refused.class);
        }
        Actor.Member spy = strangers().member(Role.ADMIN);
        assertThatThrownBy(() -> drafts.save(spy, ladder(), 0, shape)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> drafts.undo(spy, ladder(), 2)).isInstanceOf(Problem.Missing.class);
        LadderDraft draft = save(0, shape);
        LadderRunId run = drafts.preview(cory, ladder(), draft.revision());
        assertThatThrownBy(() -> runs.get(spy, run)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> runs.people(spy, run, true, Optional.empty(), Page.Wanted.first(5)))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void a_shape_that_makes_no_sense_is_refused_in_a_sentence() {
        Shape shape = Shape.of(today());
        List<Rung> one = List.of(shape.rungs().getFirst());
        assertThatThrownBy(() -> shape.with(one)).isInstanceOf(Problem.Invalid.class);
        List<Rung> twice = List.of(
                shape.rungs().getFirst(), new Rung(new RungId(Id.next()), 2, "observing", "", Optional.empty()));
        assertThatThrownBy(() -> shape.with(twice)).isInstanceOf(Problem.Invalid.class);
        LadderDraft forgets = save(0, shape.with(shape.rungs().subList(0, 4)));
        runs.finish(cory, drafts.preview(cory, ladder(), forgets.revision()));
        assertThatThrownBy(() -> drafts.apply(cory, ladder(), forgets.revision(), ""))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(today().version()).isEqualTo(1);
    }

    private void change(Shape shape) {
        clock.tick(Duration.ofMinutes(1));
        LadderDraft draft = save(0, shape);
        runs.finish(cory, drafts.preview(cory, ladder(), draft.revision()));
        runs.finish(cory, drafts.apply(cory, ladder(), draft.revision(), ""));
    }

    private LadderDraft save(int seen, Shape shape) {
        return drafts.save(cory, ladder(), seen, shape);
    }

    private Ladder today() {
        return ladders.of(neighbors.organizationId(), LadderKind.COMMITMENT);
    }

    private static Shape ruled(Ladder ladder, int position, Rule rule) {
        return Shape.of(ladder)
                .with(ladder.rungs().stream()
                        .map(rung -> rung.position() == position ? rung.reachedBy(Optional.of(rule), false) : rung)
                        .toList());
    }

    private static Shape retired(Ladder ladder, int position) {
        return Shape.of(ladder)
                .without(
                        ladder.rung(position).rungId(),
                        ladder.rung(position - 1).rungId());
    }

    private static Rule count(int times, ActionType type) {
        return Rule.anyOf(new Rule.Evidence.Count(EnumSet.of(type), times, 180, Verification.SELF, 1));
    }

    private SupporterId did(ActionType type, int times) {
        SupporterId who = supporter();
        for (int i = 0; i < times; i++)
            actions.record(system, Evidence.said(who, type, clock.instant().minus(Duration.ofDays(i + 1L))));
        return who;
    }

    private List<SupporterId> people(LadderRun run, boolean rises) {
        return runs.people(cory, run.runId(), rises, Optional.empty(), Page.Wanted.first(50)).rows().stream()
                .map(RunPerson::supporterId)
                .toList();
    }

    private String stored() {
        return db.fetch(
                        "select supporter_id, position, highest, since_at, cause, last_action_at, slipping_at, falls_at"
                                + " from standings where ladder_id = ? order by supporter_id",
                        ladder().value())
                .format();
    }
}
