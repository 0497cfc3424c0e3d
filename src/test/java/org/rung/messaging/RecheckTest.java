package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.Airwaves;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.senders.Outcome;
import org.springframework.beans.factory.annotation.Autowired;

/** A number that carriers call bad is tried again after months: numbers are given to new people. */
@RungTest
class RecheckTest {
    private static final Duration MONTHS = Duration.ofDays(184);

    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Autowired
    Outbox outbox;

    @Autowired
    Rechecks rechecks;

    @Autowired
    Airwaves airwaves;

    @Autowired
    TestClock clock;

    OrganizationId here;
    Actor.Member ora;

    @BeforeEach
    void an_organization_with_a_number() {
        clock.set(TestClock.TUESDAY_NOON);
        here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        ora = new NewOrganization(here, db).member(Role.ADMIN);
    }

    @Test
    void a_bad_number_may_be_texted_again_after_six_months_and_not_before() throws Exception {
        var phone = bad();

        clock.tick(Duration.ofDays(170));
        rechecks.round();
        assertThatThrownBy(() -> text(phone)).isInstanceOf(Problem.Refused.class);
        clock.tick(Duration.ofDays(14));
        rechecks.round();
        airwaves.asUsual(phone);
        text(phone);
        outbox.drain();

        assertThat(airwaves.callsTo(phone)).hasSize(2);
    }

    @Test
    void one_that_is_bad_again_waits_twice_as_long_even_where_one_failure_is_not_believed() throws Exception {
        var phone = bad();
        clock.tick(MONTHS);
        rechecks.round();
        airwaves.when(phone, handed -> new Outcome.Never("30005"));
        text(phone);
        outbox.drain();
        assertThatThrownBy(() -> text(phone)).isInstanceOf(Problem.Refused.class);

        clock.tick(MONTHS);
        rechecks.round();
        assertThatThrownBy(() -> text(phone)).isInstanceOf(Problem.Refused.class);
        clock.tick(MONTHS);
        rechecks.round();
        text(phone);
    }

    @Test
    void two_who_share_a_bad_number_are_one_number_and_another_organizations_is_its_own() throws Exception {
        var phone = bad();
        var there = organizations.found("Next door", "US", ZoneId.of("America/New_York"), true);
        var olga = new NewOrganization(there, db).member(Role.ADMIN);

        assertThatThrownBy(() -> text(phone)).isInstanceOf(Problem.Refused.class);
        texts.queue(olga, Texting.first().to(phone).draft());

        assertThat(db.fetchCount(db.selectFrom("unreachable_phones where phone = '" + phone.text() + "'")))
                .isEqualTo(1);
    }

    private PhoneNumber bad() throws InterruptedException {
        var hello = Texting.first();
        airwaves.when(hello.phone(), handed -> new Outcome.Never("21614"));
        texts.queue(ora, hello.draft());
        outbox.drain();
        return hello.phone();
    }

    private void text(PhoneNumber phone) {
        texts.queue(ora, Texting.first().to(phone).draft());
    }
}
