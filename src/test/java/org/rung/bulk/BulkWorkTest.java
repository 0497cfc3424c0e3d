package org.rung.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.Comparison;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class BulkWorkTest {
    private static final Set<SupporterId> NOBODY_CHOSEN = Set.of();

    @Autowired
    BulkWork work;

    @Autowired
    BulkRun run;

    @Autowired
    BulkStore store;

    @Autowired
    BulkPeopleStore people;

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterList list;

    @Autowired
    Turfs turfs;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member ora;

    @BeforeEach
    void an_organizer() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
    }

    @Test
    void a_tag_is_put_on_everyone_who_matches_and_undone_only_where_it_was_put() {
        var five = crowd(5);
        supporters.tag(ora, five.subList(0, 2), "host");
        clock.tick(Duration.ofMinutes(1));
        var job = work.start(ora, BulkWish.tag("host", SupporterFilter.EVERYONE, NOBODY_CHOSEN));
        assertThat(work.get(ora, job).state()).isEqualTo(BulkState.GATHERING);
        assertThat(tagged("host"))
                .as("nothing happens on the screen's own time")
                .isEqualTo(2);
        var done = work.finish(ora, job);
        assertThat(done.state()).isEqualTo(BulkState.DONE);
        assertThat(done.total()).contains(5L);
        assertThat(done.changed()).isEqualTo(3);
        assertThat(tagged("host")).isEqualTo(5);
        // By hand since: off, and on again.
        clock.tick(Duration.ofMinutes(1));
        supporters.untag(ora, five.subList(4, 5), "host");
        supporters.tag(ora, five.subList(4, 5), "host");
        work.undo(ora, job);
        assertThat(work.finish(ora, job).state()).isEqualTo(BulkState.UNDONE);
        assertThat(tagged("host")).as("two had it, one got it again").isEqualTo(3);
        assertThatThrownBy(() -> work.undo(ora, job)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_tag_is_taken_off_and_comes_back_as_of_when_it_was_put() {
        var five = crowd(5);
        supporters.tag(ora, five.subList(0, 2), "host");
        var before = addedAt();
        clock.tick(Duration.ofMinutes(1));
        var job = work.start(ora, BulkWish.untag("HOST", SupporterFilter.EVERYONE, NOBODY_CHOSEN));
        assertThat(work.finish(ora, job).changed()).isEqualTo(2);
        assertThat(addedAt()).isEmpty();
        work.undo(ora, job);
        work.finish(ora, job);
        assertThat(addedAt()).isEqualTo(before);
        assertThatThrownBy(() -> work.start(ora, BulkWish.untag("none such", SupporterFilter.EVERYONE, NOBODY_CHOSEN)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void people_are_put_on_a_list_and_only_those_come_off_it() {
        var five = crowd(5);
        var turf = turfs.list(ora, "Block captains", five.subList(0, 1));
        var job = work.start(ora, BulkWish.list(turf, SupporterFilter.EVERYONE, Set.copyOf(five.subList(0, 3))));
        assertThat(work.finish(ora, job).changed()).isEqualTo(2);
        assertThat(turfs.counted(ora, turf).people()).isEqualTo(3);
        work.undo(ora, job);
        work.finish(ora, job);
        assertThat(turfs.counted(ora, turf).people()).isEqualTo(1);
        var live = turfs.cut(ora, "Everyone", SupporterFilter.EVERYONE);
        assertThatThrownBy(() -> work.start(ora, BulkWish.list(live, SupporterFilter.EVERYONE, NOBODY_CHOSEN)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void killed_between_batches_it_goes_on_where_it_was_and_does_nothing_twice() {
        crowd(4_500);
        var job = work.start(ora, BulkWish.tag("host", SupporterFilter.EVERYONE, NOBODY_CHOSEN));
        assertThat(run.run(job, afterSteps(2)))
                .as("who they are, and one batch")
                .isFalse();
        var cut = work.get(ora, job);
        assertThat(cut.state()).isEqualTo(BulkState.RUNNING);
        assertThat(cut.done()).isEqualTo(2_000);
        assertThat(tagged("host")).isEqualTo(2_000);
        assertThat(store.working()).contains(job);
        // Someone who comes now was not there when it began.
        crowd(1);
        clock.tick(Duration.ofSeconds(30));
        var done = work.finish(ora, job);
        assertThat(done.state()).isEqualTo(BulkState.DONE);
        assertThat(done.done()).isEqualTo(4_500);
        assertThat(done.changed()).isEqualTo(4_500);
        assertThat(tagged("host")).isEqualTo(4_500);

        work.undo(ora, job);
        assertThat(run.run(job, afterSteps(1))).isFalse();
        assertThat(tagged("host")).isEqualTo(2_500);
        assertThat(work.finish(ora, job).state()).isEqualTo(BulkState.UNDONE);
        assertThat(tagged("host")).isZero();
    }

    @Test
    void one_that_is_stopped_keeps_what_it_did_and_can_be_undone() {
        crowd(2_100);
        var job = work.start(ora, BulkWish.tag("host", SupporterFilter.EVERYONE, NOBODY_CHOSEN));
        run.run(job, afterSteps(2));
        work.cancel(ora, job);
        assertThat(work.finish(ora, job).state()).isEqualTo(BulkState.CANCELLED);
        assertThat(tagged("host")).isEqualTo(2_000);
        work.undo(ora, job);
        work.finish(ora, job);
        assertThat(tagged("host")).isZero();
    }

    @Test
    void people_are_erased_once_their_number_was_confirmed_and_resumed_after_a_kill() {
        var all = crowd(600);
        supporters.tag(ora, all.subList(0, 550), "left");
        var left = new SupporterFilter("", List.of(new FilterLine("tag", "", List.of("left"))));
        assertThatThrownBy(() -> work.start(ora, BulkWish.erase(left, NOBODY_CHOSEN, 549)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(work.page(ora, Page.Wanted.first(5)).rows())
                .as("and nothing began")
                .isEmpty();
        var job = work.start(ora, BulkWish.erase(left, NOBODY_CHOSEN, 550));
        run.run(job, afterSteps(1));
        assertThat(list.count(ora, SupporterFilter.EVERYONE)).isEqualTo(350);
        assertThat(work.finish(ora, job).changed()).isEqualTo(550);
        assertThat(list.count(ora, SupporterFilter.EVERYONE)).isEqualTo(50);
        assertThatThrownBy(() -> work.undo(ora, job)).isInstanceOf(Problem.Conflict.class);
        assertThat(db.fetchOne(
                                "select count(*) from audit_log where organization_id = ? and verb = ?",
                                here.organizationId().value(),
                                "supporters.erased")
                        .get(0, Integer.class))
                .isEqualTo(1);
    }

    @Test
    void an_export_writes_the_same_people_each_time_and_the_whole_set_is_nowhere() {
        var five = crowd(5);
        supporters.tag(ora, five.subList(0, 3), "host");
        var hosts = new SupporterFilter("", List.of(new FilterLine("tag", "", List.of("host"))));
        var job = work.start(ora, BulkWish.export(hosts, NOBODY_CHOSEN));
        var first = file(job);
        assertThat(first.lines().toList()).hasSize(4);
        supporters.tag(ora, five, "host");
        assertThat(file(job).lines().toList())
                .as("whom it is about was written down")
                .hasSize(4);
        clock.tick(Duration.ofDays(8));
        assertThatThrownBy(() -> file(job)).isInstanceOf(Problem.Missing.class);
        assertThat(people.forget(clock.instant().minus(BulkJob.KEPT))).isTrue();
    }

    @Test
    void a_filter_that_names_what_is_gone_does_nothing_to_anybody() {
        var five = crowd(5);
        supporters.tag(ora, five.subList(0, 1), "host");
        var others = new SupporterFilter("", List.of(new FilterLine("tag", "", true, Comparison.IS, List.of("host"))));
        var job = work.start(ora, BulkWish.tag("bike", others, NOBODY_CHOSEN));
        db.execute(
                "delete from tags where organization_id = ? and name = 'host'",
                here.organizationId().value());
        var failed = work.finish(ora, job);
        assertThat(failed.state()).isEqualTo(BulkState.FAILED);
        assertThat(failed.problem()).isPresent();
        assertThat(tagged("bike")).isZero();
        assertThatThrownBy(() -> work.start(ora, BulkWish.tag("bike", others, NOBODY_CHOSEN)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void texters_and_other_organizations_can_do_nothing_of_it() {
        var five = crowd(5);
        var job = work.start(ora, BulkWish.tag("host", SupporterFilter.EVERYONE, Set.copyOf(five)));
        work.finish(ora, job);
        var tess = here.member(Role.TEXTER);
        var cory = here.member(Role.COORDINATOR);
        var mallory = NewOrganization.with(db).member(Role.ADMIN);
        var list = turfs.list(ora, "Some", five);
        for (var wish : List.of(
                BulkWish.tag("host", SupporterFilter.EVERYONE, Set.copyOf(five)),
                BulkWish.untag("host", SupporterFilter.EVERYONE, Set.copyOf(five)),
                BulkWish.list(list, SupporterFilter.EVERYONE, Set.copyOf(five)),
                BulkWish.export(SupporterFilter.EVERYONE, Set.copyOf(five)),
                BulkWish.erase(SupporterFilter.EVERYONE, Set.copyOf(five), 5))) {
            assertThatThrownBy(() -> work.start(tess, wish)).isInstanceOf(Problem.Refused.class);
            assertThatThrownBy(() -> work.start(mallory, wish))
                    .as("none of these people is theirs")
                    .isInstanceOfAny(Problem.Invalid.class, Problem.Missing.class);
        }
        assertThatThrownBy(() -> work.start(cory, BulkWish.export(SupporterFilter.EVERYONE, NOBODY_CHOSEN)))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> work.page(tess, Page.Wanted.first(5))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> work.undo(tess, job)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> work.get(mallory, job)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> work.undo(mallory, job)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> work.cancel(mallory, job)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> work.write(mallory, job, new ByteArrayOutputStream()))
                .isInstanceOf(Problem.Missing.class);
        assertThat(work.page(mallory, Page.Wanted.first(5)).rows()).isEmpty();
        assertThat(tagged("host")).isEqualTo(5);
    }

    private List<SupporterId> crowd(int people) {
        var drafts = new ArrayList<SupporterDraft>();
        var phones = new HashSet<Object>();
        for (int i = 0; i < people; i++) {
            var phone = Phones.fresh();
            if (phones.add(phone)) drafts.add(SupporterDraft.of("Person " + i, "", phone));
        }
        assertThat(drafts).hasSize(people);
        return supporters.upsert(ora, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
    }

    /** Asked to stop after so many steps, as a process that is killed would be. */
    private static BooleanSupplier afterSteps(int steps) {
        var asked = new AtomicInteger();
        return () -> asked.getAndIncrement() >= steps;
    }

    private int tagged(String tag) {
        return db.fetchOne(
                        "select count(*) from supporter_tags s join tags t on t.tag_id = s.tag_id"
                                + " where t.organization_id = ? and t.name = ?",
                        here.organizationId().value(),
                        tag)
                .get(0, Integer.class);
    }

    private List<String> addedAt() {
        return db.fetch(
                        "select concat(supporter_id, ' ', added_at) from supporter_tags where organization_id = ?"
                                + " order by supporter_id",
                        here.organizationId().value())
                .map(row -> row.get(0, String.class));
    }

    private String file(BulkJobId job) {
        var out = new ByteArrayOutputStream();
        work.write(ora, job, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
