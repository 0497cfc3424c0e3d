package org.rung.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.bench.Crowd.Deed;
import org.rung.bench.Crowd.Timing;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.Campaigns;
import org.rung.cast.Airwaves;
import org.rung.common.Actor;
import org.rung.messaging.Outbox;
import org.rung.senders.Provider;
import org.rung.texting.Assignments;
import org.rung.texting.ConversationState;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;
import org.rung.texting.Desk;
import org.rung.texting.Outcomes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** From a frozen turf to texts on the wire, each step beside what the same machine does without Rung. */
@RungTest
@Tag("bench")
class TextingBench {
    private static final int PEOPLE = Integer.getInteger("rung.bench.people", 100_000);
    private static final int PULLERS = PEOPLE / 50;
    private static final int SENDS = Integer.getInteger("rung.bench.sends", 4_000);

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    DSLContext database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Assignments assignments;

    @Autowired
    Conversations conversations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Desk desk;

    @Autowired
    Outbox outbox;

    @Autowired
    Airwaves airwaves;

    @Autowired
    List<Provider> providers;

    @Test
    void from_turf_to_air() throws Exception {
        System.out.println(
                "innodb_flush_log_at_trx_commit = " + database.fetchValue("select @@innodb_flush_log_at_trx_commit"));
        var union = house.createBean(Union.class);
        var ready = union.of(PEOPLE, PULLERS);
        freezing(ready);
        pulling(ready);
        handingOut(ready);
        sending(ready);
        union.spread(ready);
        draining();
    }

    private void freezing(Union.Ready ready) {
        long begun = System.nanoTime();
        campaigns.start(ready.ora(), ready.campaign());
        System.out.printf(
                "%nA campaign starts: %,d conversations in %.2f s%n",
                conversations.counts(ready.ora(), ready.campaign()).get(ConversationState.NEEDS_FIRST_TEXT),
                (System.nanoTime() - begun) / 1e9);
    }

    /** Every texter pulls once, eight at a time; then all is given back. Beside it, an update of fifty rows and a look. */
    private void pulling(Union.Ready ready) throws Exception {
        System.out.printf("%nBatches of 50 pulled, beside an update of 50 rows and a select of them%n");
        for (int callers : List.of(1, 8)) {
            var bare = Crowd.of(pullers(ready, callers, texter -> barePull(texter, ready.campaign())));
            bare.print(callers + " bare pulls at once, " + bare.deeds() + " batches", bare);
            back(ready.campaign());
            long before = Effort.statements(database);
            var timing = Crowd.of(pullers(
                    ready,
                    callers,
                    texter -> assignments.pull(texter, ready.campaign()).firstTexts()));
            timing.print(callers + " texters, " + timing.deeds() + " batches", bare);
            System.out.printf(
                    "  statements a pull: %.1f%n", (Effort.statements(database) - before) / (double) timing.deeds());
            back(ready.campaign());
        }
    }

    private static List<Deed> pullers(Union.Ready ready, int callers, ToIntFunction<Actor.Member> pull) {
        var waiting = new ArrayDeque<>(ready.texters());
        return Collections.nCopies(callers, () -> {
            Actor.Member texter;
            synchronized (waiting) {
                texter = waiting.poll();
            }
            return texter != null && pull.applyAsInt(texter) > 0;
        });
    }

    /** Without a lease that is written down, without whom one knows, whom one may text and who comes first. */
    private int barePull(Actor.Member texter, CampaignId campaign) {
        while (true) {
            try {
                return transaction.execute(status -> {
                    database.execute(
                            "update conversations set member_id = ?, leased_until_at = '2026-10-13 14:00:00'"
                                    + " where campaign_id = ? and state = 'NEEDS_FIRST_TEXT' and member_id is null limit 50",
                            texter.memberId().value(),
                            campaign.value());
                    return database.fetch(
                                    "select conversation_id, phone from conversations where campaign_id = ?"
                                            + " and state = 'NEEDS_FIRST_TEXT' and member_id = ?",
                                    campaign.value(),
                                    texter.memberId().value())
                            .size();
                });
            } catch (PessimisticLockingFailureException another) {
                // Two who update the same rows get in each other's way: whoever lost begins anew, on this side too.
            }
        }
    }

    private void handingOut(Union.Ready ready) {
        System.out.printf("%nHanded out by an organizer, beside an update of as many rows%n");
        var texters = ready.texters().subList(0, 10);
        int each = PEOPLE / 10;
        long begun = System.nanoTime();
        long rows = 0;
        for (var texter : texters) rows += bareHandOut(ready, texter, each);
        double bare = rows * 1e9 / (System.nanoTime() - begun);
        back(ready.campaign());
        begun = System.nanoTime();
        long given = 0;
        for (var texter : texters)
            given += assignments
                    .handOut(ready.ora(), ready.campaign(), texter.memberId(), each)
                    .firstTexts();
        double handedOut = given * 1e9 / (System.nanoTime() - begun);
        System.out.printf("  %-46s %,9.0f /s%n", "bare updates, " + rows + " rows", bare);
        System.out.printf(
                "  %-46s %,9.0f /s %6.2f x%n", given + " supporters to 10 texters", handedOut, handedOut / bare);
        back(ready.campaign());
    }

    private int bareHandOut(Union.Ready ready, Actor.Member texter, int rows) {
        return database.execute(
                "update conversations set member_id = ? where campaign_id = ? and state = 'NEEDS_FIRST_TEXT'"
                        + " and member_id is null limit ?",
                texter.memberId().value(),
                ready.campaign().value(),
                rows);
    }

    private void back(CampaignId campaign) {
        database.execute(
                "update conversations set member_id = null, assignment_id = null, leased_until_at = null where campaign_id = ?",
                campaign.value());
    }

    private void sending(Union.Ready ready) throws Exception {
        try (var bareInserts = new BareInserts(database, ready.here().organizationId())) {
            System.out.printf(
                    "%nSends accepted, %,d each time, beside a bare transaction that inserts one row%n", SENDS);
            int at = 0;
            for (int texters : List.of(1, 8, 32, 100)) {
                var bare = new ArrayList<Timing>();
                var sends = new ArrayList<Timing>();
                for (int round = 0; round < 3; round++) {
                    bare.add(Crowd.of(bareInserts.of(texters, SENDS)));
                    sends.add(Crowd.of(senders(ready, ready.texters().subList(at, at + texters), SENDS)));
                    at += texters;
                }
                var baseline = Timing.median(bare);
                baseline.print(texters + " bare inserts at once", baseline);
                Timing.median(sends).print(texters + " texters send first texts", baseline);
            }
            var one = senders(ready, ready.texters().subList(at, at + 1), 500);
            long before = Effort.statements(database);
            int sent = Crowd.of(one).deeds();
            System.out.printf(
                    "  statements a send, with those around the transaction: %.1f%n",
                    (Effort.statements(database) - before) / (double) sent);
        }
    }

    private List<Deed> senders(Union.Ready ready, List<Actor.Member> texters, int sends) {
        var deeds = new ArrayList<Deed>();
        for (var texter : texters) {
            assignments.handOut(ready.ora(), ready.campaign(), texter.memberId(), sends / texters.size());
            // What the desk would show them: the script's words, filled in.
            var mine = new ArrayDeque<>(desk.cards(texter, ready.campaign(), Set.of(), sends / texters.size()));
            deeds.add(() -> {
                var next = mine.poll();
                if (next != null)
                    correspondence.sendFirst(
                            texter,
                            next.conversationId(),
                            next.body(),
                            "bench-" + next.conversationId().text());
                return next != null;
            });
        }
        return deeds;
    }

    /** What the sends above queued leaves through the SDK, beside a loop of bare calls with as many in flight. */
    private void draining() throws Exception {
        var real =
                providers.stream().filter(each -> each != airwaves).findFirst().orElseThrow();
        try (var there = new FastProvider()) {
            airwaves.otherwise(real::send);
            System.out.printf("%nThe outbox drains, beside bare HTTP calls to the same provider, 100 in flight%n");
            int waiting = database.fetchSingle("select count(*) from messages where state = 'QUEUED'")
                    .get(0, int.class);
            FastProvider.bareCalls(waiting / 4);
            double bare = FastProvider.bareCalls(waiting);
            long begun = System.nanoTime();
            int sent = outbox.drain();
            double drained = sent * 1e9 / (System.nanoTime() - begun);
            System.out.printf("  %-52s %,9.0f /s%n", "bare calls", bare);
            System.out.printf(
                    "  %-52s %,9.0f /s   %5.2f x   (the provider counted %,d)%n",
                    "outbox", drained, drained / bare, there.taken() - waiting - waiting / 4);
        }
    }
}
