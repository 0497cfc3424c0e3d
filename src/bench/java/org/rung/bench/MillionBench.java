package org.rung.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.asks.Boards;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.exchange.Exports;
import org.rung.filters.FilterLine;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterOrder;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * What screens ask of a million supporters, each with a standing. Give RUNG_TEST_DATABASE_URL to keep the million for
 * the next run: an organization of that size is used again.
 */
@RungTest
@Tag("bench")
class MillionBench {
    private static final int PEOPLE = Integer.getInteger("rung.bench.million", 1_000_000);
    private static final int TIMES = 5;
    private static final Path EXPLAINED = Path.of("target", "million-explained.txt");

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    DSLContext database;

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterList list;

    @Autowired
    Filters filters;

    @Autowired
    Turfs turfs;

    @Autowired
    Boards boards;

    @Autowired
    Exports exports;

    @Autowired
    TestClock clock;

    private final Recorder recorder = new Recorder();
    private final StringBuilder explained = new StringBuilder();

    private Actor ora;

    @Test
    void a_million_supporters() throws Exception {
        clock.set(TestClock.TUESDAY_NOON);
        var jooq = database.configuration();
        var listeners = new ArrayList<>(Arrays.asList(jooq.executeListenerProviders()));
        listeners.add(recorder);
        jooq.set(listeners.toArray(ExecuteListenerProvider[]::new));
        ora = house.createBean(Million.class).of(PEOPLE);
        System.out.printf(
                "%nAmong %,d supporters and %,d standings (medians of %d; %s)%n",
                number("select count(*) from supporters"),
                number("select count(*) from standings"),
                TIMES,
                Effort.load());

        for (var order : SupporterOrder.values()) {
            time("list, " + order + ", first page", () -> rows("", order, List.of()));
            time("list, " + order + ", the 100th page", deep(order));
        }
        time("list, count of everyone", () -> count(""));
        for (var words : List.of(
                "Mar",
                "Mari",
                "Mariza",
                "Jolivo",
                "person123456",
                "(559) 2",
                "559-310-1234",
                "Maria Ann",
                "M",
                "zzzz")) {
            time("search “" + words + "”, first page", () -> rows(words, SupporterOrder.NEWEST, List.of()));
            time("search “" + words + "”, count", () -> count(words));
        }
        for (var lines : List.of(
                List.of(line("tag", "", "tenant")),
                List.of(line("tag", "", "captain")),
                List.of(line("place", "city", "Fresno")),
                List.of(line("place", "postal_code", "93")),
                List.of(line("place", "region", "California")),
                List.of(line("field", "ward", "Ward 7")),
                List.of(line("rung", "COMMITMENT", "3")),
                List.of(line("rung", "COMMITMENT", "1")),
                List.of(line("import", "", latestImport())),
                List.of(line("consent", "", "OPTED_IN")),
                List.of(line("slipping", "", "2")),
                List.of(line("ready", "", "2")),
                List.of(line("tag", "", "tenant"), line("place", "city", "Fresno")),
                List.of(
                        line("tag", "", "steward"),
                        line("field", "ward", "Ward 7", "Ward 8"),
                        line("rung", "COMMITMENT", "2", "3")))) {
            var name = lines.stream()
                    .map(line -> line.kind() + " " + line.values().getFirst())
                    .toList();
            time("filter " + name + ", first page", () -> rows("", SupporterOrder.NEWEST, lines));
            time("filter " + name + ", by last name", () -> rows("", SupporterOrder.LAST_NAME, lines));
            time("filter " + name + ", count", () -> list.count(ora, new SupporterFilter("", lines)));
            time(
                    "turf " + name + ", people and numbers",
                    () -> turfs.counted(ora, new SupporterFilter("", lines)).textable());
        }
        time(
                "turf of everyone, people and numbers",
                () -> turfs.counted(ora, SupporterFilter.EVERYONE).textable());
        for (var criterion : filters.all())
            time(
                    "choices of " + criterion.kind(),
                    () -> criterion.choices(ora.organization()).size());
        time("ladder board, 30 days", () -> boards.commitment(ora, 30).people());
        time(
                "ladder board, those ready, a page",
                () -> boards.ready(ora, 0, Page.Wanted.first(50)).rows().size());
        once("erase one person", () -> {
            supporters.erase(
                    ora,
                    new SupporterId(number("select min(supporter_id) from supporters where organization_id = "
                            + ora.organization().value())));
            return 1;
        });
        once("freeze a list of everyone tagged tenant", () -> {
            var tenants = new SupporterFilter("", List.of(line("tag", "", "tenant")));
            return turfs.count(ora, tenants)
                    + turfs.freeze(ora, "Tenants " + Id.next(), tenants).value() * 0;
        });
        export();
        Files.writeString(EXPLAINED, explained);
        System.out.println("  how the rows are found: " + EXPLAINED);
    }

    private void export() throws Exception {
        once("bare JDBC reads as many supporters, row by row", this::streamed);
        var begun = System.nanoTime();
        var first = new long[1];
        once("export of everyone", () -> {
            exports.supporters(ora, new OutputStream() {
                @Override
                public void write(int letter) {
                    if (first[0] == 0) first[0] = System.nanoTime() - begun;
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    write(0);
                }
            });
            return PEOPLE;
        });
        System.out.printf("  its first bytes came after %.0f ms%n", first[0] / 1e6);
    }

    /** Nothing of it is kept, and nothing is written. */
    private long streamed() {
        return database.connectionResult(connection -> {
            try (var statement = connection.prepareStatement("select * from supporters where organization_id = ?")) {
                statement.setFetchSize(1_000);
                statement.setLong(1, ora.organization().value());
                long rows = 0;
                try (var row = statement.executeQuery()) {
                    for (int columns = row.getMetaData().getColumnCount(); row.next(); rows++)
                        for (int i = 1; i <= columns; i++) row.getObject(i);
                }
                return rows;
            }
        });
    }

    private static FilterLine line(String kind, String key, String... values) {
        return new FilterLine(kind, key, List.of(values));
    }

    private String latestImport() {
        record Batch(long value) implements Id {}
        return new Batch(number("select max(batch_id) from supporter_batches where organization_id = "
                        + ora.organization().value()))
                .text();
    }

    private long rows(String search, SupporterOrder order, List<FilterLine> lines) {
        return list.page(ora, new SupporterFilter(search, lines), order, Page.Wanted.first(50))
                .rows()
                .size();
    }

    private long count(String search) {
        return list.count(ora, new SupporterFilter(search, List.of()));
    }

    private Bench.Work deep(SupporterOrder order) {
        Optional<String> after = Optional.empty();
        for (int i = 0; i < 99; i++) {
            var next = list.page(ora, SupporterFilter.EVERYONE, order, new Page.Wanted(after, 50))
                    .next();
            if (next.isPresent()) after = next;
        }
        var there = after;
        return () -> list.page(ora, SupporterFilter.EVERYONE, order, new Page.Wanted(there, 50))
                .rows()
                .size();
    }

    private long number(String sql) {
        return ((Number) database.fetchSingle(sql).get(0)).longValue();
    }

    private void time(String name, Bench.Work work) throws Exception {
        time(name, work, TIMES);
    }

    private void once(String name, Bench.Work work) throws Exception {
        time(name, work, 1);
    }

    private void time(String name, Bench.Work work, int times) throws Exception {
        var took = new double[times];
        var server = new double[times];
        long rows = times > 1 ? work.run() : 0;
        long statements = Effort.statements(database);
        List<String> heard = List.of();
        for (int i = 0; i < times; i++) {
            var result = new long[1];
            var before = Effort.soFar();
            long begun = System.nanoTime();
            heard = recorder.of(() -> result[0] = work.run());
            took[i] = (System.nanoTime() - begun) / 1e6;
            server[i] = Effort.soFar().since(before).serverNanos() / 1e6;
            rows = result[0];
        }
        statements = (Effort.statements(database) - statements) / times;
        Arrays.sort(took);
        Arrays.sort(server);
        System.out.printf(
                "  %-66s %9.1f ms  best %9.1f  server %8.0f ms  %3d statements  %,9d%n",
                name, took[times / 2], took[0], server[times / 2], statements, rows);
        if (times == 1) return;
        explained.append("%n==== %s: %.0f ms%n".formatted(name, took[times / 2]));
        for (var sql : heard) {
            explained.append("  ").append(sql, 0, Math.min(sql.length(), 1_500)).append('\n');
            explained.append(Recorder.explained(database, sql));
        }
    }
}
