package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.commitments.AskFamily;
import org.rung.commitments.AskId;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.filters.FilterLine;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class StandingsTest {
    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    Actions actions;

    @Autowired
    Standings standings;

    @Autowired
    Ladders ladders;

    @Autowired
    Commitments commitments;

    @Autowired
    Asks asks;

    @Autowired
    Boards boards;

    @Autowired
    Falls falls;

    @Autowired
    Folding folding;

    @Autowired
    RungCriterionStore rungs;

    @Autowired
    ReadyCriterionStore ready;

    NewOrganization neighbors;
    Actor system;

    @BeforeEach
    void an_organization() {
        clock.set(TestClock.TUESDAY_NOON);
        neighbors = NewOrganization.with(db);
        ladders.start(neighbors.organizationId(), Locale.ENGLISH);
        system = neighbors.system();
    }

    @Test
    void an_action_moves_someone_and_the_move_keeps_its_cause_and_evidence() {
        SupporterId nia = supporter();
        assertThat(standing(nia).position()).isEqualTo(1);
        Actor.Member tess = neighbors.member(Role.TEXTER);
        actions.record(
                tess,
                new ActionDraft(
                        nia,
                        ActionType.ANSWERED,
                        1,
                        Optional.empty(),
                        Verification.SELF,
                        clock.instant(),
                        tess.member(),
                        Optional.empty(),
                        "",
                        Optional.empty()));
        assertThat(standing(nia).position()).isEqualTo(2);
        assertThat(standing(nia).rung()).isEqualTo("Endorsing");
        assertThat(standing(nia).cause().in(Locale.US, ZoneOffset.UTC)).isEqualTo("Said yes on Oct 13");
        assertThat(standing(nia).cause().in(Locale.forLanguageTag("es"), ZoneOffset.UTC))
                .isEqualTo("Dijo que sí el 13 oct");
        MoveRow move = moves(nia).getFirst();
        assertThat(move.evidence()).extracting(Proof::of).containsExactly("ANSWERED");
        assertThat(boards.commitment(system, 30).levels().getFirst().up()).isEqualTo(1);
    }

    @Test
    void what_no_rule_asks_for_leaves_the_standing_that_the_whole_fold_gives() {
        Random random = new Random(7);
        for (int person = 0; person < 12; person++) {
            SupporterId nia = supporter();
            for (int step = 0; step < 12; step++) {
                clock.tick(Duration.ofDays(random.nextInt(60)));
                Instant at = clock.instant().minus(Duration.ofDays(random.nextInt(3) * random.nextInt(90)));
                ActionType type = random.nextInt(4) == 0 ? ActionType.SIGNED : ActionType.REPLIED;
                actions.record(
                        system,
                        new ActionDraft(
                                nia,
                                type,
                                1,
                                Optional.empty(),
                                Verification.SELF,
                                at,
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                random.nextBoolean()
                                        ? Optional.empty()
                                        : Optional.of("once:" + person + ":" + random.nextInt(3))));
                String after = stored(nia);
                folding.fold(neighbors.organizationId(), List.of(nia));
                assertThat(stored(nia)).isEqualTo(after);
            }
        }
    }

    private String stored(SupporterId who) {
        return db.fetch("select * from standings where supporter_id = ? order by ladder_id", who.value())
                .format();
    }

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
        assertThatThrownBy(() -> actions.record(tess, draft(nia, ActionType.SIGNED, clock.instant())))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> standings.moveByHand(tess, ladder(), nia, 6, "friend"))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void the_same_once_key_again_adds_nothing() {
        SupporterId nia = supporter();
        ActionId first = actions.record(system, once(nia, "form-7"));
        assertThat(actions.recordAll(system, List.of(once(nia, "form-7"), once(nia, "form-8"), once(nia, "form-8"))))
                .startsWith(first);
        assertThat(actions.before(system, nia, later(), 10)).hasSize(2);
    }

    @Test
    void bad_actions_are_refused_and_leave_nothing() {
        SupporterId nia = supporter();
        SupporterId stranger = new SupporterId(Id.next());
        assertThatThrownBy(() -> actions.record(
                        system, draft(nia, ActionType.SIGNED, clock.instant().plus(Duration.ofHours(1)))))
                .hasMessageContaining("future");
        assertThatThrownBy(() -> actions.record(
                        system, draft(nia, ActionType.SIGNED, clock.instant().minus(Duration.ofDays(21 * 366)))))
                .hasMessageContaining("20 years");
        assertThatThrownBy(() -> actions.record(system, draft(nia, ActionType.RECRUIT_ROSE, clock.instant())))
                .hasMessageContaining("RECRUITED");
        assertThatThrownBy(() -> actions.recordAll(
                        system,
                        List.of(
                                draft(nia, ActionType.SIGNED, clock.instant()),
                                draft(stranger, ActionType.SIGNED, clock.instant()))))
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

    @Test
    void voiding_recomputes_at_once_and_history_is_kept() {
        SupporterId nia = supporter();
        ActionId came = actions.record(system, verified(nia, ActionType.ATTENDED, clock.instant()));
        assertThat(standing(nia).position()).isEqualTo(4);
        actions.voidAction(system, came, "another Nia");
        actions.voidAction(system, came, "again");
        assertThat(standing(nia).position()).isEqualTo(1);
        assertThat(standing(nia).highest()).isEqualTo(1);
        assertThat(moves(nia))
                .singleElement()
                .satisfies(move -> assertThat(move.voided()).isPresent());
    }

    @Test
    void a_late_action_rewrites_what_followed_without_editing_it() {
        SupporterId nia = supporter();
        actions.record(
                system, verified(nia, ActionType.ATTENDED, clock.instant().minus(Duration.ofDays(250))));
        assertThat(standing(nia).position()).isEqualTo(3);
        actions.record(
                system, verified(nia, ActionType.ATTENDED, clock.instant().minus(Duration.ofDays(100))));
        assertThat(standing(nia).position()).isEqualTo(4);
        assertThat(moves(nia))
                .filteredOn(move -> move.voided().isPresent())
                .extracting(MoveRow::cause)
                .containsExactly(MoveCause.FADE);
        assertThat(moves(nia))
                .filteredOn(move -> move.voided().isEmpty())
                .extracting(MoveRow::to)
                .containsExactly(4);
    }

    @Test
    void time_alone_lets_a_rung_slip_and_fall() {
        SupporterId nia = supporter();
        actions.record(system, verified(nia, ActionType.ATTENDED, clock.instant()));
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
        assertThat(boards.commitment(system, 30).faded()).isEqualTo(1);
    }

    @Test
    void a_lock_holds_through_illness() {
        SupporterId nia = supporter();
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        actions.record(system, verified(nia, ActionType.ATTENDED, clock.instant()));
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
        actions.record(system, draft(nia, ActionType.SIGNED, clock.instant()));
        clock.tick(Duration.ofDays(2000));
        while (falls.some(200)) {}
        assertThat(standing(nia).position()).isEqualTo(6);
    }

    @Test
    void a_recruits_first_rise_counts_for_the_first_recruiter_once() {
        SupporterId ora = supporter();
        SupporterId late = supporter();
        List<SupporterId> recruits = List.of(supporter(), supporter(), supporter());
        for (SupporterId recruit : recruits) {
            actions.record(system, recruited(ora, recruit, clock.instant()));
            actions.record(system, recruited(late, recruit, clock.instant().plusSeconds(60)));
            clock.tick(Duration.ofHours(1));
            actions.record(system, draft(recruit, ActionType.SIGNED, clock.instant()));
            actions.record(system, draft(recruit, ActionType.SHARED, clock.instant()));
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
        actions.record(system, recruited(ora, recruit, clock.instant()));
        ActionId signed = actions.record(system, draft(recruit, ActionType.SIGNED, clock.instant()));
        assertThat(count(ora, ActionType.RECRUIT_ROSE)).isEqualTo(1);
        actions.voidAction(system, signed, "a test row");
        assertThat(count(ora, ActionType.RECRUIT_ROSE)).isZero();
        actions.record(system, draft(recruit, ActionType.SHARED, clock.instant()));
        assertThat(count(ora, ActionType.RECRUIT_ROSE)).isEqualTo(1);
    }

    @Test
    void any_order_of_arrival_duplicates_and_voids_end_in_the_same_standing() {
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<ActionDraft> history = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                ActionType type = ActionType.values()[random.nextInt(ActionType.RECRUIT_ROSE.ordinal())];
                history.add(new ActionDraft(
                        new SupporterId(1),
                        type,
                        1 + random.nextInt(4),
                        Optional.empty(),
                        Verification.values()[random.nextInt(2)],
                        clock.instant().minus(Duration.ofDays(random.nextInt(700))),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.of("x")));
            }
            int voided = random.nextInt(history.size());
            List<Standing> expected = arrive(history, voided, new Random(seed), false);
            assertThat(arrive(history, voided, new Random(seed + 100), true))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
            assertThat(arrive(history, voided, new Random(seed + 200), true))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private List<Standing> arrive(List<ActionDraft> history, int voided, Random random, boolean shuffled) {
        SupporterId who = supporter();
        List<ActionDraft> arriving = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            ActionDraft one = history.get(i);
            arriving.add(new ActionDraft(
                    who,
                    one.type(),
                    one.quantity(),
                    one.amount(),
                    one.verification(),
                    one.happenedAt(),
                    one.credited(),
                    one.occasionId(),
                    one.note(),
                    Optional.of(who.text() + "-" + i)));
        }
        ActionDraft gone = arriving.get(voided);
        if (shuffled) {
            arriving.addAll(arriving.subList(0, 4));
            Collections.shuffle(arriving, random);
        }
        ActionId toVoid = null;
        for (ActionDraft one : arriving) {
            ActionId id = actions.record(system, one);
            if (one.equals(gone) && toVoid == null) {
                toVoid = id;
                if (random.nextBoolean()) {
                    actions.voidAction(system, id, "a mistake");
                }
            }
        }
        actions.voidAction(system, Objects.requireNonNull(toVoid), "a mistake");
        return standings.of(system, who);
    }

    @Test
    void two_actions_at_once_end_in_the_right_standing() throws Exception {
        for (int round = 0; round < 10; round++) {
            SupporterId nia = supporter();
            List<Callable<ActionId>> calls = new ArrayList<>();
            for (ActionType type : List.of(ActionType.SIGNED, ActionType.GAVE, ActionType.SHARED)) {
                calls.add(() -> actions.record(system, draft(nia, type, clock.instant())));
                calls.add(() -> actions.record(system, once(nia, nia.text())));
            }
            AtOnce.all(calls);
            assertThat(standing(nia).position()).isEqualTo(3);
            assertThat(actions.before(system, nia, later(), 20)).hasSize(4);
            assertThat(moves(nia))
                    .filteredOn(move -> move.voided().isEmpty())
                    .extracting(MoveRow::to)
                    .containsExactly(3);
        }
    }

    @Test
    void nothing_crosses_into_another_organization() {
        SupporterId nia = supporter();
        ActionId signed = actions.record(system, draft(nia, ActionType.SIGNED, clock.instant()));
        NewOrganization others = NewOrganization.with(db);
        ladders.start(others.organizationId(), Locale.ENGLISH);
        Actor.Member spy = others.member(Role.ADMIN);
        LadderId theirs = ladders.of(others.organizationId()).getFirst().ladderId();
        assertThatThrownBy(() -> actions.record(spy, draft(nia, ActionType.GAVE, clock.instant())))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> actions.voidAction(spy, signed, "no")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> standings.of(spy, nia)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> standings.moveByHand(spy, ladder(), nia, 5, "no"))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> standings.moveByHand(spy, theirs, nia, 5, "no"))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> standings.lock(spy, theirs, nia, "no")).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> commitments.promise(
                        spy, nia, AskFamily.COME, "x", Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(Problem.Missing.class);
        assertThat(standings
                        .commitment(others.organizationId(), List.of(nia))
                        .get(nia)
                        .position())
                .isEqualTo(1);
        assertThat(actions.before(spy, nia, later(), 10)).isEmpty();
        assertThat(boards.commitment(spy, 30).up()).isZero();
        assertThat(standing(nia).position()).isEqualTo(2);
    }

    @Test
    void opting_out_and_sharing_a_phone_move_no_standing() {
        SupporterId nia = supporter();
        SupporterId sam = supporter();
        for (SupporterId who : List.of(nia, sam)) {
            db.execute(
                    "insert into supporter_phones (organization_id, phone, supporter_id) values (?, ?, ?)",
                    neighbors.organizationId().value(),
                    "+15105550132",
                    who.value());
        }
        actions.record(system, draft(nia, ActionType.SIGNED, clock.instant()));
        db.execute(
                "insert into phone_consents (organization_id, phone, consent, since_at) values (?, '+15105550132', 'OPTED_OUT', utc_timestamp(6))",
                neighbors.organizationId().value());
        clock.tick(Duration.ofDays(1));
        actions.record(system, draft(nia, ActionType.CLICKED, clock.instant()));
        assertThat(standing(nia).position()).isEqualTo(2);
        assertThat(standing(sam).position()).isEqualTo(1);
    }

    @Test
    void two_kept_promises_to_come_reach_the_fourth_rung() {
        SupporterId nia = supporter();
        for (int i = 0; i < 2; i++) {
            CommitmentId promise = commitments.promise(
                    system,
                    nia,
                    AskFamily.COME,
                    "Thursday",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(nia.text() + i));
            assertThat(commitments.promise(
                            system,
                            nia,
                            AskFamily.COME,
                            "Thursday",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(nia.text() + i)))
                    .isEqualTo(promise);
            commitments.settle(system, promise, CommitmentState.CONFIRMED);
            commitments.settle(system, promise, CommitmentState.KEPT);
            assertThatThrownBy(() -> commitments.settle(system, promise, CommitmentState.BROKEN))
                    .isInstanceOf(Problem.Conflict.class);
            clock.tick(Duration.ofDays(10));
        }
        assertThat(standing(nia).position()).isEqualTo(4);
        assertThat(standing(nia).cause().in(Locale.US, ZoneOffset.UTC)).startsWith("Came as promised 2 times");
    }

    @Test
    void someone_is_ready_until_they_are_asked_and_rests_after_a_no() {
        SupporterId nia = supporter();
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).isEmpty();
        actions.record(system, draft(nia, ActionType.SIGNED, clock.instant()));
        NextAsk come = asks.next(neighbors.organizationId(), List.of(nia)).get(nia);
        assertThat(come.family()).isEqualTo(AskFamily.COME);
        assertThat(come.reason().in(Locale.US, ZoneOffset.UTC)).isEqualTo("Signed on Oct 13");
        assertThat(boards.ready(system, 0, Page.Wanted.first(10)).rows())
                .extracting(Board.Ready::supporterId)
                .containsExactly(nia);
        assertThat(boards.commitment(system, 30).ready()).isEqualTo(1);
        assertThat(matching(ready.matching(neighbors.organizationId(), new FilterLine("ready", "", List.of("2")))))
                .containsExactly(nia);
        asks.asked(system, nia, come.askId(), AskOutcome.OPEN, "");
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).isEmpty();
        asks.asked(system, nia, come.askId(), AskOutcome.DECLINED, "works nights");
        clock.tick(Duration.ofDays(29));
        actions.record(system, draft(nia, ActionType.SIGNED, clock.instant()));
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).isEmpty();
        clock.tick(Duration.ofDays(2));
        assertThat(asks.next(neighbors.organizationId(), List.of(nia))).containsKey(nia);
    }

    @Test
    void a_yes_is_a_promise_and_two_silences_are_a_rest() {
        SupporterId nia = supporter();
        SupporterId sam = supporter();
        actions.recordAll(
                system,
                List.of(
                        draft(nia, ActionType.SIGNED, clock.instant()),
                        draft(sam, ActionType.SIGNED, clock.instant())));
        AskId come =
                asks.next(neighbors.organizationId(), List.of(nia)).get(nia).askId();
        asks.asked(system, nia, come, AskOutcome.ACCEPTED, "");
        assertThat(db.fetchValue(
                        "select count(*) from commitments where supporter_id = ? and state = 'PROMISED'", nia.value()))
                .isEqualTo(1L);
        clock.tick(Duration.ofDays(20));
        assertThat(asks.next(neighbors.organizationId(), List.of(nia, sam))).containsOnlyKeys(sam);
        asks.asked(system, sam, come, AskOutcome.OPEN, "");
        clock.tick(Duration.ofDays(8));
        while (asks.hearSilence(100)) {}
        actions.record(system, draft(sam, ActionType.SHARED, clock.instant()));
        clock.tick(Duration.ofDays(7));
        assertThat(asks.next(neighbors.organizationId(), List.of(sam))).containsKey(sam);
        asks.asked(system, sam, come, AskOutcome.SILENT, "");
        clock.tick(Duration.ofDays(15));
        actions.record(system, draft(sam, ActionType.SHARED, clock.instant()));
        assertThat(asks.next(neighbors.organizationId(), List.of(sam))).isEmpty();
        clock.tick(Duration.ofDays(16));
        assertThat(asks.next(neighbors.organizationId(), List.of(sam))).containsKey(sam);
    }

    @Test
    void people_without_a_row_are_on_the_lowest_rung_of_board_and_filter() {
        SupporterId nia = supporter();
        SupporterId sam = supporter();
        SupporterId lee = supporter();
        actions.recordAll(
                system,
                List.of(
                        draft(nia, ActionType.SIGNED, clock.instant()),
                        draft(sam, ActionType.CLICKED, clock.instant())));
        Board board = boards.commitment(system, 7);
        assertThat(board.people()).isEqualTo(3);
        assertThat(board.levels()).extracting(Board.Level::people).containsExactly(2L, 1L, 0L, 0L, 0L, 0L);
        assertThat(matching(rung("1"))).containsExactlyInAnyOrder(sam, lee);
        assertThat(matching(rung("2"))).containsExactly(nia);
        assertThat(matching(rung("1", "2"))).hasSize(3);
        assertThat(rungs.choices(neighbors.organizationId())).hasSize(12);
    }

    @Test
    void the_ready_are_paged_without_loss() {
        List<SupporterId> people = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            people.add(supporter());
        }
        actions.recordAll(
                system,
                people.stream()
                        .map(who -> draft(who, ActionType.SIGNED, clock.instant()))
                        .toList());
        List<SupporterId> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Board.Ready> page = boards.ready(system, 2, new Page.Wanted(after, 3));
            page.rows().forEach(row -> seen.add(row.supporterId()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(people).doesNotHaveDuplicates();
    }

    private Condition rung(String... positions) {
        return rungs.matching(neighbors.organizationId(), new FilterLine("rung", "COMMITMENT", List.of(positions)));
    }

    private List<SupporterId> matching(Condition condition) {
        var supporters = org.rung.db.Tables.SUPPORTERS;
        return db.select(supporters.SUPPORTER_ID)
                .from(supporters)
                .where(supporters.ORGANIZATION_ID.eq(neighbors.organizationId()), condition)
                .fetch(supporters.SUPPORTER_ID);
    }

    private long count(SupporterId who, ActionType type) {
        return actions.before(system, who, later(), 100).stream()
                .filter(action -> action.type() == type && action.voided().isEmpty())
                .count();
    }

    private Standing standing(SupporterId who) {
        return standings.of(system, who).getFirst();
    }

    private List<MoveRow> moves(SupporterId who) {
        return standings.moves(system, who, later(), 100);
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofDays(1));
    }

    private LadderId ladder() {
        return ladders.of(neighbors.organizationId()).getFirst().ladderId();
    }

    private SupporterId supporter() {
        SupporterId id = new SupporterId(Id.next());
        db.execute(
                "insert into supporters (supporter_id, organization_id, first_name, created_at, updated_at) values (?, ?, 'Nia', utc_timestamp(6), utc_timestamp(6))",
                id.value(),
                neighbors.organizationId().value());
        return id;
    }

    private static ActionDraft draft(SupporterId who, ActionType type, Instant at) {
        return new ActionDraft(
                who,
                type,
                1,
                Optional.empty(),
                Verification.SELF,
                at,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private static ActionDraft verified(SupporterId who, ActionType type, Instant at) {
        return new ActionDraft(
                who,
                type,
                1,
                Optional.empty(),
                Verification.SYSTEM,
                at,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private ActionDraft once(SupporterId who, String key) {
        return new ActionDraft(
                who,
                ActionType.SIGNED,
                1,
                Optional.empty(),
                Verification.SELF,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(key));
    }

    private static ActionDraft recruited(SupporterId who, SupporterId recruit, Instant at) {
        return new ActionDraft(
                who,
                ActionType.RECRUITED,
                1,
                Optional.empty(),
                Verification.SELF,
                at,
                Optional.empty(),
                Optional.of(recruit.value()),
                "",
                Optional.empty());
    }
}
