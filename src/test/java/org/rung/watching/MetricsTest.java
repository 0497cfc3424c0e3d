package org.rung.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.messaging.Deliveries;
import org.rung.messaging.Outbox;
import org.rung.messaging.Texts;
import org.rung.senders.DeliveryReport;
import org.rung.senders.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RungTest
class MetricsTest {
    @Autowired
    WebApplicationContext web;

    @Autowired
    ApplicationContext house;

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
    QueueGauges queue;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    OrganizationId here;
    Actor.Member ora;

    @BeforeEach
    void an_organization_with_a_number() {
        clock.set(TestClock.TUESDAY_NOON);
        here = organizations.found("Gauge Street Tenants", "US", ZoneId.of("America/New_York"), true);
        ora = new NewOrganization(here, db).member(Role.ADMIN);
    }

    @Test
    void a_text_that_is_sent_and_delivered_and_one_that_fails_are_counted_once() throws Exception {
        double sent = number("rung_texts_sent_total");
        double delivered = number("rung_texts_delivered_total");
        double landlines = number("rung_texts_failed_total{application=\"rung\",code=\"21614\",final=\"yes\"}");
        double others = number("rung_texts_failed_total{application=\"rung\",code=\"other\",final=\"yes\"}");
        var good = Written.to(Phones.fresh());
        PhoneNumber landline = Phones.fresh();
        PhoneNumber strange = Phones.fresh();
        airwaves.when(landline, text -> new Outcome.Never("21614"));
        airwaves.when(strange, text -> new Outcome.Never("98765"));
        var text = texts.queue(ora, good);
        texts.queue(ora, Written.to(landline));
        texts.queue(ora, Written.to(strange));
        outbox.drain();
        var report = new DeliveryReport(
                Optional.of(text.messageId()),
                1,
                db.fetchValue(
                                "select provider_id from messages where message_id = ?",
                                text.messageId().value())
                        .toString(),
                DeliveryReport.Progress.DELIVERED,
                Optional.empty());
        deliveries.report(here, report);
        deliveries.report(here, report);

        assertThat(number("rung_texts_sent_total") - sent).isEqualTo(1);
        assertThat(number("rung_texts_delivered_total") - delivered).isEqualTo(1);
        assertThat(number("rung_texts_failed_total{application=\"rung\",code=\"21614\",final=\"yes\"}") - landlines)
                .isEqualTo(1);
        assertThat(number("rung_texts_failed_total{application=\"rung\",code=\"other\",final=\"yes\"}") - others)
                .as("a code of nobody's table has no label of its own")
                .isEqualTo(1);
        assertThat(scrape()).doesNotContain("98765");
    }

    @Test
    void the_queues_depth_and_age_are_counted_apart_from_the_scraping() {
        queue.count();
        double before = number("rung_queue_texts{application=\"rung\",state=\"queued\"}");
        var waiting = texts.queue(ora, Written.to(Phones.fresh()));

        assertThat(number("rung_queue_texts{application=\"rung\",state=\"queued\"}"))
                .isEqualTo(before);
        clock.tick(Duration.ofMinutes(3));
        queue.count();
        assertThat(number("rung_queue_texts{application=\"rung\",state=\"queued\"}"))
                .isEqualTo(before + 1);
        assertThat(number("rung_queue_oldest_seconds{application=\"rung\",state=\"queued\"}"))
                .isGreaterThanOrEqualTo(180);
        texts.cancelUnclaimed(here, java.util.List.of(waiting.messageId()));
    }

    @Test
    void what_comes_in_is_counted_and_no_label_names_a_person_or_an_organization() {
        double before = number("rung_texts_received_total");
        Neighbor nia = Neighbor.of(house, here);
        nia.texts("Is the meeting still on?");

        String all = scrape();
        assertThat(number("rung_texts_received_total")).isEqualTo(before + 1);
        assertThat(all)
                .contains("rung_live_screens", "rung_report_lag_seconds_bucket", "rung_queue_count_seconds")
                .doesNotContain(
                        here.text(), String.valueOf(here.value()), nia.phone().text(), "Gauge Street", "meeting");
    }

    private String scrape() {
        try {
            MockMvc door = MockMvcBuilders.webAppContextSetup(web)
                    .apply(springSecurity())
                    .build();
            var answer = door.perform(get("/actuator/prometheus")).andReturn().getResponse();
            assertThat(answer.getStatus()).isEqualTo(200);
            return answer.getContentAsString();
        } catch (Exception thrown) {
            throw new AssertionError(thrown);
        }
    }

    /** By its beginning: a bare name is whatever labels it has; absent is nothing yet. */
    private double number(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " ") || line.startsWith(series + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
