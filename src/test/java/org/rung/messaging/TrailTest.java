package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.senders.DeliveryReport;
import org.rung.senders.Handover;
import org.rung.senders.Outcome;
import org.rung.senders.Senders;
import org.rung.settings.StructuredWithoutPeople;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One text followed through the log by its id. */
@RungTest
class TrailTest {
    @Autowired
    DSLContext db;

    @Autowired
    Environment settings;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Autowired
    Senders senders;

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxClaims claims;

    @Autowired
    ApplicationContext house;

    @Autowired
    Settler settler;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    final Logger everything = logging.getLogger("org.rung");
    final Logger trail = logging.getLogger(Trail.class);
    final ListAppender<ILoggingEvent> log = new ListAppender<>();
    OrganizationId here;
    Actor.Member ora;

    @BeforeEach
    void someone_reads_the_log() {
        clock.set(TestClock.TUESDAY_NOON);
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        ora = new NewOrganization(here, db).member(Role.ADMIN);
        trail.setLevel(Level.DEBUG);
        log.setContext(logging);
        log.start();
        everything.addAppender(log);
    }

    @AfterEach
    void nobody_reads_it_any_more() {
        everything.detachAppender(log);
        trail.setLevel(null);
    }

    @Test
    void a_text_is_followed_by_its_id_from_the_queue_to_the_phone() throws Exception {
        Texting hello = Texting.first().saying("Hi Zenobia, potluck at the laundromat on Friday?");
        Text text = texts.queue(ora, hello.draft());
        outbox.drain();
        deliveries.report(here, report(text.messageId(), 1, DeliveryReport.Progress.DELIVERED));

        assertThat(steps(text.messageId()))
                .containsExactly(
                        "text queued QUEUED",
                        "text claimed SENDING",
                        "text handed over SENDING",
                        "text answered SENT",
                        "text reported DELIVERED");
        assertThat(lines())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(
                                hello.phone().text(), hello.phone().text().substring(2), "Zenobia", "laundromat"));
    }

    @Test
    void a_lost_answer_and_its_settling_stand_in_the_log_too() throws Exception {
        Texting hello = Texting.first().saying("Hi Zenobia, potluck at the laundromat on Friday?");
        airwaves.when(hello.phone(), handover -> {
            airwaves.take(handover);
            throw new IllegalStateException("Connection to " + hello.phone().text() + " reset");
        });
        Text text = texts.queue(ora, hello.draft());
        outbox.drain();
        clock.tick(Duration.ofSeconds(1));
        settler.settle();

        assertThat(steps(text.messageId()))
                .endsWith("text handed over SENDING", "text answered UNCONFIRMED", "text settled SENT");
        assertThat(lines()).as("the line about the broken call").anyMatch(line -> line.contains("broke off"));
        assertThat(lines())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(
                                hello.phone().text(), hello.phone().text().substring(2), "Zenobia", "laundromat"));
    }

    @Test
    void a_text_that_comes_in_stands_in_the_log_without_whose_it_is() {
        Neighbor nia = Neighbor.of(house, here);
        nia.texts("Zenobia here, is the laundromat open?");
        MessageId heard = new MessageId((Long) db.fetchValue(
                "select message_id from messages where organization_id = ? and direction = 'IN'", here.value()));

        assertThat(steps(heard)).containsExactly("text arrived RECEIVED");
        assertThat(lines())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(nia.phone().text(), nia.phone().text().substring(2), "Zenobia", "laundromat"));
    }

    @Test
    void what_is_paused_goes_on_or_is_given_back_says_so() {
        Texting hello = Texting.first();
        Text text = texts.queue(ora, hello.draft());
        texts.pause(here, List.of(text.messageId()));
        texts.goOn(here, List.of(text.messageId()));
        claims.release(claimed(text.messageId()), clock.instant());

        assertThat(steps(text.messageId()))
                .containsExactly(
                        "text queued QUEUED",
                        "text paused HELD",
                        "text goes on QUEUED",
                        "text claimed SENDING",
                        "text given back QUEUED");
    }

    @Test
    void what_waits_for_a_sender_says_so() throws Exception {
        senders.retire(ora, senders.usual(here).orElseThrow().senderId());
        Text text = texts.queue(ora, Texting.first().draft());
        outbox.drain();

        assertThat(steps(text.messageId())).endsWith("text waits for a sender QUEUED");
    }

    @Test
    void a_text_whose_claimer_is_gone_is_told_as_doubtful() {
        Texting hello = Texting.first();
        Text text = texts.queue(ora, hello.draft());
        claimed(text.messageId());
        clock.tick(Duration.ofMinutes(2));
        trail.setLevel(Level.INFO);
        settler.settle();

        assertThat(steps(text.messageId())).endsWith("text in doubt UNCONFIRMED");
    }

    private Handover claimed(MessageId text) {
        return claims.claim("dying", clock.instant(), 1_000).handovers().stream()
                .map(Claimed.Ready::handover)
                .filter(handover -> handover.messageId().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void by_default_only_what_went_wrong_is_told() throws Exception {
        trail.setLevel(Level.INFO);
        Texting well = Texting.first();
        Texting landline = Texting.first();
        airwaves.when(landline.phone(), handover -> new Outcome.Never("21614"));
        Text good = texts.queue(ora, well.draft());
        Text bad = texts.queue(ora, landline.draft());
        outbox.drain();

        assertThat(steps(good.messageId())).isEmpty();
        assertThat(steps(bad.messageId())).containsExactly("text answered FAILED");
        assertThat(lines()).anyMatch(line -> line.contains("\"error_code\":\"21614\""));
    }

    @Test
    void what_is_not_stored_is_not_told() {
        Texting hello = Texting.first().once("trail:1");
        Text first = texts.queue(ora, hello.draft());
        try {
            texts.queue(ora, hello.request("other").draft());
        } catch (org.rung.common.Problem.Conflict taken) {
            assertThat(log.list.stream().filter(event -> event.getMessage().equals("text queued")))
                    .hasSize(1);
        }
        texts.cancelUnclaimed(here, List.of(first.messageId()));
        assertThat(steps(first.messageId())).containsExactly("text queued QUEUED", "text cancelled CANCELLED");
    }

    private DeliveryReport report(MessageId id, int attempt, DeliveryReport.Progress progress) {
        String provider =
                String.valueOf(db.fetchValue("select provider_id from messages where message_id = ?", id.value()));
        return new DeliveryReport(Optional.of(id), attempt, provider, progress, Optional.empty());
    }

    /** As a program reads them, of this text alone. */
    private List<String> steps(MessageId id) {
        return lines().stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.path("message_id").asString("").equals(id.text()))
                .filter(line -> line.path("organization_id").asString("").equals(here.text()))
                .map(TrailTest::step)
                .toList();
    }

    private static String step(JsonNode line) {
        return line.path("message").asString() + " " + line.path("state").asString();
    }

    private List<String> lines() {
        var encoder = new StructuredWithoutPeople();
        encoder.setContext(logging);
        logging.putObject(Environment.class.getName(), settings);
        encoder.setFormat("logstash");
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        return List.copyOf(log.list).stream()
                .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8).strip())
                .toList();
    }
}
