package org.rung.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.campaigns.Campaigns;
import org.rung.cast.TestClock;
import org.rung.common.MemberId;
import org.rung.journeys.House;
import org.rung.journeys.Tapping;
import org.rung.texting.Assignments;
import org.rung.texting.TextingPaths;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Many texters at first texts at once, each a text every three seconds, at a server of its own over sockets and in Vaadin's
 * own messages; and one of them in a real browser. -Drung.bench.desks=100,500 says how many, -Drung.bench.desks.seconds=40
 * how long each time. The server shares the machine with its database, the provider, the browser and all who text.
 */
@RungTest
@Tag("bench")
class DesksBench {
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("rung.bench.desks", "100,500").split(","))
            .map(Integer::valueOf)
            .sorted()
            .toList();
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("rung.bench.desks.seconds", 40));
    private static final Duration PACE = Duration.ofSeconds(3);
    /** They make the server warm; what a desk weighs is counted from them on. */
    private static final int FIRST = 10;

    private static final int IN_BROWSER = 400;
    private static final String PASSWORD = "plums are ripe in may";
    private static final Pattern LIVING = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    @Autowired
    AutowireCapableBeanFactory factory;

    @Autowired
    DSLContext database;

    @Autowired
    HikariDataSource pool;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Assignments assignments;

    @Autowired
    TestClock clock;

    @Value("${rung.secret-key}")
    String secret;

    @Value("${rung.home}")
    Path home;

    private final AtomicInteger troubles = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> reasons = new ConcurrentLinkedQueue<>();

    private interface Deed {
        long of(BusyDesk desk) throws IOException, InterruptedException;
    }

    @Test
    void many_desks_at_once() throws Exception {
        clock.set(Clock.systemUTC().instant());
        int most = SIZES.getLast();
        var ready = factory.createBean(Union.class).of(IN_BROWSER + 50 * (most + 20), most + 1);
        // Nobody is texted at night, and a night's desks would stand still.
        database.execute(
                "update supporters set zone = ? where organization_id = ?",
                noon(clock.instant()),
                ready.here().organizationId().value());
        campaigns.start(ready.ora(), ready.campaign());
        database.execute(
                "update accounts set password_hash = ? where account_id in (select account_id from members where organization_id = ?)",
                "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD),
                ready.here().organizationId().value());
        var byBrowser = ready.texters().getLast().memberId();
        assignments.handOut(ready.ora(), ready.campaign(), byBrowser, IN_BROWSER);
        String path = "/" + TextingPaths.text(ready.campaign());
        // The client ends once nothing is open any more, so the server has to go before it.
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
                var provider = new FastProvider();
                var server = House.start(home.resolve("desks"), settings());
                var browser = new Tapping(server, email(byBrowser), PASSWORD, path)) {
            var desks = new ArrayList<BusyDesk>();
            open(FIRST, ready, server, http, path, desks);
            accepted.addAndGet(
                    timed(desks, Duration.ofSeconds(10), BusyDesk::send).size());
            browser.taps(Duration.ofSeconds(5), Duration.ofMillis(500));
            long heapBefore = living(server);
            System.out.printf(
                    "%nDesks at once, a first text every %d s each, %d s; the server's heap at rest with %d desks %d MB%n",
                    PACE.toSeconds(), TIME.toSeconds(), FIRST, heapBefore >> 20);
            for (int size : SIZES) {
                desks.forEach(BusyDesk::weighed);
                int before = desks.size();
                long begun = System.nanoTime();
                open(size - before, ready, server, http, path, desks);
                double took = (System.nanoTime() - begun) / 1e6 / (size - before);
                double opening = desks.subList(before, size).stream()
                        .mapToLong(BusyDesk::weighed)
                        .average()
                        .orElse(0);
                long idle = living(server);
                System.out.printf(
                        "  %d desks open: %.0f KB of heap a desk; %,.0f bytes to open one, beside the files that a browser keeps;"
                                + " %.0f ms each, sign-in included%n",
                        size, (idle - heapBefore) / 1024.0 / (size - FIRST), opening, took);
                print("bare heartbeats of as many sessions", timed(desks, TIME.dividedBy(2), BusyDesk::beat));
                desks.forEach(BusyDesk::weighed);
                try (var one = Executors.newSingleThreadExecutor()) {
                    Future<List<Long>> sends = one.submit(() -> timed(desks, TIME, BusyDesk::send));
                    var taps = browser.taps(TIME, Duration.ofMillis(500));
                    var all = sends.get();
                    accepted.addAndGet(all.size());
                    print("a first text, sent and accepted", all);
                    print(
                            "key to next card in a browser meanwhile",
                            taps.stream()
                                    .map(tap -> (long) (tap.doubleValue() * 1e6))
                                    .toList());
                    System.out.printf(
                            "    %,.0f bytes a send both ways; %.0f KB of heap a desk afterwards; %s%n",
                            desks.stream().mapToLong(BusyDesk::weighed).sum() / (double) all.size(),
                            (living(server) - heapBefore) / 1024.0 / (size - FIRST),
                            Effort.load());
                }
            }
            browser.settle();
            count(ready, provider);
            desks.forEach(BusyDesk::close);
        }
        assertThat(reasons).isEmpty();
        assertThat(troubles).hasValue(0);
    }

    /** As many texts as were accepted, one a person, and as many at the provider as were due. */
    private void count(Union.Ready ready, FastProvider provider) {
        long here = ready.here().organizationId().value();
        String out = "from messages where organization_id = " + here + " and direction = 'OUT'";
        int byDesks = number("select count(*) " + out)
                - number("select count(*) " + out + " and topic_id in (select"
                        + " conversation_id from conversations where member_id = "
                        + ready.texters().getLast().memberId().value() + ")");
        int twice = number("select count(*) from (select phone " + out + " group by phone having count(*) > 1) twice");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> number("select count(*) " + out
                                + " and state in ('QUEUED', 'SENDING') and due_at <= utc_timestamp(6)")
                        == 0);
        int waiting = number("select count(*) " + out + " and state in ('QUEUED', 'HELD')");
        int sent = number("select count(*) " + out + " and state = 'SENT'");
        System.out.printf(
                "  %,d texts accepted, %,d of them stored, %d people texted twice; %,d left, the provider counted %,d; %,d wait for"
                        + " their hours; %d troubles%n",
                accepted.get(), byDesks, twice, sent, provider.taken(), waiting, troubles.get() + reasons.size());
        assertThat(byDesks).isEqualTo(accepted.get());
        assertThat(twice).isZero();
        assertThat(provider.taken()).isEqualTo(sent);
    }

    private int number(String sql) {
        return database.fetchSingle(sql).get(0, int.class);
    }

    private Map<String, String> settings() {
        return Map.of(
                "RUNG_DATABASE_URL",
                pool.getJdbcUrl(),
                "RUNG_DATABASE_USER",
                pool.getUsername(),
                "RUNG_DATABASE_PASSWORD",
                pool.getPassword(),
                "RUNG_SECRET_KEY",
                secret,
                "RUNG_TWILIO_URL",
                "http://127.0.0.1:" + FastProvider.PORT,
                // As ./rung run starts it, which compiles what is hot once more; a test's house does not.
                "_JAVA_OPTIONS",
                "-XX:TieredStopAtLevel=4 -Xmx1g");
    }

    /** A zone where it is twelve o'clock, or a little later. */
    private static String noon(Instant now) {
        int east = 12 - now.atZone(ZoneOffset.UTC).getHour();
        // These names count to the west.
        return "Etc/GMT%+d".formatted(-east);
    }

    private static String email(MemberId member) {
        return member.value() + "@example.org";
    }

    private void open(int more, Union.Ready ready, House server, HttpClient http, String path, List<BusyDesk> desks)
            throws Exception {
        var few = new Semaphore(8);
        var opening = new ArrayList<Future<BusyDesk>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var texter : ready.texters().subList(desks.size(), desks.size() + more))
                opening.add(threads.submit(() -> {
                    few.acquire();
                    try {
                        return new BusyDesk(
                                http, URI.create(server.url()), troubles, email(texter.memberId()), PASSWORD, path);
                    } finally {
                        few.release();
                    }
                }));
        }
        for (var each : opening) desks.add(each.get());
    }

    /** Everyone at the pace, each from a moment of their own on. */
    private List<Long> timed(List<BusyDesk> desks, Duration time, Deed deed) throws Exception {
        var random = new Random(desks.size());
        var took = new ConcurrentLinkedQueue<Long>();
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var desk : desks) {
                long first = begun + random.nextLong(PACE.toNanos());
                threads.submit(() -> {
                    for (long due = first; due < begun + time.toNanos(); due += PACE.toNanos()) {
                        for (long now = System.nanoTime(); now < due; now = System.nanoTime())
                            LockSupport.parkNanos(due - now);
                        try {
                            took.add(deed.of(desk));
                        } catch (Exception wrong) {
                            reasons.add(wrong.toString());
                        }
                    }
                });
            }
        }
        return List.copyOf(took);
    }

    private static void print(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "    %-42s %,6d  p50 %6.1f ms  p95 %6.1f ms  p99 %6.1f ms%n",
                what, sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    /** Bytes that are still held once all garbage has been collected. */
    private static long living(House server) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var total = LIVING.matcher(said);
        if (!total.find()) throw new IOException("The heap was not counted: " + said);
        return Long.parseLong(total.group(1));
    }
}
