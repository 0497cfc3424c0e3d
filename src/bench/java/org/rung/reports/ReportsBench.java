package org.rung.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each page of figures over a million supporters (-Drung.bench.million), five deeds, ten texts and up to two moves each in
 * a year; what it costs to count them; and the same numbers by bare SQL over the rows themselves.
 */
@RungTest
@Tag("bench")
class ReportsBench {
    private static final int PEOPLE = Integer.getInteger("rung.bench.million", 1_000_000);
    private static final int AT_ONCE = 50_000;
    private static final int TIMES = 9;
    private static final int TEXTERS = 40;
    private static final Instant NOW = Instant.parse("2026-10-13T17:00:00Z");

    /** Numbers from 0 to 49,999. */
    private static final String NUMBERS =
            "(select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d n from " + digits("a")
                    + " cross join " + digits("b") + " cross join " + digits("c") + " cross join " + digits("e")
                    + " cross join (select 0 d union select 1 union select 2 union select 3 union select 4) f)";

    private static String digits(String name) {
        return "(select 0 d union select 1 union select 2 union select 3 union select 4 union select 5 union select 6"
                + " union select 7 union select 8 union select 9) " + name;
    }

    @Autowired
    DSLContext database;

    @Autowired
    Reports reports;

    @Autowired
    Counting counting;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private long here;
    private long campaign;
    private final List<Long> texters = new ArrayList<>();

    @Test
    void figures_are_there_at_once() {
        clock.set(NOW);
        var organization = NewOrganization.with(database);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(organization.organizationId())));
        Actor.Member cory = organization.member(Role.ADMIN);
        for (int i = 0; i < TEXTERS; i++)
            texters.add(organization.member(Role.TEXTER).memberId().value());
        here = organization.organizationId().value();
        campaign();
        long begun = System.nanoTime();
        for (int from = 0; from < PEOPLE; from += AT_ONCE) live(from);
        List.of("supporters", "moves", "actions", "messages", "conversations", "threads")
                .forEach(table -> database.fetch("analyze table " + table));
        System.out.printf("%n%,d people, their deeds and texts put in %,d s%n", PEOPLE, since(begun) / 1_000);
        once("count everything", () -> counting.whole(organization.organizationId()));
        once("count the last three days", counting::round);
        for (var figure : Figure.values()) {
            for (var by : figure == Figure.STEPS ? StepsBy.values() : new StepsBy[] {StepsBy.SOURCE}) {
                var usual = ReportFilter.USUAL;
                var filter = new ReportFilter(usual.ladder(), usual.months(), usual.month(), by);
                median(
                        "page " + figure + (figure == Figure.STEPS ? " " + by : ""),
                        () -> reports.of(cory, figure, filter, Locale.ENGLISH));
            }
        }
        bare(
                "moves by month and rung",
                "select date_format(happened_at, '%Y-%m') month, from_position, to_position, count(*)"
                        + " from moves where organization_id = ? and voided_at is null group by month, from_position, to_position");
        bare(
                "gifts by month",
                "select date_format(happened_at, '%Y-%m') month, currency, count(*), sum(amount_minor)"
                        + " from actions where organization_id = ? and type = 'GAVE' and voided_at is null group by month, currency");
        bare(
                "texts by month and texter",
                "select date_format(created_at, '%Y-%m') month, member_id, count(*) from messages"
                        + " where organization_id = ? and direction = 'OUT' group by month, member_id");
    }

    private void campaign() {
        campaign = Id.next();
        database.execute(
                "insert into campaigns (campaign_id, organization_id, name, state, texting_from, texting_until, first_batch,"
                        + " reply_batch, created_at, started_at) values (?, ?, 'Turnout', 'RUNNING', '09:00', '20:00', 50, 25,"
                        + " '2025-11-01', '2025-11-01')",
                campaign,
                here);
    }

    /** People n of this batch are {@code base + n}; what they do is spread over the 350 days before now. */
    private void live(int from) {
        long base = Id.next() & ~0xFFFFFFFL;
        String people = NUMBERS + " p where n < " + Math.min(AT_ONCE, PEOPLE - from);
        String id = "(" + base + " + n)";
        String then = "timestamp('2026-10-13') - interval ((n * 7919 + %d * 104729) mod 30240000) second";
        String texter = "elt(1 + n mod " + TEXTERS + ", "
                + String.join(", ", texters.stream().map(String::valueOf).toList()) + ")";
        transaction.executeWithoutResult(status -> {
            database.execute(
                    "insert into supporters (supporter_id, organization_id, first_name, last_name, source, created_at,"
                            + " updated_at) select " + id + ", " + here
                            + ", 'Maya', 'Okafor', concat('Petition ', n mod 40),"
                            + " timestamp('2025-10-20') + interval (n * 7919) mod 25000000 second, '2026-10-13' from "
                            + people);
            database.execute("insert into threads (thread_id, organization_id, phone, created_at) select " + id + ", "
                    + here + ", concat('+1', " + (2_000_000_000L + from) + " + n), '2025-10-20' from " + people);
            database.execute(
                    "insert into conversations (conversation_id, organization_id, campaign_id, supporter_id, phone,"
                            + " state, member_id, last_out_at, last_in_at, created_at) select " + id + ", " + here
                            + ", " + campaign
                            + ", " + id + ", concat('+1', " + (2_000_000_000L + from) + " + n), 'AWAITING_REPLY', "
                            + texter
                            + ", '2026-10-01', if(n mod 3 = 0, '2026-10-01', null), '2025-11-01' from " + people);
            for (int deed = 0; deed < 5; deed++) {
                database.execute(
                        "insert into actions (action_id, organization_id, supporter_id, type, amount_minor, currency,"
                                + " verification, happened_at, recorded_at, actor_kind, occasion_id) select " + id
                                + " + "
                                + (deed + 1) * 100_000 + ", " + here + ", " + id + ", elt(1 + (n + " + deed
                                + ") mod 5, 'SIGNED', 'REPLIED', 'ATTENDED', 'GAVE', 'CLICKED'), if((n + " + deed
                                + ") mod 5 = 3, 500 + n mod 9000, null), if((n + " + deed
                                + ") mod 5 = 3, 'USD', null), 'SELF', "
                                + then.formatted(deed) + ", '2026-10-13', 'SYSTEM', " + campaign + " from " + people);
            }
            for (int step = 1; step <= 2; step++) {
                database.execute("insert into moves (move_id, organization_id, ladder_id, supporter_id, from_position,"
                        + " to_position, cause, member_id, action_id, actor_kind, happened_at, recorded_at) select "
                        + id + " + "
                        + step * 100_000 + ", " + here + ", (select ladder_id from ladders where organization_id = "
                        + here
                        + " and kind = 'COMMITMENT'), " + id + ", " + step + ", " + (step + 1) + ", 'RULE', " + texter
                        + ", "
                        + id + " + 100000, 'SYSTEM', " + then.formatted(step) + ", '2026-10-13' from " + people
                        + " and n mod 10 < " + (6 - 2 * step));
            }
            for (int text = 0; text < 10; text++) {
                boolean out = text % 2 == 0;
                database.execute(
                        "insert into messages (message_id, organization_id, thread_id, phone, direction, purpose, state,"
                                + " body, member_id, occasion_id, happened_at, created_at) select " + id + " + "
                                + (text + 1) * 100_000
                                + ", " + here + ", " + id + ", concat('+1', " + (2_000_000_000L + from) + " + n), '"
                                + (out ? "OUT" : "IN") + "', '" + (text == 0 ? "FIRST_TEXT" : out ? "REPLY" : "INBOUND")
                                + "', '"
                                + (out ? "DELIVERED" : "RECEIVED") + "', 'See you there', " + (out ? texter : "null")
                                + ", " + campaign
                                + ", " + then.formatted(7) + " + interval " + text * 200 + " second, "
                                + then.formatted(7)
                                + " + interval " + text * 200 + " second from " + people);
            }
        });
    }

    private void bare(String name, String sql) {
        once("bare: " + name, () -> database.fetch(sql, here));
    }

    private static void once(String name, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        System.out.printf("  %-44s %,9d ms%n", name, since(begun));
    }

    private static void median(String name, Runnable work) {
        long[] took = new long[TIMES];
        for (int time = 0; time < TIMES; time++) {
            long begun = System.nanoTime();
            work.run();
            took[time] = since(begun);
        }
        Arrays.sort(took);
        System.out.printf("  %-44s %,9d ms  worst %,d ms%n", name, took[TIMES / 2], took[TIMES - 1]);
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
