package org.rung.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.Screens;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.database.Anew;
import org.rung.media.Drawn;
import org.rung.media.Pictures;
import org.rung.messaging.Deliveries;
import org.rung.messaging.MessageState;
import org.rung.messaging.Outbox;
import org.rung.messaging.Text;
import org.rung.messaging.TextHandedOver;
import org.rung.messaging.Texts;
import org.rung.senders.CarrierClass;
import org.rung.senders.DeliveryReport;
import org.rung.senders.Outcome;
import org.rung.senders.Pacing;
import org.rung.senders.Registration;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

@RungTest
class DeliveryHealthTest {
    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Senders senders;

    @Autowired
    DeliveryCounts counts;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    CountStore store;

    @Autowired
    DeliveryHealth health;

    @Autowired
    Airwaves airwaves;

    @Autowired
    Pictures pictures;

    @Autowired
    ApplicationContext house;

    @Autowired
    TestClock clock;

    OrganizationId here;
    Actor.Member ora;

    @BeforeEach
    void an_organization_with_a_number() {
        clock.set(TestClock.TUESDAY_NOON.plus(Duration.ofMinutes(20)));
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        ora = new NewOrganization(here, db).member(Role.ADMIN);
    }

    @Test
    void what_arrived_what_failed_and_how_long_it_took_is_told_by_day_and_by_week() throws Exception {
        PhoneNumber landline = Phones.fresh();
        airwaves.when(landline, text -> new Outcome.Never("21614"));
        texts.queue(ora, Written.to(landline));
        outbox.drain();
        counts.save();
        clock.tick(Duration.ofDays(2));
        Text good = texts.queue(ora, Written.to(Phones.fresh()));
        Text filtered = texts.queue(ora, Written.to(Phones.fresh()));
        outbox.drain();
        clock.tick(Duration.ofSeconds(4));
        deliveries.report(here, report(good, DeliveryReport.Progress.DELIVERED, Optional.empty()));
        deliveries.report(here, report(filtered, DeliveryReport.Progress.UNDELIVERED, Optional.of("30007")));
        counts.save();
        counts.save();

        Health now = health.of(ora);

        assertThat(now.day()).isEqualTo(new Health.Came(2, 1, 1));
        assertThat(now.day().share()).contains(0.5);
        assertThat(now.week()).isEqualTo(new Health.Came(2, 1, 2));
        assertThat(now.lag()).contains(Duration.ofSeconds(4));
        assertThat(now.failures())
                .extracting(Health.Failure::code, Health.Failure::day, Health.Failure::week)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("21614", 0, 1),
                        org.assertj.core.groups.Tuple.tuple("30007", 1, 1));
        assertThat(now.queue().waiting()).isZero();
    }

    @Test
    void a_pausing_sender_keeps_its_texts_in_sight_and_the_pace_is_that_of_the_last_full_minute() throws Exception {
        texts.queue(ora, Written.to(Phones.fresh()));
        outbox.drain();
        var sender = senders.usual(here).orElseThrow().senderId();
        senders.pause(ora, sender, "HAND");
        texts.queue(ora, Written.to(Phones.fresh()));
        outbox.drain();
        clock.tick(Duration.ofMinutes(1));
        texts.queue(ora, Written.to(Phones.fresh()));
        clock.tick(Duration.ofSeconds(30));
        counts.save();

        Health now = health.of(ora);

        assertThat(now.queue().waiting()).isEqualTo(2);
        assertThat(now.queue().oldest()).contains(clock.instant().minusSeconds(90));
        assertThat(now.senders()).singleElement().satisfies(pace -> {
            assertThat(pace.sender().pauseReason()).contains("HAND");
            assertThat(pace.waiting()).isEqualTo(2);
            assertThat(pace.texts()).isEqualTo(1);
            assertThat(pace.segments()).isEqualTo(1);
        });
    }

    @Test
    void numbers_of_one_registration_show_its_cap_once_and_what_they_send_together() throws Exception {
        senders.pause(ora, senders.usual(here).orElseThrow().senderId(), "HAND");
        var registration = Optional.of(new Registration("Neighbors", "CNEIGH1", CarrierClass.T));
        for (String address : List.of("+15105550131", "+14155550132")) {
            var number = senders.add(
                    ora,
                    new SenderDraft(
                            "AC%032x".formatted(here.value()), "0123456789abcdef0123456789abcdef", address, "", false));
            senders.pace(
                    ora,
                    number,
                    new Pacing(SenderKind.LONG_CODE, Optional.empty(), 1, "US", address.substring(2, 5), registration));
        }
        texts.queue(ora, Written.to(Phones.fresh()));
        texts.queue(ora, Written.to(Phones.fresh()));
        for (int i = 0; i < 4; i++) {
            outbox.drain();
            clock.tick(Duration.ofSeconds(2));
        }
        clock.tick(Duration.ofMinutes(1));
        counts.save();

        Health now = health.of(ora);

        assertThat(now.registrations()).singleElement().satisfies(shared -> {
            assertThat(shared.registration().code()).isEqualTo("CNEIGH1");
            assertThat(shared.senders()).isEqualTo(2);
            assertThat(shared.cap()).isEqualTo(75);
            assertThat(shared.texts()).isEqualTo(2);
            assertThat(shared.segments()).isEqualTo(2);
        });
        assertThat(now.senders())
                .filteredOn(pace -> pace.sender().pacing().registration().isPresent())
                .as("none of them may send all of it by itself")
                .hasSize(2)
                .allMatch(pace -> pace.cap().isEmpty());
        new Screens(house, db)
                .as(
                        ora,
                        window -> assertThat(Screens.on(window, WatchingPaths.HEALTH))
                                .containsOnlyOnce("of 75 it may send")
                                .contains("Registration CNEIGH1")
                                .contains("Class T: the cap that its 2 numbers share"));
    }

    @Test
    void a_picture_with_many_words_is_one_segment_of_the_pace() throws Exception {
        var flyer = pictures.offer(ora, "flyer.jpg", Drawn.picture("jpeg", 30, 20, 9))
                .attachmentId();
        texts.queue(ora, Written.to(Phones.fresh(), "Come along ".repeat(40)).with(List.of(flyer)));
        texts.queue(ora, Written.to(Phones.fresh(), "Come along ".repeat(40)));
        outbox.drain();
        clock.tick(Duration.ofMinutes(1));
        counts.save();

        assertThat(health.of(ora).senders()).singleElement().satisfies(pace -> {
            assertThat(pace.texts()).isEqualTo(2);
            assertThat(pace.segments()).isEqualTo(1 + 3);
        });
    }

    @Test
    void a_lost_answer_is_in_doubt_until_it_is_settled() throws Exception {
        PhoneNumber silent = Phones.fresh();
        airwaves.when(silent, text -> new Outcome.Unknown());
        texts.queue(ora, Written.to(silent));
        outbox.drain();

        assertThat(health.of(ora).queue().unconfirmed()).isEqualTo(1);
        assertThat(health.of(ora).queue().doubtSince()).contains(clock.instant());
    }

    @Test
    void another_organization_sees_nothing_of_it_and_only_admins_look() throws Exception {
        texts.queue(ora, Written.to(Phones.fresh()));
        outbox.drain();
        texts.queue(ora, Written.to(Phones.fresh()));
        counts.save();
        var next = NewOrganization.with(db);

        Health theirs = health.of(next.member(Role.ADMIN));
        assertThat(theirs.day()).isEqualTo(new Health.Came(0, 0, 0));
        assertThat(theirs.queue().waiting()).isZero();
        assertThat(theirs.senders()).isEmpty();
        assertThatThrownBy(() -> health.of(new NewOrganization(here, db).member(Role.ORGANIZER)))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void servers_that_add_up_at_once_lose_nothing() throws Exception {
        var sender = senders.usual(here).orElseThrow().senderId();
        var transaction = Anew.transactions(transactions);
        List<Callable<Integer>> servers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            servers.add(() -> {
                var mine = new DeliveryCounts(store, event -> {}, clock);
                for (int text = 0; text < 20; text++) {
                    mine.handedOver(new TextHandedOver(
                            here,
                            new org.rung.common.MessageId(org.rung.common.Id.next()),
                            sender,
                            2,
                            MessageState.SENT,
                            Optional.empty(),
                            clock.instant()));
                    transaction.executeWithoutResult(status -> mine.save());
                }
                return 20;
            });
        }
        AtOnce.all(servers);

        assertThat(health.of(ora).day().sent()).isEqualTo(120);
    }

    @Test
    void what_is_old_is_dropped() throws Exception {
        texts.queue(ora, Written.to(Phones.fresh()));
        outbox.drain();
        counts.save();
        clock.tick(Duration.ofDays(36));
        counts.forget();

        assertThat(db.fetchCount(
                        org.jooq.impl.DSL.table("delivery_counts"),
                        org.jooq.impl.DSL.condition("organization_id = ?", here.value())))
                .isZero();
    }

    @Test
    void every_code_of_the_table_has_words_and_advice() throws Exception {
        var table = new Properties();
        var words = new Properties();
        try (Reader codes = Files.newBufferedReader(Path.of("src/main/resources/carrier-errors.properties"));
                Reader said = Files.newBufferedReader(Path.of("src/main/resources/words/watching.properties"))) {
            table.load(codes);
            words.load(said);
        }

        assertThat(table.stringPropertyNames())
                .hasSizeGreaterThan(20)
                .allSatisfy(code -> assertThat(words.stringPropertyNames())
                        .contains("watching.code." + code, "watching.advice." + code));
    }

    private DeliveryReport report(Text text, DeliveryReport.Progress progress, Optional<String> code) {
        String provider = String.valueOf(db.fetchValue(
                "select provider_id from messages where message_id = ?",
                text.messageId().value()));
        return new DeliveryReport(Optional.of(text.messageId()), 1, provider, progress, code);
    }
}
