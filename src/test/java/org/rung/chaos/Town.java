package org.rung.chaos;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rung.RungApplication;
import org.rung.accounts.ApiTokens;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.common.Scopes;
import org.rung.database.ServerProcess;
import org.rung.senders.Pacing;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * An organization, a number to text from and tokens, made through the front doors before the storm begins. Its house stays
 * open for the town's admin, and neither sends nor does any job.
 */
record Town(
        OrganizationId organization,
        String account,
        List<String> tokens,
        Place awake,
        Place asleep,
        ConfigurableApplicationContext house)
        implements AutoCloseable {
    static final String NUMBER = "+15105550100";
    static final String SECRET = "only-for-storms-and-known-to-everyone-0123456789";
    static final String TEXTER = "tess@example.org";

    /** Those who are awake and whose campaign closes in the middle of the storm, by the end of their numbers. */
    private static final int CLOSING = 4_000;

    private static final int NEVER_HEARD_OF = 5_000;

    /** A token may call so often a second and no oftener. */
    private static final int TOKENS = 8;

    /** Where people live, and what their numbers look like. */
    record Place(ZoneId zone, String prefix) {
        List<String> phones(int from, int count) {
            return IntStream.range(from, from + count)
                    .mapToObj(prefix::formatted)
                    .toList();
        }

        boolean has(String phone) {
            return phone.startsWith(prefix.substring(0, prefix.indexOf('%')));
        }

        private boolean is(LocalTime from, LocalTime until, Instant now) {
            LocalTime time = now.atZone(zone).toLocalTime();
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place(ZoneId.of("America/Los_Angeles"), "+1415556%04d"),
            new Place(ZoneId.of("Pacific/Honolulu"), "+1808556%04d"),
            new Place(ZoneId.of("America/New_York"), "+1212556%04d"),
            new Place(ZoneId.of("Europe/London"), "+44740012%04d"),
            new Place(ZoneId.of("Asia/Kolkata"), "+91981055%04d"),
            new Place(ZoneId.of("Australia/Sydney"), "+6149157%04d"));

    static Town found(ServerProcess database, int segmentsMinute) {
        Instant now = Instant.now();
        // Vaadin puts a strategy of its own into this JVM for every app; the tests' app goes on with its own.
        var strategy = SecurityContextHolder.getContextHolderStrategy();
        var house = new SpringApplicationBuilder(RungApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()))
                .registerShutdownHook(false)
                .run(
                        "--rung.database.url=" + database.url(),
                        "--rung.database.user=" + database.user(),
                        "--rung.database.password=" + database.password(),
                        "--rung.secret-key=" + SECRET,
                        "--rung.port=0",
                        "--rung.texting.outbox=false",
                        "--db-scheduler.enabled=false",
                        // It loses its database like everyone else, and says so of each connection.
                        "--logging.level.com.zaxxer.hikari=ERROR");
        try {
            var organization = house.getBean(Organizations.class)
                    .found("Storm Valley", "US", ZoneId.of("America/Los_Angeles"), false);
            var system = new Actor.System(organization);
            var account = "AC" + "%032x".formatted(Id.next());
            var senders = house.getBean(Senders.class);
            var sender = senders.add(system, new SenderDraft(account, Hooks.TOKEN, NUMBER, "", false));
            senders.pace(
                    system,
                    sender,
                    new Pacing(SenderKind.LONG_CODE, Optional.of(segmentsMinute), 1, "US", "510", Optional.empty()));
            house.getBean(Members.class)
                    .join(organization, "Tess Moreno", TEXTER, Optional.empty(), Roles.of(Role.TEXTER));
            var tokens = IntStream.range(0, TOKENS)
                    .mapToObj(one -> house.getBean(ApiTokens.class)
                            .make(system, "The storm " + one, new Scopes(EnumSet.allOf(Permission.class)))
                            .text())
                    .toList();
            return new Town(
                    organization,
                    account,
                    tokens,
                    first(LocalTime.of(10, 5), LocalTime.of(19, 0), now),
                    first(LocalTime.of(21, 30), LocalTime.of(5, 0), now),
                    house);
        } catch (RuntimeException | Error broken) {
            house.close();
            throw broken;
        } finally {
            SecurityContextHolder.setContextHolderStrategy(strategy);
        }
    }

    private static Place first(LocalTime from, LocalTime until, Instant now) {
        return PLACES.stream()
                .filter(place -> place.is(from, until, now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nowhere is it such a time now"));
    }

    /** What the apps of this town are started with. */
    static Map<String, String> settings(ServerProcess database, String provider) {
        return Map.of(
                "RUNG_DATABASE_URL",
                database.url(),
                "RUNG_DATABASE_USER",
                database.user(),
                "RUNG_DATABASE_PASSWORD",
                database.password(),
                "RUNG_SECRET_KEY",
                SECRET,
                "RUNG_PUBLIC_URL",
                Hooks.PUBLIC_URL,
                "RUNG_TWILIO_URL",
                provider);
    }

    Stream<String> phones(int awakeCount, int asleepCount) {
        return Stream.concat(awake.phones(0, awakeCount).stream(), asleep.phones(0, asleepCount).stream());
    }

    boolean sleeps(String phone) {
        return asleep.has(phone);
    }

    List<String> closing(int count) {
        return awake.phones(CLOSING, count);
    }

    boolean closes(String phone) {
        int number = awake.has(phone) ? Integer.parseInt(phone.substring(phone.length() - 4)) : 0;
        return number >= CLOSING && number < NEVER_HEARD_OF;
    }

    String neverHeardOf(int which) {
        return awake.prefix().formatted(NEVER_HEARD_OF + which);
    }

    @Override
    public void close() {
        house.close();
    }

    /** The clock and the silent provider of the tests lie beside this class. */
    private static final class WithoutTests extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getResource().toString().contains("test-classes");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
