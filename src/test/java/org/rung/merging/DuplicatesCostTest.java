package org.rung.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Role;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of pairs and a person's page read what they show, however many people there are. */
@RungTest
class DuplicatesCostTest {
    private static final int PEOPLE = Integer.getInteger("rung.cost.people", 20_000);
    private static final String TEN = "(select 0 n union all select 1 union all select 2 union all select 3 union all"
            + " select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";
    private static final String NUMBERS = "(select a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n n from " + TEN
            + " a, " + TEN + " b, " + TEN + " c, " + TEN + " d, " + TEN + " e) numbers where n < ?";

    @Autowired
    Duplicates duplicates;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Test
    void pages_read_what_they_show_and_a_look_reads_each_person_a_few_times() {
        var here = NewOrganization.with(db);
        var ora = here.member(Role.ORGANIZER);
        long base = Id.next();
        many(here, base);
        clock.tick(Duration.ofMinutes(1));

        var began = System.nanoTime();
        long look = rowsRead(() -> duplicates.lookAgain(ora));
        var took = Duration.ofNanos(System.nanoTime() - began);
        began = System.nanoTime();
        long page = rowsRead(() -> duplicates.page(ora, Page.Wanted.first(30)));
        var opened = Duration.ofNanos(System.nanoTime() - began);
        long one = rowsRead(() -> duplicates.of(ora, new SupporterId(base + 3)));

        System.out.printf(
                "%d people, %d pairs: look %d ms and %d rows, page %d ms and %d rows, one person %d rows%n",
                PEOPLE, duplicates.count(ora), took.toMillis(), look, opened.toMillis(), page, one);
        assertThat(duplicates.count(ora)).isGreaterThan(PEOPLE / 500);
        assertThat(look).isLessThan(60L * PEOPLE);
        assertThat(page).isLessThan(2_000);
        assertThat(one).isLessThan(1_000);
    }

    /** Every hundredth shares an e-mail with the one before, every seventieth the name and postal code, every fiftieth the number. */
    private void many(NewOrganization here, long base) {
        db.execute(
                "insert into supporters (supporter_id, organization_id, first_name, last_name, first_name_folded, email,"
                        + " postal_code, city, region, created_at, updated_at)"
                        + " select ? + n, ?, concat('First', (n - (n % 70 = 1)) % 300), concat('Last', (n - (n % 70 = 1)) % 700),"
                        + " concat('first', (n - (n % 70 = 1)) % 300), if(n % 3 = 0 or n % 100 = 1, concat('p', n - (n % 100 = 1), '@example.org'), ''),"
                        + " 94000 + (n - (n % 70 = 1)) % 900, 'Oakland', 'CA', '2026-01-01', '2026-01-01' from "
                        + NUMBERS,
                base,
                here.organizationId().value(),
                PEOPLE);
        db.execute(
                "insert into supporter_phones (organization_id, phone, supporter_id, position)"
                        + " select ?, concat('+1628', 2000000 + n - (n % 50 = 1)), ? + n, 0 from " + NUMBERS,
                here.organizationId().value(),
                base,
                PEOPLE);
        db.execute("analyze table supporters, supporter_phones");
    }

    /** As the server counts them, in one session. */
    private long rowsRead(Runnable work) {
        return transaction.execute(status -> {
            long before = handlers();
            work.run();
            return handlers() - before;
        });
    }

    private long handlers() {
        return db.fetch("show session status like 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(row.get(1, String.class)))
                .sum();
    }
}
