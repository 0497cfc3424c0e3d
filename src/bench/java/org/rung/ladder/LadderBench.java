package org.rung.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.asks.Boards;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Role;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** 100,000 supporters and 300,000 actions: what recording costs, and whether the board is there within a second. */
@RungTest
@Tag("bench")
class LadderBench {
    private static final ActionType[] TYPES = {
        ActionType.CLICKED,
        ActionType.REPLIED,
        ActionType.SIGNED,
        ActionType.ANSWERED,
        ActionType.SHARED,
        ActionType.GAVE,
        ActionType.RECRUITED,
        ActionType.ATTENDED
    };

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    Actions actions;

    @Autowired
    Ladders ladders;

    @Autowired
    Boards boards;

    @Test
    void the_board_of_a_hundred_thousand_is_there_within_a_second() throws Exception {
        NewOrganization org = NewOrganization.with(db);
        ladders.start(org.organizationId(), Locale.ENGLISH);
        Actor.Member tess = org.member(Role.ADMIN);
        List<SupporterId> people = supporters(org, 100_000);
        Random random = new Random(7);
        Instant start = Instant.now();
        for (int batch = 0; batch < 300; batch++) {
            List<ActionDraft> drafts = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                drafts.add(new ActionDraft(
                        people.get(random.nextInt(people.size())),
                        TYPES[random.nextInt(TYPES.length)],
                        1,
                        Optional.empty(),
                        Verification.SYSTEM,
                        clock.instant().minus(Duration.ofHours(random.nextInt(400 * 24))),
                        random.nextBoolean() ? tess.member() : Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.of("b" + batch + "-" + i)));
            }
            actions.recordAll(tess, drafts);
        }
        say(
                "recordAll, 1,000 at once: %,d actions/s",
                300_000_000L
                        / Math.max(1, Duration.between(start, Instant.now()).toMillis()));
        db.execute("analyze table standings, actions, moves, supporters, askings, commitments");
        start = Instant.now();
        for (int i = 0; i < 500; i++) {
            actions.record(
                    tess,
                    new ActionDraft(
                            people.get(i),
                            ActionType.ANSWERED,
                            1,
                            Optional.empty(),
                            Verification.SELF,
                            clock.instant(),
                            tess.member(),
                            Optional.empty(),
                            "",
                            Optional.empty()));
        }
        say(
                "record, one at a time: %.2f ms each",
                Duration.between(start, Instant.now()).toNanos() / 500 / 1e6);
        long board = time(() -> boards.commitment(tess, 30));
        say("board, 30 days: %,d ms", board);
        say("board, 90 days: %,d ms", time(() -> boards.commitment(tess, 90)));
        say("first page of the ready: %,d ms", time(() -> boards.ready(tess, 0, Page.Wanted.first(12))));
        say("ready on rung 3: %,d ms", time(() -> boards.ready(tess, 3, Page.Wanted.first(12))));
        assertThat(boards.commitment(tess, 30).people()).isEqualTo(100_000);
        assertThat(board).isLessThan(1000);
    }

    private static long time(Callable<?> call) throws Exception {
        call.call();
        Instant start = Instant.now();
        for (int i = 0; i < 5; i++) {
            call.call();
        }
        return Duration.between(start, Instant.now()).toMillis() / 5;
    }

    private static void say(String format, Object... values) {
        System.out.println("ladder: " + String.format(Locale.US, format, values));
    }

    private List<SupporterId> supporters(NewOrganization org, int count) {
        List<SupporterId> people = new ArrayList<>();
        for (int from = 0; from < count; from += 1000) {
            StringBuilder sql = new StringBuilder(
                    "insert into supporters (supporter_id, organization_id, first_name, created_at, updated_at) values ");
            for (int i = 0; i < 1000; i++) {
                SupporterId id = new SupporterId(Id.next());
                people.add(id);
                sql.append(i == 0 ? "" : ",")
                        .append('(')
                        .append(id.value())
                        .append(',')
                        .append(org.organizationId().value())
                        .append(",'Nia',utc_timestamp(6),utc_timestamp(6))");
            }
            db.execute(sql.toString());
        }
        return people;
    }
}
