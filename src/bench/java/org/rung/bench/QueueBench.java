package org.rung.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Secrets;
import org.rung.cast.Airwaves;
import org.rung.cast.NewOrganization;
import org.rung.common.Id;
import org.rung.messaging.Outbox;
import org.rung.senders.Provider;
import org.springframework.beans.factory.annotation.Autowired;

/** How fast texts leave a queue of a hundred, a longer one, and one of a million. */
@RungTest
@Tag("bench")
class QueueBench {
    private static final int MANY = Integer.getInteger("rung.bench.queue", 1_000_000);
    private static final int FEW = Math.min(MANY, 30_000);

    @Autowired
    DSLContext database;

    @Autowired
    Outbox outbox;

    @Autowired
    Airwaves airwaves;

    @Autowired
    Secrets secrets;

    @Autowired
    List<Provider> providers;

    @Test
    void a_million_wait() throws Exception {
        var real =
                providers.stream().filter(each -> each != airwaves).findFirst().orElseThrow();
        airwaves.otherwise(real::send);
        try (var provider = new FastProvider()) {
            FastProvider.bareCalls(FEW);
            queue(NewOrganization.with(database), FEW);
            leave(provider, FEW);
            // A hundred are gone before a clock says much: many times a hundred, only their leaving counted.
            measure(provider, 100, 100, 100);
            measure(provider, 1, FEW, FEW);
            measure(provider, 1, MANY, FEW);
            for (var patience : List.of(Duration.ofMillis(30), Duration.ofMillis(100))) {
                System.out.printf("%nEach answer takes %d ms", patience.toMillis());
                provider.takes(patience);
                measure(provider, 1, FEW, FEW / 3);
            }
        }
    }

    private void measure(FastProvider provider, int times, int waiting, int leaving) throws Exception {
        System.out.printf(
                "%n%,d texts wait for %d numbers; %,d leave, %d times%n", waiting, Union.NUMBERS, leaving, times);
        double bare = FastProvider.bareCalls(Math.max(leaving, FEW / 3));
        double seconds = 0;
        long questions = 0;
        long read = 0;
        long here = 0;
        long server = 0;
        for (int time = 0; time < times; time++) {
            queue(NewOrganization.with(database), waiting);
            long questionsBefore = Effort.statements(database);
            long readBefore = rowsRead();
            var effort = Effort.soFar();
            seconds += leaving / leave(provider, leaving);
            var spent = Effort.soFar().since(effort);
            questions += Effort.statements(database) - questionsBefore;
            read += rowsRead() - readBefore;
            here += spent.rungNanos();
            server += spent.serverNanos();
        }
        long left = (long) times * leaving;
        System.out.printf(
                "  bare calls %,9.0f /s%n  outbox     %,9.0f /s   %5.2f x   a text: %.2f statements, %.1f rows read,"
                        + " %,d us here + %,d us server%n",
                bare,
                left / seconds,
                left / seconds / bare,
                questions / (double) left,
                read / (double) left,
                here / left / 1_000,
                server / left / 1_000);
    }

    private double leave(FastProvider provider, int count) throws Exception {
        long before = provider.taken();
        long begun = System.nanoTime();
        var drain = Thread.ofPlatform().start(() -> {
            try {
                outbox.drain();
            } catch (InterruptedException enough) {
                Thread.currentThread().interrupt();
            }
        });
        while (provider.taken() - before < count && drain.isAlive()) TimeUnit.MILLISECONDS.sleep(1);
        double rate = (provider.taken() - before) * 1e9 / (System.nanoTime() - begun);
        drain.interrupt();
        drain.join();
        return rate;
    }

    private long rowsRead() {
        return database.fetch("show global status like 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(row.get(1, String.class)))
                .sum();
    }

    /** So many first texts, all due, each in its own thread, spread over the numbers. */
    private void queue(NewOrganization here, int count) {
        long organization = here.organizationId().value();
        long firstSender = Id.next();
        for (int i = 0; i < Union.NUMBERS; i++) {
            database.execute(
                    "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, rate, created_at)"
                            + " values (?, ?, 'TWILIO', ?, ?, ?, ?, '2026-01-01 00:00:00')",
                    firstSender + i,
                    organization,
                    "ACqueue" + organization,
                    "+1500555000" + i,
                    secrets.seal("12345"),
                    Union.FASTEST);
        }
        long block = Id.next() + (1L << 32);
        database.execute(
                "insert into phone_consents (organization_id, phone, consent, since_at)"
                        + " select ?, concat('+1', 2000000000 + n), 'OPTED_IN', '2026-01-01 00:00:00' from ("
                        + numbers() + ") numbers where n < ?",
                organization,
                count);
        database.execute(
                "insert into threads (thread_id, organization_id, phone, sender_id, created_at)"
                        + " select ? + n, ?, concat('+1', 2000000000 + n), ? + n mod " + Union.NUMBERS
                        + ", '2026-01-01 00:00:00' from (" + numbers() + ") numbers where n < ?",
                block,
                organization,
                firstSender,
                count);
        database.execute(
                "insert into messages (message_id, organization_id, thread_id, sender_id, phone, direction, purpose, state, body,"
                        + " once_key, due_at, happened_at, created_at)"
                        + " select thread_id, organization_id, thread_id, sender_id, phone, 'OUT', 'FIRST_TEXT', 'QUEUED',"
                        + " 'Hi Maya, it is Tess with the Neighbors. Will you come? Reply STOP to end', concat('bench-', thread_id),"
                        + " '2026-01-01 00:00:00', '2026-01-01 00:00:00', '2026-01-01 00:00:00'"
                        + " from threads where organization_id = ?",
                organization);
        List.of("messages", "threads", "phone_consents").forEach(table -> database.fetch("analyze table " + table));
    }

    /** 0 to 999,999, without leaning on one engine's way to make rows. */
    private static String numbers() {
        var digits = "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4"
                + " union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";
        return "select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 100000 * g.d n from %s a, %s b, %s c, %s e, %s f, %s g"
                .formatted(digits, digits, digits, digits, digits, digits);
    }
}
