package org.rung.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.consent.ConsentKind.OPTED_IN;
import static org.rung.consent.ConsentKind.OPTED_OUT;
import static org.rung.consent.ConsentKind.WRONG_NUMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Announcements;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class ConsentsTest {
    @Autowired
    Consents consents;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    Announcements announcements;

    NewOrganization here;
    Actor ora;
    PhoneNumber phone;
    Instant t0;

    @BeforeEach
    void an_organization() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        phone = Phones.fresh();
        t0 = clock.instant();
    }

    @Test
    void a_second_opt_out_does_not_move_the_first_ones_time() {
        assertThat(stop(t0)).isTrue();
        assertThat(stop(t0.plusSeconds(60))).isFalse();
        assertThat(standing()).contains(new PhoneConsent(phone, OPTED_OUT, t0));
        assertThat(consents.ledger(ora, phone)).as("both are kept as evidence").hasSize(2);
        assertThat(announced()).hasSize(1);
    }

    @Test
    void an_import_never_lifts_an_opt_out_or_a_wrong_number() {
        var wrong = Phones.fresh();
        var fresh = Phones.fresh();
        stop(t0);
        consents.record(here.system(), wrong, WRONG_NUMBER, ConsentSource.TEXTER, "not her", t0);
        importAll(List.of(phone, wrong, fresh), t0.plusSeconds(9));
        importAll(List.of(phone, wrong, fresh), t0.plusSeconds(99));
        assertThat(standing()).contains(new PhoneConsent(phone, OPTED_OUT, t0));
        assertThat(consents.of(here.organizationId(), wrong).map(PhoneConsent::consent))
                .contains(WRONG_NUMBER);
        assertThat(consents.of(here.organizationId(), fresh))
                .contains(new PhoneConsent(fresh, OPTED_IN, t0.plusSeconds(9)));
        assertThat(consents.ledger(ora, phone)).hasSize(1);
        assertThat(consents.ledger(ora, fresh)).as("already in: left alone").hasSize(1);
    }

    @Test
    void only_recorded_consent_lifts_an_opt_out() {
        stop(t0);
        assertThat(consents.record(here.system(), phone, OPTED_IN, ConsentSource.REPLY, "START", t0.plusSeconds(5)))
                .isTrue();
        assertThat(standing()).contains(new PhoneConsent(phone, OPTED_IN, t0.plusSeconds(5)));
        assertThatThrownBy(() -> consents.record(here.system(), phone, OPTED_IN, ConsentSource.IMPORT, "a list", t0))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void words_that_arrive_late_take_their_place_in_time() {
        consents.record(here.system(), phone, OPTED_IN, ConsentSource.REPLY, "START", t0.plusSeconds(10));
        assertThat(stop(t0)).as("the START came after this STOP").isFalse();
        assertThat(standing().map(PhoneConsent::consent)).contains(OPTED_IN);
        assertThat(consents.ledger(ora, phone)).extracting(ConsentEntry::kind).containsExactly(OPTED_IN, OPTED_OUT);
    }

    @Test
    void a_late_stop_outweighs_the_import_that_overtook_it() {
        importAll(List.of(phone), t0.plusSeconds(10));
        assertThat(stop(t0)).isTrue();
        assertThat(standing()).contains(new PhoneConsent(phone, OPTED_OUT, t0));
    }

    @Test
    void racing_stop_and_start_end_where_they_happened_last() throws Exception {
        for (var round = 0; round < 10; round++) {
            phone = Phones.fresh();
            var calls = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 4; i++) {
                var at = t0.plusMillis(i);
                calls.add(() -> consents.record(here.system(), phone, OPTED_IN, ConsentSource.REPLY, "START", at));
                calls.add(() -> consents.record(
                        here.system(), phone, OPTED_OUT, ConsentSource.REPLY, "STOP", at.plusNanos(500_000)));
            }
            AtOnce.all(calls);
            assertThat(standing().map(PhoneConsent::consent)).contains(OPTED_OUT);
            assertThat(standing().map(PhoneConsent::since))
                    .contains(t0.plusMillis(3).plusNanos(500_000));
            assertThat(consents.ledger(ora, phone)).hasSize(8);
        }
    }

    @Test
    void two_imports_of_the_same_people_and_a_stop_meet() throws Exception {
        var phones = Stream.generate(Phones::fresh).limit(300).toList();
        var backwards = new ArrayList<>(phones).reversed();
        AtOnce.<Object>all(
                () -> importAll(phones, t0),
                () -> importAll(backwards, t0.plusSeconds(1)),
                () -> consents.record(
                        here.system(), phones.get(150), OPTED_OUT, ConsentSource.REPLY, "STOP", t0.plusSeconds(2)));
        var standing = consents.of(here.organizationId(), phones);
        assertThat(standing).hasSize(300);
        assertThat(standing.get(phones.get(150)).consent()).isEqualTo(OPTED_OUT);
        assertThat(standing.values().stream().filter(PhoneConsent::textable)).hasSize(299);
    }

    @Test
    void ten_thousand_numbers_come_in_with_one_announcement_and_in_seconds() {
        var phones = Stream.generate(Phones::fresh).limit(10_000).toList();
        var before = System.nanoTime();
        importAll(phones, t0);
        importAll(phones, t0.plusSeconds(1));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(announced())
                .singleElement()
                .satisfies(said -> assertThat(said.phones()).hasSize(10_000));
        assertThat(consents.of(here.organizationId(), phones)).hasSize(10_000);
    }

    @Test
    void another_organization_knows_nothing_of_it() {
        stop(t0);
        var there = NewOrganization.with(db);
        assertThat(consents.of(there.organizationId(), phone)).isEmpty();
        assertThat(consents.ledger(there.member(Role.ADMIN), phone)).isEmpty();
        consents.record(there.system(), phone, OPTED_IN, ConsentSource.REPLY, "JOIN", t0.plusSeconds(1));
        assertThat(standing().map(PhoneConsent::consent)).contains(OPTED_OUT);
    }

    @Test
    void a_texter_may_not_leaf_through_the_ledger() {
        assertThatThrownBy(() -> consents.ledger(here.member(Role.TEXTER), phone))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> consents.optInAll(
                        here.member(Role.TEXTER), List.of(phone), ConsentSource.API, "", Optional.empty(), t0))
                .isInstanceOf(Problem.Refused.class);
    }

    private boolean stop(Instant at) {
        return consents.record(here.system(), phone, OPTED_OUT, ConsentSource.REPLY, "STOP", at);
    }

    private boolean importAll(List<PhoneNumber> phones, Instant at) {
        consents.optInAll(ora, phones, ConsentSource.IMPORT, "signed up at the fair", Optional.of(1L), at);
        return true;
    }

    private Optional<PhoneConsent> standing() {
        return consents.of(here.organizationId(), phone);
    }

    private List<ConsentChanged> announced() {
        return announcements.of(ConsentChanged.class).stream()
                .filter(said -> said.organizationId().equals(here.organizationId()))
                .toList();
    }
}
