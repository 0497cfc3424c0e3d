package org.rung.accounts.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Accounts;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.accounts.Seats;
import org.rung.accounts.SignIns;
import org.rung.cast.AtOnce;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

@RungTest
class DevicesTest {
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile Safari/537.36";

    @Autowired
    Devices devices;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    Seats seats;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    OrganizationId here;
    Member tess;

    @BeforeEach
    void open() {
        here = organizations.found("Devices " + Id.next(), "US", ZoneId.of("America/Chicago"), false);
        tess = join(here, Role.TEXTER);
    }

    @Test
    void a_browser_comes_back_and_keeps_another_word_each_time() {
        var first = devices.remember(tess.accountId(), PHONE);

        var second = known(first.kept());
        var third = known(second);

        assertThat(second).isNotEqualTo(first.kept());
        assertThat(third.substring(0, 43))
                .as("the same device")
                .isEqualTo(first.kept().substring(0, 43));
        assertThat(devices.all(tess.accountId()))
                .singleElement()
                .satisfies(device -> assertThat(device.label()).isEqualTo("Chrome, Android"));
    }

    @Test
    void what_a_browser_keeps_is_in_no_table() {
        var kept = devices.remember(tess.accountId(), PHONE).kept();

        var row = db.fetchSingle(
                "select * from remembered_devices where account_id = ?",
                tess.accountId().value());

        assertThat(row.intoMap().toString()).doesNotContain(kept.substring(0, 43), kept.substring(44));
    }

    @Test
    void what_it_asks_at_once_with_one_word_is_one_browser_and_no_thief() throws Exception {
        var kept = devices.remember(tess.accountId(), PHONE).kept();
        Callable<Recalled> asked = () -> devices.recall(kept);

        var came = AtOnce.all(Collections.nCopies(6, asked));

        assertThat(came).allMatch(each -> each instanceof Recalled.Known);
        assertThat(came)
                .filteredOn(each ->
                        each instanceof Recalled.Known known && known.next().isPresent())
                .hasSize(1);
    }

    @Test
    void a_copy_that_is_used_later_ends_everything_the_account_is_signed_in_with() {
        var kept = devices.remember(tess.accountId(), PHONE).kept();
        var other = devices.remember(tess.accountId(), PHONE).kept();
        var session = new MockHttpSession();
        var seat = signIns.seat(tess.accountId());
        seats.take(session, seat);
        var thiefs = known(kept);
        clock.tick(Devices.AT_ONCE);

        assertThat(devices.recall(kept)).isInstanceOf(Recalled.Stolen.class);

        assertThat(devices.recall(thiefs)).isInstanceOf(Recalled.Unknown.class);
        assertThat(devices.recall(other)).isInstanceOf(Recalled.Unknown.class);
        assertThat(seat.ended()).isTrue();
        Awaitility.await().until(session::isInvalid);
        assertThat(db.fetch(
                        "select 1 from audit_log where organization_id = ? and verb = 'account.device-copied'",
                        here.value()))
                .hasSize(1);
    }

    @Test
    void a_word_that_was_never_given_to_a_known_device_is_a_thiefs() {
        var kept = devices.remember(tess.accountId(), PHONE).kept();

        assertThat(devices.recall(kept.substring(0, 44) + "A".repeat(43))).isInstanceOf(Recalled.Stolen.class);
    }

    @Test
    void nonsense_is_nobodys() {
        for (var text : new String[] {"", ".", "x", "A".repeat(43) + "." + "B".repeat(43), "A".repeat(400)}) {
            assertThat(devices.recall(text)).as(text).isInstanceOf(Recalled.Unknown.class);
        }
    }

    @Test
    void thirty_days_after_it_was_used_last_it_has_to_sign_in() {
        var kept = devices.remember(tess.accountId(), PHONE).kept();
        clock.tick(Duration.ofDays(29));
        var next = known(kept);
        clock.tick(Devices.KEPT.plusSeconds(1));

        assertThat(devices.recall(next)).isInstanceOf(Recalled.Unknown.class);
        assertThat(devices.all(tess.accountId())).isEmpty();
        devices.dropOld();
        assertThat(db.fetch(
                        "select 1 from remembered_devices where account_id = ?",
                        tess.accountId().value()))
                .isEmpty();
    }

    @Test
    void who_is_suspended_is_remembered_nowhere() {
        var kept = devices.remember(tess.accountId(), PHONE).kept();
        var ada = join(here, Role.ADMIN);

        members.suspend(new Actor.Member(here, ada.memberId(), Roles.of(Role.ADMIN)), tess.memberId());

        assertThat(devices.recall(kept)).isInstanceOf(Recalled.Unknown.class);
    }

    @Test
    void a_new_password_signs_all_of_them_out() {
        var kept = devices.remember(tess.accountId(), PHONE).kept();

        accounts.newPassword(new Actor.System(here), tess.accountId(), "another four words");

        assertThat(devices.recall(kept)).isInstanceOf(Recalled.Unknown.class);
    }

    @Test
    void one_that_is_signed_out_from_elsewhere_closes_at_once_and_others_stay() {
        var lost = devices.remember(tess.accountId(), PHONE);
        var mine = devices.remember(tess.accountId(), PHONE);
        var session = new MockHttpSession();
        var seat = signIns.seat(tess.accountId());
        seat.keptBy(lost.deviceId());
        seats.take(session, seat);
        var here = signIns.seat(tess.accountId());
        here.keptBy(mine.deviceId());
        seats.take(new MockHttpSession(), here);

        devices.forget(tess.accountId(), lost.deviceId());

        assertThat(seat.ended()).isTrue();
        Awaitility.await().until(session::isInvalid);
        assertThat(here.ended()).isFalse();
        assertThat(devices.recall(lost.kept())).isInstanceOf(Recalled.Unknown.class);
        assertThat(devices.recall(mine.kept())).isInstanceOf(Recalled.Known.class);
    }

    @Test
    void nobody_signs_out_the_device_of_another() {
        var lost = devices.remember(tess.accountId(), PHONE);
        var olga = join(here, Role.TEXTER);

        assertThatThrownBy(() -> devices.forget(olga.accountId(), lost.deviceId()))
                .isInstanceOf(Problem.Missing.class);
        assertThat(devices.all(olga.accountId())).isEmpty();
        assertThat(devices.recall(lost.kept())).isInstanceOf(Recalled.Known.class);
    }

    /** What it keeps from then on. */
    private String known(String kept) {
        var came = devices.recall(kept);
        assertThat(came).isInstanceOf(Recalled.Known.class);
        var known = (Recalled.Known) came;
        assertThat(known.accountId()).isEqualTo(tess.accountId());
        return known.next().orElseThrow();
    }

    private Member join(OrganizationId where, Role role) {
        return members.join(
                where, "Tess", "v" + Id.next() + "@example.org", Optional.of("four-words-are-enough"), Roles.of(role));
    }
}
