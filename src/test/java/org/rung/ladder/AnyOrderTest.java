package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Evidence;
import org.rung.actions.Verification;
import org.rung.cast.AtOnce;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

class AnyOrderTest extends LadderStory {
    @Autowired
    Folding folding;

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

    @Test
    void two_actions_at_once_end_in_the_right_standing() throws Exception {
        for (int round = 0; round < 10; round++) {
            SupporterId nia = supporter();
            List<Callable<ActionId>> calls = new ArrayList<>();
            for (ActionType type : List.of(ActionType.SIGNED, ActionType.GAVE, ActionType.SHARED)) {
                calls.add(() -> actions.record(system, Evidence.said(nia, type, clock.instant())));
                calls.add(() -> actions.record(system, Evidence.once(nia, nia.text(), clock.instant())));
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

    private String stored(SupporterId who) {
        return db.fetch("select * from standings where supporter_id = ? order by ladder_id", who.value())
                .format();
    }
}
