package org.rung.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.filters.Comparison;
import org.rung.filters.FilterGroup;
import org.rung.filters.FilterLine;
import org.rung.filters.Match;
import org.rung.filters.PeopleOnMap;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterOrder;
import org.rung.maps.Look;
import org.rung.places.Box;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Groups joined by "or", lines turned round, deeds and gifts over many supporters, as the screen asks them; and a tag on
 * many of them, there and back. Plain filters are in {@link MillionBench}.
 */
@RungTest
@Tag("bench")
class FiltersBench {
    private static final int PEOPLE = Integer.getInteger("rung.bench.million", 1_000_000);
    private static final int TIMES = 5;
    /** As far as the list of supporters counts. */
    private static final int COUNTED = 50_000;

    private static final Path EXPLAINED = Path.of("target", "filters-explained.txt");
    private static final FilterLine CAPTAIN = line("tag", "", "captain");
    private static final FilterLine FRESNO = line("place", "city", "Fresno");
    private static final FilterLine WARD = line("field", "ward", "Ward 7");
    private static final FilterLine TENANT = line("tag", "", "tenant");

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    DSLContext database;

    @Autowired
    SupporterList list;

    @Autowired
    PeopleOnMap map;

    @Autowired
    BulkWork work;

    @Autowired
    TestClock clock;

    private final Recorder recorder = new Recorder();
    private final StringBuilder explained = new StringBuilder();

    @Test
    void groups_and_work_on_many() throws Exception {
        clock.set(TestClock.TUESDAY_NOON);
        var jooq = database.configuration();
        var listeners = new ArrayList<>(Arrays.asList(jooq.executeListenerProviders()));
        listeners.add(recorder);
        jooq.set(listeners.toArray(ExecuteListenerProvider[]::new));
        var ora = house.createBean(Million.class).of(PEOPLE);
        act(ora);
        System.out.printf("%nAmong %,d people (medians of %d; %s)%n", PEOPLE, TIMES, Effort.load());
        for (var each : filters().entrySet()) {
            var filter = each.getValue();
            for (var order : List.of(SupporterOrder.NEWEST, SupporterOrder.LAST_NAME))
                time(
                        each.getKey() + ", page, " + order,
                        () -> list.page(ora, filter, order, Page.Wanted.first(50))
                                .rows()
                                .size());
            time(each.getKey() + ", count", () -> list.count(ora, filter, COUNTED));
            time(each.getKey() + ", exact count", () -> list.count(ora, filter));
        }
        bare(ora.organization().value());
        for (var look : List.of(
                new Look(new Box(24, -125, 50, -66), 4),
                new Look(new Box(32, -121, 36, -114), 7),
                new Look(new Box(33.9, -118.5, 34.2, -118.1), 11)))
            time(
                    "the map at zoom " + look.zoom(),
                    () -> map.in(ora.organization(), look).size());
        Files.createDirectories(EXPLAINED.toAbsolutePath().getParent());
        Files.writeString(EXPLAINED, explained);
        System.out.println("  how the rows are found: " + EXPLAINED.toAbsolutePath());
        var tenants = new SupporterFilter("", List.of(TENANT));
        var job = work.start(ora, BulkWish.tag("bench " + Id.next(), tenants, Set.of()));
        once("tag all tenants", () -> work.finish(ora, job).changed());
        work.undo(ora, job);
        once("and take it back", () -> work.finish(ora, job).done());
    }

    /** Everyone signed something in the last 300 days, and one of ten gave. */
    private void act(Actor ora) {
        var organization = ora.organization().value();
        if (database.fetch("select 1 from actions where organization_id = ? limit 1", organization)
                .isNotEmpty()) return;
        var head = "insert into actions (action_id, organization_id, supporter_id, type, amount_minor, currency,"
                + " verification, happened_at, recorded_at, actor_kind)";
        database.execute(
                head + " select supporter_id, organization_id, supporter_id, 'SIGNED', null, null, 'SELF',"
                        + " timestamp('2026-10-13') - interval (n * 7919) mod 25920000 second, '2026-10-13', 'SYSTEM'"
                        + " from (select supporter_id, organization_id, row_number() over (order by supporter_id) n"
                        + " from supporters where organization_id = ?) numbered",
                organization);
        database.execute(
                head + " select -supporter_id, organization_id, supporter_id, 'GAVE', 500 + (n * 37) mod 9000, 'USD',"
                        + " 'SELF', timestamp('2026-10-13') - interval (n * 7919) mod 25920000 second, '2026-10-13',"
                        + " 'SYSTEM' from (select supporter_id, organization_id, row_number() over (order by"
                        + " supporter_id) n from supporters where organization_id = ?) numbered where n mod 10 = 3",
                organization);
        database.fetch("analyze table actions");
    }

    private static Map<String, SupporterFilter> filters() {
        var filters = new LinkedHashMap<String, SupporterFilter>();
        filters.put("captain or Fresno", any(CAPTAIN, FRESNO));
        filters.put("tenant or California", any(TENANT, line("place", "region", "California")));
        filters.put("California", all(line("place", "region", "California")));
        filters.put("tenant, or not captain, or Fresno", any(TENANT, not(CAPTAIN), FRESNO));
        filters.put("first name starts with Ma", all(line("name", "first", "Ma")));
        filters.put("last name starts with Reli", all(line("name", "last", "Reli")));
        filters.put("a county", all(line("area", "", "county 06037")));
        filters.put("5 miles around a postal code", all(line("area", "", "near US 93721 5")));
        filters.put(
                "a drawn area and captain",
                all(line("area", "", "polygon 33.5,-118.7 34.3,-118.9 34.4,-117.8 33.9,-117.2 33.6,-117.9"), CAPTAIN));
        filters.put("outside of a county", all(not(line("area", "", "county 06037"))));
        filters.put("one of each household", all(line("household", "", "FIRST")));
        filters.put("tenant, one of each household", all(TENANT, line("household", "", "FIRST")));
        filters.put("known by nobody", all(not(line("known_by", "", "ANYONE"))));
        filters.put("not captain", all(not(CAPTAIN)));
        filters.put("ward 7, not Fresno", all(WARD, not(FRESNO)));
        filters.put("captain, or anything but Fresno", any(CAPTAIN, not(FRESNO)));
        var ninety = new FilterLine("acted", "SIGNED", false, Comparison.WITHIN, List.of("90"));
        filters.put("signed in 90 days", all(ninety));
        filters.put("not signed in 90 days", all(not(ninety)));
        var gave = new FilterLine("gave", "USD", false, Comparison.MORE, List.of("80"));
        filters.put("gave more than 80", all(gave));
        filters.put(
                "(captain or Fresno) and (ward 7 or rung 3)",
                new SupporterFilter(
                        "",
                        Match.ALL,
                        List.of(
                                new FilterGroup(Match.ANY, List.of(CAPTAIN, FRESNO)),
                                new FilterGroup(Match.ANY, List.of(WARD, line("rung", "COMMITMENT", "3"))))));
        filters.put(
                "(tenant and Fresno) or (ward 7 and gave)",
                new SupporterFilter(
                        "",
                        Match.ANY,
                        List.of(
                                new FilterGroup(Match.ALL, List.of(TENANT, FRESNO)),
                                new FilterGroup(Match.ALL, List.of(WARD, gave)))));
        return filters;
    }

    /** The least that an answer can cost: one condition each in SQL of its own, with nothing that a screen needs besides. */
    private void bare(long us) throws Exception {
        var least = new LinkedHashMap<String, String>();
        least.put(
                "a tag's people, counted up to 50,000",
                "select count(*) from (select s.supporter_id from tags t join supporter_tags g on g.tag_id = t.tag_id join"
                        + " supporters s on s.supporter_id = g.supporter_id where t.organization_id = ? and t.name = 'tenant'"
                        + " limit 50000) some");
        least.put(
                "a tag's newest fifty",
                "select count(*) from (select s.supporter_id from tags t join supporter_tags g on g.tag_id = t.tag_id join"
                        + " supporters s on s.supporter_id = g.supporter_id where t.organization_id = ? and t.name = 'captain'"
                        + " order by s.supporter_id desc limit 50) some");
        least.put(
                "deeds of 90 days, counted up to 50,000 people",
                "select count(*) from (select distinct supporter_id from actions where organization_id = ? and type ="
                        + " 'SIGNED' and happened_at > timestamp('2026-10-13') - interval 90 day limit 50000) some");
        for (var each : least.entrySet())
            time(
                    "bare SQL: " + each.getKey(),
                    () -> ((Number) database.fetchSingle(each.getValue(), us).get(0)).longValue());
    }

    private void time(String name, Bench.Work asked) throws Exception {
        var took = new double[TIMES];
        var rows = new long[1];
        List<String> heard = List.of();
        asked.run();
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            heard = recorder.of(() -> rows[0] = asked.run());
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(took);
        System.out.printf("  %-66s %9.1f ms  best %9.1f  %,9d%n", name, took[TIMES / 2], took[0], rows[0]);
        explained.append("%n==== %s: %.0f ms%n".formatted(name, took[TIMES / 2]));
        for (var sql : heard) {
            explained.append("  ").append(sql, 0, Math.min(sql.length(), 1_500)).append('\n');
            explained.append(Recorder.explained(database, sql));
        }
    }

    private static void once(String name, Bench.Work asked) throws Exception {
        long begun = System.nanoTime();
        long rows = asked.run();
        System.out.printf("  %-66s %9.1f ms %,9d%n", name, (System.nanoTime() - begun) / 1e6, rows);
    }

    private static SupporterFilter all(FilterLine... lines) {
        return new SupporterFilter("", List.of(lines));
    }

    private static SupporterFilter any(FilterLine... lines) {
        return new SupporterFilter("", Match.ALL, List.of(new FilterGroup(Match.ANY, List.of(lines))));
    }

    private static FilterLine line(String kind, String key, String... values) {
        return new FilterLine(kind, key, List.of(values));
    }

    private static FilterLine not(FilterLine line) {
        return new FilterLine(line.kind(), line.key(), true, line.compare(), line.values());
    }
}
