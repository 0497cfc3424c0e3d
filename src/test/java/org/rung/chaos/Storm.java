package org.rung.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.rung.database.ServerProcess;

/** Rung in processes of its own under load, while they and their database are killed and the provider misbehaves. */
final class Storm implements AutoCloseable {
    /** What may befall it. */
    enum Blow {
        KILL_APP,
        KILL_APP_AS_IT_STARTS,
        KILL_DATABASE,
        RESTART_DATABASE,
        /** Everything at once; the apps are back before their database is. */
        POWER_CUT,
        PROVIDER_AWAY,
        /** Our account is refused for a while: everything waits until an admin lets the sender go on. */
        ACCOUNT_FAULT
    }

    /** One blow after another, each at a random moment of its share of the time. */
    record Plan(
            long seed,
            Duration lasts,
            List<Blow> blows,
            int apps,
            int awake,
            int asleep,
            /** Whose texting hours end half way through. */
            int closing,
            int sendsMinute,
            int inboundsMinute) {}

    /** Less patience than in production, so that a doubt is settled in seconds. */
    private static final List<String> IMPATIENT = List.of(
            "--rung.texting.in-flight=50",
            "--rung.texting.patience=3s",
            "--rung.texting.dead-after=10s",
            // Longer than the provider needs to show what it has.
            "--rung.texting.look-again-after=8s",
            "--rung.texting.settle-every=500ms",
            "--db-scheduler.polling-interval=200ms",
            "--db-scheduler.heartbeat-interval=1s",
            "--db-scheduler.missed-heartbeats-limit=4");

    private static final Duration LONGEST_QUIET = Duration.ofMinutes(6);

    private final Plan plan;
    private final Random random;
    private final Path home;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final ServerProcess database;
    private final Town town;
    private final MoodyTwilio provider;
    private final Fleet fleet;
    private final Books books = new Books();
    private final Callers callers;
    private final Neighbors neighbors;
    private final Admin admin;
    private final Instant closesAt;
    private int kills;
    private int restarts;
    private int outages;
    private int faults;

    Storm(Plan plan) throws Exception {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.home = Path.of(
                        System.getProperty("rung.chaos.home", System.getProperty("rung.target", "target") + "/chaos"),
                        Long.toString(ProcessHandle.current().pid()))
                .toAbsolutePath();
        try {
            Files.createDirectories(home);
            database = opened(ServerProcess.in(home.resolve("database")));
            town = opened(Town.found(database, 60_000));
            fleet = opened(new Fleet(home, plan.apps(), IMPATIENT));
            var hooks = new Hooks(fleet);
            provider = opened(new MoodyTwilio(town.account(), plan.seed(), hooks));
            fleet.open(Town.settings(database, provider.url()));
            fleet.awaitUp();
            var apis =
                    town.tokens().stream().map(token -> new Api(fleet, token)).toList();
            var campaign = Campaign.start(
                    apis.getFirst(),
                    "Storm",
                    town.phones(plan.awake(), plan.asleep()).toList(),
                    Optional.empty());
            closesAt = Instant.now().plus(plan.lasts().dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
            if (plan.closing() > 0)
                campaign = campaign.and(Campaign.start(
                        apis.getFirst(),
                        "Storm until it closes",
                        town.closing(plan.closing()),
                        Optional.of(closesAt.atZone(town.awake().zone()).toLocalTime())));
            // As many as keep up with the load, each with one text at a time.
            callers = new Callers(
                    apis,
                    books,
                    campaign,
                    provider::optedOut,
                    plan.seed(),
                    Math.max(8, plan.sendsMinute() / 300),
                    plan.sendsMinute());
            neighbors = new Neighbors(
                    hooks,
                    books,
                    town,
                    campaign,
                    plan.seed(),
                    Math.max(4, plan.inboundsMinute() / 300),
                    plan.inboundsMinute());
            admin = opened(new Admin(town, provider));
        } catch (Exception | Error broken) {
            close();
            throw broken;
        }
    }

    private <T extends AutoCloseable> T opened(T one) {
        opened.add(one);
        return one;
    }

    /** Rages for as long as was planned, then waits for quiet, and counts. */
    Reckoning rage() throws IOException, InterruptedException, SQLException {
        provider.is(MoodyTwilio.Mood.MOODY);
        callers.start();
        neighbors.start();
        long share = plan.lasts().toMillis() / (plan.blows().size() + 1);
        for (Blow blow : plan.blows()) {
            Thread.sleep(share / 2 + random.nextLong(share));
            say("%s", blow);
            strike(blow);
        }
        Thread.sleep(share);
        return count();
    }

    private void strike(Blow blow) throws IOException, InterruptedException {
        int app = random.nextInt(fleet.size());
        switch (blow) {
            case KILL_APP -> {
                fleet.kill(app);
                kills++;
            }
            case KILL_APP_AS_IT_STARTS -> {
                fleet.kill(app);
                Thread.sleep(500 + random.nextInt(9_000));
                fleet.kill(app);
                kills += 2;
            }
            case KILL_DATABASE -> {
                database.kill();
                restarts++;
                Thread.sleep(random.nextInt(4_000));
                database.start();
            }
            case RESTART_DATABASE -> {
                database.stop();
                restarts++;
                Thread.sleep(random.nextInt(4_000));
                database.start();
            }
            case POWER_CUT -> {
                database.kill();
                for (int each = 0; each < fleet.size(); each++) fleet.kill(each);
                kills += fleet.size();
                restarts++;
                Thread.sleep(8_000 + random.nextInt(12_000));
                database.start();
            }
            case PROVIDER_AWAY -> {
                outages++;
                provider.is(MoodyTwilio.Mood.AWAY);
                Thread.sleep(8_000 + random.nextInt(12_000));
                provider.is(MoodyTwilio.Mood.MOODY);
            }
            case ACCOUNT_FAULT -> {
                faults++;
                provider.is(MoodyTwilio.Mood.CROSS);
                if (!admin.awaitPaused(Duration.ofMinutes(1))) books.oddities.add("No sender paused in a minute");
                // What was on its way when it paused; after that, nobody asks.
                Thread.sleep(2_000);
                int asked = provider.asked();
                Thread.sleep(2_000 + random.nextInt(6_000));
                int more = provider.asked() - asked;
                if (more > 0) books.oddities.add(more + " texts were handed over by a sender that pauses");
                provider.is(MoodyTwilio.Mood.MOODY);
            }
        }
    }

    /** The load alone, without a blow; how the first app is, once a minute. */
    List<Vitals> soak() throws IOException, InterruptedException, SQLException {
        callers.start();
        neighbors.start();
        List<Vitals> minutes = new ArrayList<>();
        for (long minute = 1; minute <= plan.lasts().toMinutes(); minute++) {
            Thread.sleep(60_000);
            try (var connection = database.connect()) {
                var now = Vitals.of(fleet.houses().getFirst(), connection);
                minutes.add(now);
                say("minute %2d: %s; %d accepted, %d came in", minute, now, books.accepted.size(), books.stored.size());
            }
        }
        return minutes;
    }

    /** Ends the load, waits until nothing is on its way any more, and counts. */
    Reckoning count() throws InterruptedException, SQLException {
        say("It calms down: %s", books.counts());
        provider.is(MoodyTwilio.Mood.CALM);
        fleet.awaitUp();
        if (!neighbors.finish(3)) books.oddities.add("Some inbound texts were never acknowledged");
        if (!callers.finish(3)) books.oddities.add("Some sends were never answered");
        awaitQuiet();
        try (var connection = database.connect()) {
            fleet.endedByItself().forEach(last -> books.oddities.add("An app ended by itself:\n" + last));
            var count = Reckoning.of(town, books, provider, closesAt, connection);
            tell(count);
            return count;
        }
    }

    /** Nothing waits, nothing is on its way, nothing is in doubt; what still is at the end of patience is counted. */
    private void awaitQuiet() throws InterruptedException, SQLException {
        long end = System.nanoTime() + LONGEST_QUIET.toNanos();
        long told = System.nanoTime();
        int left = left();
        while (left > 0 && System.nanoTime() < end) {
            if (System.nanoTime() - told > 15_000_000_000L) {
                say("%d texts are not settled yet", left);
                told = System.nanoTime();
            }
            Thread.sleep(500);
            left = left();
        }
        // Reports that are still on their way.
        Thread.sleep(4_000);
    }

    private int left() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                // What only a person can tell stays in doubt. What waits for the one more try of a telephone that is
                // off
                // leaves hours later.
                var found = statement.executeQuery("select count(*) from messages where direction = 'OUT'"
                        + " and (state = 'SENDING' or state = 'UNCONFIRMED' and coalesce(hold, '') <> 'PERSON'"
                        + " or (state = 'QUEUED' or state = 'HELD' and hold = 'UNDO')"
                        + " and (due_at is null or due_at < utc_timestamp() + interval 2 hour))")) {
            found.next();
            return found.getInt(1);
        }
    }

    private void tell(Reckoning count) {
        System.out.printf(
                "Seed %d: %d kills of the app, %d of the database, %d outages of the provider, %d faults of the account"
                        + " (%d times a sender was let go on)%n"
                        + "  callers   %s%n  provider  %s%n  texts     %d accepted, %d came in, %d at the provider, %s%n"
                        + "  %s%n"
                        + "  %d doubles, %d losses, %d unconfirmed, %d violations%n",
                plan.seed(),
                kills,
                restarts,
                outages,
                faults,
                admin.resumed(),
                books.counts(),
                provider.counts(),
                books.accepted.size(),
                books.stored.size(),
                provider.taken().size(),
                count.states(),
                count.closing(),
                count.doubles(),
                count.losses(),
                count.states().getOrDefault("UNCONFIRMED", 0),
                count.violations().size());
        if (!fleet.endedByItself().isEmpty()) {
            System.out.printf(
                    "  %d times an app ended by itself%n", fleet.endedByItself().size());
        }
    }

    Books books() {
        return books;
    }

    MoodyTwilio provider() {
        return provider;
    }

    Fleet fleet() {
        return fleet;
    }

    private static void say(String what, Object... of) {
        System.out.printf("  %tT %s%n", System.currentTimeMillis(), what.formatted(of));
    }

    @Override
    public void close() {
        for (AutoCloseable one : opened.reversed()) {
            try {
                one.close();
            } catch (Exception stays) {
                System.out.println("Did not close: " + stays);
            }
        }
        try (var inside = Files.walk(home)) {
            // The logs of the apps stay for whoever asks why.
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.getFileName().toString().startsWith("log-") && !Files.isDirectory(path)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException stays) {
            System.out.println("Not deleted: " + stays);
        }
    }
}
