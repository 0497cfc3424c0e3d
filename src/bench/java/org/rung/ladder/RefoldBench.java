package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.db.Tables.MOVES;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Id;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everyone's standings folded anew, beside the bare SQL that reads the same evidence in order and writes as many rows.
 * {@code -Drung.bench.people=1000000} is the figure of the README; five actions each.
 */
@RungTest
@Tag("bench")
class RefoldBench {
    private static final int PEOPLE = Integer.getInteger("rung.bench.people", 100_000);
    private static final int BATCH = 2_000;

    @Autowired
    DSLContext db;

    @Autowired
    Ladders ladders;

    @Autowired
    Refolds refolds;

    @Test
    void everyone_is_folded_anew() {
        NewOrganization org = NewOrganization.with(db);
        ladders.start(org.organizationId(), Locale.ENGLISH);
        LadderId ladder = ladders.of(org.organizationId()).getFirst().ladderId();
        long us = org.organizationId().value();
        long first = Id.next();
        db.execute("create table bench_numbers (n bigint not null primary key)");
        db.execute("insert into bench_numbers values (0)");
        for (long have = 1; have < PEOPLE; have *= 2)
            db.execute("insert into bench_numbers select n + " + have + " from bench_numbers where n + " + have + " < "
                    + PEOPLE);
        db.execute("insert into supporters (supporter_id, organization_id, first_name, created_at, updated_at)"
                + " select " + first + " + n, " + us
                + ", 'Nia', utc_timestamp(6), utc_timestamp(6) from bench_numbers");
        for (int deed = 0; deed < 5; deed++)
            db.execute("insert into actions (action_id, organization_id, supporter_id, type, verification, happened_at,"
                    + " recorded_at, actor_kind) select " + (first + (long) PEOPLE * (deed + 2)) + " + n, " + us + ", "
                    + first + " + n, elt(1 + (n * 7 + " + deed + " * 3) % 8, 'CLICKED','REPLIED','SIGNED','ANSWERED',"
                    + "'SHARED','GAVE','OPTED_IN','ATTENDED'), 'SYSTEM', '2026-10-01' - interval ((n * 37 + " + deed
                    + " * 61) % 500) day, utc_timestamp(6), 'SYSTEM' from bench_numbers");
        db.execute(
                "insert into standings (ladder_id, supporter_id, organization_id, position, highest, since_at) select "
                        + ladder.value() + ", " + first + " + n, " + us + ", 1, 1, '2026-10-01' from bench_numbers");
        db.execute("analyze table standings, actions, moves, supporters, commitments, locks");

        say(
                "bare SQL: reads the evidence in order",
                seconds(() -> db.fetch(
                        "select count(*), max(x) from (select supporter_id, row_number() over (partition by supporter_id order by"
                                + " happened_at) x from actions where organization_id = ? and voided_at is null) t",
                        us)));
        db.execute("create table bench_standings like standings");
        say(
                "bare SQL: writes as many standings",
                seconds(() -> db.execute(
                        "insert into bench_standings select * from standings where organization_id = ?", us)));
        db.execute("create table bench_moves like moves");

        say("folded anew, every standing and move written", seconds(() -> walk(org, ladder)));
        long moves = db.fetchCount(MOVES, MOVES.ORGANIZATION_ID.eq(org.organizationId()));
        System.out.printf(Locale.US, "refold: %,d people, %,d actions, %,d moves%n", PEOPLE, 5L * PEOPLE, moves);
        say(
                "bare SQL: writes as many moves",
                seconds(() -> db.execute("insert into bench_moves select * from moves where organization_id = ?", us)));
        say("folded again, nothing differs", seconds(() -> walk(org, ladder)));
        assertThat(moves).isPositive();
        db.execute("drop table bench_standings, bench_moves, bench_numbers");
    }

    private void walk(NewOrganization org, LadderId ladder) {
        SupporterId after = new SupporterId(0);
        for (var done = refolds.refold(org.organizationId(), ladder, after, BATCH);
                done.last().isPresent();
                done = refolds.refold(org.organizationId(), ladder, after, BATCH)) {
            after = done.last().get();
        }
    }

    private static double seconds(Runnable work) {
        Instant start = Instant.now();
        work.run();
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }

    private static void say(String what, double seconds) {
        System.out.printf(Locale.US, "refold: %s: %.1f s%n", what, seconds);
    }
}
