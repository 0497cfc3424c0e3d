package org.rung.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.texting.ConversationState;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long it takes to find texts among ten million (-Drung.bench.texts) of one organization, beside as many of others
 * as a tenth of them, by each filter; what it costs to take them in; and the same by the database's own means.
 */
@RungTest
@Tag("bench")
class ReviewBench {
    private static final int TEXTS = Integer.getInteger("rung.bench.texts", 10_000_000);
    private static final boolean FULLTEXT = Boolean.getBoolean("rung.bench.fulltext");
    private static final int TIMES = 15;

    @Autowired
    DSLContext database;

    @Autowired
    Reviews reviews;

    @Autowired
    Indexer indexer;

    @Test
    void texts_are_found() {
        var here = NewOrganization.with(database);
        var elsewhere = NewOrganization.with(database);
        Actor.Member ora = here.member(Role.ORGANIZER);
        var invented = new InventedTexts(database, here, 10, 0);
        long begun = System.nanoTime();
        new InventedTexts(database, elsewhere, 2, 500_000_000).make(TEXTS / 10);
        invented.make(TEXTS);
        System.out.printf("%n%,d texts put in %,d s%n", TEXTS + TEXTS / 10, since(begun) / 1_000);
        begun = System.nanoTime();
        int taken = indexer.round(0, 0);
        double seconds = since(begun) / 1_000.0;
        System.out.printf("taken in: %,d texts, %,.0f a second%n", taken, taken / seconds);
        List.of("messages", "conversations", "review_words", "review_segments")
                .forEach(table -> database.fetch("analyze table " + table));
        sizes();
        searches(ora, invented);
        bare(here, invented);
        if (FULLTEXT) fulltext(here, invented);
    }

    private void sizes() {
        database.fetch("select table_name t, table_rows r, (data_length + index_length) div 1048576 m"
                        + " from information_schema.tables where table_schema = database()"
                        + " and table_name in ('messages', 'review_words', 'review_segments') order by table_name")
                .forEach(row -> System.out.printf(
                        "  %-18s about %,12d rows %,7d MB%n",
                        row.get(0), row.get(1, Long.class), row.get(2, Long.class)));
    }

    private void searches(Actor.Member ora, InventedTexts invented) {
        CampaignId campaign = invented.campaigns().getFirst();
        var all = ReviewFilter.ALL;
        search(ora, "a rare word", all.saying(invented.word(15_000)));
        search(ora, "a common word", all.saying(invented.word(0)));
        search(ora, "two common words", all.saying(invented.word(1) + " " + invented.word(2)));
        search(ora, "a common and a rare word", all.saying(invented.word(0) + " " + invented.word(9_000)));
        search(ora, "two words never together", all.saying("evenly oddly"));
        search(ora, "a word nobody wrote", all.saying("zzyzx"));
        search(ora, "a phrase", all.saying('"' + invented.word(0) + " " + invented.word(3) + '"'));
        search(ora, "a word, a campaign", all.saying(invented.word(40)).of(campaign));
        search(
                ora,
                "a word, a texter",
                all.saying(invented.word(40)).by(invented.texters().getFirst()));
        search(
                ora,
                "a word, campaign, texter, closed",
                all.saying(invented.word(40))
                        .of(campaign)
                        .by(invented.texters().getFirst())
                        .in(ConversationState.CLOSED));
        search(ora, "a word, a tag of a tenth", all.saying(invented.word(40)).tagged("Often"));
        search(ora, "a word, a tag of a few", all.saying(invented.word(40)).tagged("Seldom"));
        search(ora, "a tag of a few", all.tagged("Seldom"));
        search(
                ora,
                "a word, an answer",
                all.saying(invented.word(40)).of(campaign).answered(new ReviewFilter.GivenAnswer("come", "yes")));
        search(ora, "needs an answer", all.in(ConversationState.NEEDS_RESPONSE));
        search(ora, "a failure", all.failed("30007"));
        search(ora, "a word, a failure", all.saying(invented.word(40)).failed("30007"));
        search(ora, "a number", all.with(new PhoneNumber(invented.phone(7))));
        search(ora, "a texter alone", all.by(invented.texters().getFirst()));
        search(ora, "everything", all);
        pages(ora, all.saying(invented.word(5)), 50);
    }

    private void search(Actor.Member ora, String name, ReviewFilter filter) {
        double[] taken = new double[TIMES];
        Page<ReviewRow> page = new Page<>(List.of(), Optional.empty());
        for (int time = 0; time < TIMES; time++) {
            long begun = System.nanoTime();
            page = reviews.search(ora, filter, Page.Wanted.first(40));
            taken[time] = (System.nanoTime() - begun) / 1e6;
        }
        double first = taken[0];
        Arrays.sort(taken);
        System.out.printf(
                "  %-36s median %,7.0f ms  worst %,7.0f ms  first %,7.0f ms   %d rows%s%n",
                name,
                taken[TIMES / 2],
                taken[TIMES - 1],
                first,
                page.rows().size(),
                page.next().isPresent() ? ", more" : "");
    }

    private void pages(Actor.Member ora, ReviewFilter filter, int many) {
        Optional<String> after = Optional.empty();
        double last = 0;
        int rows = 0;
        for (int page = 0; page < many; page++) {
            long begun = System.nanoTime();
            var one = reviews.search(ora, filter, new Page.Wanted(after, 40));
            last = (System.nanoTime() - begun) / 1e6;
            rows += one.rows().size();
            after = one.next();
            if (after.isEmpty()) break;
        }
        System.out.printf("  %-36s %,7.0f ms   %,d rows before it%n", "page " + many + " of a word", last, rows);
    }

    private void bare(NewOrganization here, InventedTexts invented) {
        for (String word : List.of(invented.word(0), invented.word(15_000))) {
            long begun = System.nanoTime();
            int rows = database.fetch(
                            "select message_id, body from messages where organization_id = ? and body like ?"
                                    + " order by message_id desc limit 40",
                            here.organizationId().value(),
                            "%" + word + "%")
                    .size();
            System.out.printf("  bare like, %-24s %,7d ms   %d rows%n", word, since(begun), rows);
        }
    }

    /** A copy with the database's own index of words: what it costs to store, and how long it looks. */
    private void fulltext(NewOrganization here, InventedTexts invented) {
        for (String key : List.of("", ", fulltext key bench_body (body)")) {
            database.execute("drop table if exists bench_texts");
            database.execute(
                    "create table bench_texts (message_id bigint not null primary key, organization_id bigint not null,"
                            + " body varchar(1600) not null, key bench_organization (organization_id)" + key
                            + ") character set utf8mb4 collate utf8mb4_unicode_ci");
            long begun = System.nanoTime();
            database.execute(
                    "insert into bench_texts select message_id, organization_id, body from messages where organization_id = ?",
                    here.organizationId().value());
            System.out.printf("  a copy%s: %,d ms%n", key.isEmpty() ? "" : " with FULLTEXT", since(begun));
        }
        for (String words : List.of("+" + invented.word(15_000), "+" + invented.word(0), "+evenly +oddly")) {
            List<Long> taken = new ArrayList<>();
            for (int time = 0; time < 3; time++) {
                long begun = System.nanoTime();
                database.fetch(
                        "select message_id, body from bench_texts where match (body) against (? in boolean mode)"
                                + " and organization_id = ? order by message_id desc limit 40",
                        words,
                        here.organizationId().value());
                taken.add(since(begun));
            }
            System.out.printf("  FULLTEXT %-26s %s ms%n", words, taken);
        }
        database.execute("drop table bench_texts");
    }

    private static long since(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    static Random dice() {
        return new Random(42);
    }
}
