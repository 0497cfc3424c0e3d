package org.rung.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.asks.Boards;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.messaging.Outbox;
import org.rung.texting.Assignments;
import org.rung.texting.CampaignWork;
import org.rung.texting.ConversationFilter;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationState;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;
import org.rung.texting.Desk;
import org.rung.texting.Outcomes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What screens ask for among 300,000 texts, beside the bare SQL of a thread's page; and how the server finds the rows. */
@RungTest
@Tag("bench")
class DeskBench {
    private static final int PEOPLE = Integer.getInteger("rung.bench.people", 100_000);
    private static final int TIMES = 40;
    private static final Path EXPLAINED = Path.of("target", "bench-explained.txt");

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    DSLContext database;

    @Autowired
    Desk desk;

    @Autowired
    Conversations conversations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Assignments assignments;

    @Autowired
    CampaignWork work;

    @Autowired
    Boards boards;

    @Autowired
    Outbox outbox;

    @Autowired
    TestClock clock;

    private final Recorder recorder = new Recorder();
    private final StringBuilder explained = new StringBuilder();
    private double bare;

    @Test
    void screens_among_hundreds_of_thousands() throws Exception {
        clock.set(TestClock.TUESDAY_NOON);
        var jooq = database.configuration();
        var listeners = new ArrayList<>(Arrays.asList(jooq.executeListenerProviders()));
        listeners.add(recorder);
        jooq.set(listeners.toArray(ExecuteListenerProvider[]::new));
        var ready = house.createBean(Union.class).of(PEOPLE, 50);
        new Texted(database).everyState(ready);
        var tess = ready.texters().getFirst();
        var ora = ready.ora();
        System.out.printf(
                "%nScreens among %s texts of %s conversations (medians of %d)%n",
                database.fetchValue("select count(*) from messages"),
                database.fetchValue("select count(*) from conversations"),
                TIMES);
        var mine = one("NEEDS_RESPONSE", tess);
        long thread = (Long)
                database.fetchValue("select thread_id from messages where topic_id = " + mine.value() + " limit 1");
        bare = time("bare SQL: a thread's page, by JDBC", () -> thread(thread));
        time("home, texter", () -> desk.home(tess).campaigns().size());
        time("home, admin", () -> desk.home(ora).campaigns().size());
        time(
                "first texts, 20 cards",
                () -> desk.cards(tess, ready.campaign(), Set.of(), 20).size());
        time("my waiting replies, a page", () -> page(tess, ConversationState.NEEDS_RESPONSE, false, 50));
        time("open a conversation", () -> desk.open(tess, mine).thread().size());
        time("all conversations, a page", () -> page(ora, null, false, 50));
        time("all conversations, the page after", () -> second(ora));
        time("all that wait for an answer, a page", () -> page(ora, ConversationState.NEEDS_RESPONSE, false, 50));
        time("inbox, a page", () -> page(ora, ConversationState.NEEDS_RESPONSE, true, 50));
        time(
                "the campaign's conversations, a page",
                () -> conversations
                        .page(
                                ora,
                                new ConversationFilter(
                                        Optional.of(ready.campaign()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        ConversationFilter.Among.ALL),
                                new Page.Wanted(Optional.empty(), 50))
                        .rows()
                        .size());
        time(
                "counts of a campaign by state",
                () -> conversations.counts(ora, ready.campaign()).size());
        time(
                "badge of waiting replies",
                () -> desk.waiting(java.util.List.of(tess.memberId())).size());
        time(
                "board of the commitment ladder",
                () -> boards.commitment(ora, 30).levels().size());
        explain(
                "pull",
                () -> assignments.pull(ready.texters().get(1), ready.campaign()).firstTexts());
        explain(
                "hand out 100",
                () -> assignments
                        .handOut(ora, ready.campaign(), ready.texters().get(2).memberId(), 100)
                        .firstTexts());
        var first = one("NEEDS_FIRST_TEXT", tess);
        explain(
                "send a first text",
                () -> correspondence
                        .sendFirst(tess, first, "Hi! Reply STOP to end", "one")
                        .segments());
        explain(
                "reply",
                () -> correspondence.reply(tess, mine, "See you there", "two").segments());
        explain("outbox", outbox::drain);
        explain("top up (freeze)", () -> work.topUp(ora, ready.campaign()));
        // The jobs' own rooms keep their front doors closed; these are their questions.
        raw(
                "lease job",
                "select distinct organization_id, member_id from conversations where state in"
                        + " ('NEEDS_FIRST_TEXT','NEEDS_RESPONSE') and leased_until_at <= '2026-10-13 12:00:00' and member_id is not null");
        raw(
                "lease job",
                "update conversations set member_id = null, leased_until_at = null where state in"
                        + " ('NEEDS_FIRST_TEXT','NEEDS_RESPONSE') and leased_until_at <= '2026-10-13 12:00:00' and member_id is not null limit 1000");
        raw(
                "falls job",
                "select organization_id, supporter_id from standings where falls_at <= '2026-10-13 12:00:00'"
                        + " order by falls_at limit 500");
        Files.writeString(EXPLAINED, explained);
        System.out.println("  how the rows are found: " + EXPLAINED);
    }

    private ConversationId one(String state, Actor.Member holder) {
        return new ConversationId((Long) database.fetchValue(
                "select min(conversation_id) from conversations where state = ? and member_id = ?",
                state,
                holder.memberId().value()));
    }

    private int page(Actor actor, @org.jspecify.annotations.Nullable ConversationState state, boolean inbox, int size) {
        return conversations
                .page(
                        actor,
                        new ConversationFilter(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.ofNullable(state),
                                inbox ? ConversationFilter.Among.INBOX : ConversationFilter.Among.ALL),
                        new Page.Wanted(Optional.empty(), size))
                .rows()
                .size();
    }

    private int second(Actor actor) {
        var all = new ConversationFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), ConversationFilter.Among.ALL);
        return conversations
                .page(actor, all, new Page.Wanted(Optional.of(new ConversationId(middle).text()), 50))
                .rows()
                .size();
    }

    private long middle;

    private int thread(long thread) {
        if (middle == 0)
            middle = (Long) database.fetchValue(
                    "select conversation_id from conversations order by conversation_id limit 1 offset " + PEOPLE / 2);
        return database.connectionResult(connection -> {
            try (var select = connection.prepareStatement(
                    "select * from messages where thread_id = ? order by message_id desc limit 200")) {
                select.setLong(1, thread);
                int rows = 0;
                try (var found = select.executeQuery()) {
                    while (found.next()) if (found.getString("body") != null) rows++;
                }
                return rows;
            }
        });
    }

    private double time(String name, Bench.Work work) throws Exception {
        for (int i = 0; i < 5; i++) work.run();
        var took = new long[TIMES];
        long rows = 0;
        long before = Effort.statements(database);
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            rows = work.run();
            took[i] = System.nanoTime() - begun;
        }
        long statements = (Effort.statements(database) - before) / TIMES;
        Arrays.sort(took);
        double median = took[TIMES / 2] / 1e6;
        System.out.printf(
                "  %-46s %8.2f ms  p95 %8.2f ms  %7.1f x  %3d statements  %4d rows%n",
                name, median, took[TIMES * 95 / 100] / 1e6, bare == 0 ? 1 : median / bare, statements, rows);
        explain(name, work);
        return median;
    }

    private void explain(String name, Bench.Work work) throws Exception {
        for (var sql : recorder.of(work)) raw(name, sql);
    }

    private void raw(String name, String sql) {
        explained.append(
                "%n== %s%n  %s%n".formatted(name, sql.length() > 1_500 ? sql.substring(0, 1_500) + " …" : sql));
        explained.append(Recorder.explained(database, sql));
    }
}
