package org.rung.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.filters.SupporterFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Rung is killed while somebody saves a file: what they have is told to be broken off, and the next start gives them all of
 * it, everyone once.
 */
@RungTest
class KilledExportTest {
    private static final int PEOPLE = 60_000;
    private static final String PASSWORD = "four-words-are-enough";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    Members members;

    @Autowired
    BulkWork work;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Value("${rung.secret-key}")
    String secret;

    @Value("${rung.home}")
    Path home;

    private Optional<House> house = Optional.empty();

    @AfterEach
    void everyone_goes_home() {
        house.ifPresent(House::kill);
    }

    @Test
    void killed_in_the_middle_of_a_file_it_is_told_and_the_next_one_is_whole() throws Exception {
        clock.set(Clock.systemUTC().instant());
        var here = NewOrganization.with(db);
        var email = "ada" + Id.next() + "@example.org";
        var ada = members.join(here.organizationId(), "Ada", email, Optional.of(PASSWORD), Roles.of(Role.ADMIN));
        people(here);
        var chosen = work.start(
                new Actor.Member(here.organizationId(), ada.memberId(), ada.roles()),
                BulkWish.export(SupporterFilter.EVERYONE, Set.of()));

        var everyone = "/exports/supporters.csv";
        var some = "/exports/people/" + chosen.text() + ".csv";
        house = Optional.of(House.start(home.resolve("killed-export"), settings()));
        var first = house.get();
        try (var one = open(first, email, everyone);
                var other = open(first, email, some)) {
            assertThat(one.readNBytes(100)).as("it begins at once").hasSize(100);
            assertThat(other.readNBytes(100)).hasSize(100);
            first.kill();
            for (var file : List.of(one, other))
                assertThatThrownBy(file::readAllBytes)
                        .as("what was cut off does not look whole")
                        .isInstanceOf(IOException.class);
        }

        house = Optional.of(House.start(home.resolve("killed-export"), settings()));
        for (var path : List.of(everyone, some)) {
            try (var file = open(house.get(), email, path)) {
                var whole = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                assertThat(whole).hasSize(PEOPLE + 1);
                assertThat(whole.getFirst()).startsWith("\uFEFF");
                assertThat(new HashSet<>(whole)).as("nobody twice").hasSize(PEOPLE + 1);
                assertThat(whole.getLast()).contains("Last" + (PEOPLE - 1));
            }
        }
    }

    /** Signed in as a browser would be. */
    private static InputStream open(House house, String email, String path) throws Exception {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        var page = browser.send(
                        HttpRequest.newBuilder(URI.create(house.url() + "/sign-in"))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        var token = TOKEN.matcher(page);
        assertThat(token.find()).as("a form: " + page).isTrue();
        var form = "username=" + said(email) + "&password=" + said(PASSWORD) + "&_csrf=" + said(token.group(1));
        browser.send(
                HttpRequest.newBuilder(URI.create(house.url() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        var file = browser.send(
                HttpRequest.newBuilder(URI.create(house.url() + path)).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(file.statusCode()).isEqualTo(200);
        return file.body();
    }

    private static String said(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** With long addresses, so that the file is some fifteen megabytes. */
    private void people(NewOrganization here) {
        long first = Id.next();
        for (int from = 0; from < PEOPLE; from += 2_000) {
            var rows = new StringBuilder();
            for (int i = from; i < from + 2_000; i++)
                rows.append(rows.isEmpty() ? "" : ",")
                        .append("(%d, %d, 'Name%d', 'Last%d', '%s', now(6), now(6))"
                                .formatted(first + i, here.organizationId().value(), i, i, "Long street ".repeat(10)));
            db.execute("insert into supporters (supporter_id, organization_id, first_name, last_name, address_line,"
                    + " created_at, updated_at) values " + rows);
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "RUNG_DATABASE_URL", database.getJdbcUrl(),
                "RUNG_DATABASE_USER", String.valueOf(database.getUsername()),
                "RUNG_DATABASE_PASSWORD", String.valueOf(database.getPassword()),
                "RUNG_SECRET_KEY", secret);
    }
}
