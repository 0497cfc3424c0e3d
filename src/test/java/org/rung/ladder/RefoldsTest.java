package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.db.Tables.MOVES;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everyone at once comes to the same as one after the other. */
class RefoldsTest extends LadderStory {
    @Autowired
    Refolds refolds;

    @Autowired
    Folding folding;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void many_at_once_stand_where_each_one_by_themselves_does() {
        List<SupporterId> people = crowd(40, 11);
        String each = stored();
        // Standings that nobody would believe; the moves of half of them never were.
        db.execute(
                "update standings set position = 6, highest = 6, cause = '', falls_at = null, slipping_at = null,"
                        + " since_at = '2026-01-01' where organization_id = ?",
                neighbors.organizationId().value());
        db.execute(
                "update moves set voided_at = utc_timestamp(6), void_reason = 'test' where organization_id = ?"
                        + " and supporter_id > ? and cause <> 'HAND'",
                neighbors.organizationId().value(),
                people.get(20).value());
        walk(7);
        assertThat(stored()).isEqualTo(each);
        var transaction = new TransactionTemplate(transactions);
        people.forEach(who ->
                transaction.executeWithoutResult(status -> folding.fold(neighbors.organizationId(), List.of(who))));
        assertThat(stored()).isEqualTo(each);
    }

    @Test
    void where_nothing_differs_nothing_is_written() {
        crowd(12, 5);
        long moves = moves();
        walk(5);
        assertThat(moves()).isEqualTo(moves);
        assertThat(refolds.refold(us(), ladder(), new SupporterId(0), 100)).satisfies(done -> {
            assertThat(done.people()).isEqualTo(12);
            assertThat(done.rises() + done.falls()).isZero();
        });
    }

    @Test
    void nobody_of_another_organization_is_touched() {
        crowd(3, 1);
        OrganizationId others = strangers().organizationId();
        LadderId theirs = ladders.of(others).getFirst().ladderId();
        assertThat(refolds.people(others)).isZero();
        assertThat(refolds.refold(others, theirs, new SupporterId(0), 100).last())
                .isEmpty();
    }

    private void walk(int batch) {
        SupporterId after = new SupporterId(0);
        for (var done = refolds.refold(us(), ladder(), after, batch);
                done.last().isPresent();
                done = refolds.refold(us(), ladder(), after, batch)) {
            after = done.last().get();
        }
    }

    private OrganizationId us() {
        return neighbors.organizationId();
    }

    private List<SupporterId> crowd(int count, long seed) {
        Random random = new Random(seed);
        Actor.Member cory = neighbors.member(Role.COORDINATOR);
        List<SupporterId> people = new ArrayList<>();
        for (int i = 0; i < count; i++) people.add(supporter());
        for (SupporterId who : people) {
            for (int deed = 0; deed <= random.nextInt(6); deed++) {
                ActionType type = ActionType.values()[random.nextInt(ActionType.RECRUIT_ROSE.ordinal())];
                Instant at = clock.instant().minus(Duration.ofDays(random.nextInt(700)));
                actions.record(
                        system,
                        new ActionDraft(
                                who,
                                type,
                                1 + random.nextInt(4),
                                Optional.empty(),
                                Verification.values()[random.nextInt(2)],
                                at,
                                Optional.empty(),
                                type == ActionType.RECRUITED
                                        ? Optional.of(people.get(random.nextInt(count))
                                                .value())
                                        : Optional.empty(),
                                "",
                                Optional.empty()));
            }
            if (random.nextInt(5) == 0 && standing(who).position() != 5)
                standings.moveByHand(cory, ladder(), who, 5, "hosts every week");
            if (random.nextInt(6) == 0) standings.lock(cory, ladder(), who, "on leave");
        }
        return people;
    }

    private long moves() {
        return db.fetchCount(MOVES, MOVES.ORGANIZATION_ID.eq(us()));
    }

    private String stored() {
        return db.fetch(
                        "select ladder_id, supporter_id, position, highest, since_at, cause, last_action_at,"
                                + " slipping_at, falls_at from standings where organization_id = ? order by ladder_id,"
                                + " supporter_id",
                        us().value())
                .format();
    }
}
