package org.rung.accounts.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Accounts;
import org.rung.accounts.EmailAddress;
import org.rung.accounts.Introductions;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.accounts.OwnAccount;
import org.rung.accounts.Seat;
import org.rung.accounts.Seats;
import org.rung.accounts.SignIns;
import org.rung.accounts.SignedIn;
import org.rung.cast.Mailbag;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people change about their own account. */
@RungTest
class ProofsTest {
    private static final String PASSWORD = "four-words-are-enough";

    @Autowired
    Proofs proofs;

    @Autowired
    OwnAccount own;

    @Autowired
    Introductions introductions;

    @Autowired
    Accounts accounts;

    @Autowired
    Mailbag mailbag;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    SignIns signIns;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Seats seats;

    @Autowired
    TestClock clock;

    OrganizationId here;
    Member tess;
    String address = "";

    @BeforeEach
    void open() {
        clock.tick(Duration.ofHours(1));
        here = organizations.found("Proofs " + Id.next(), "US", ZoneId.of("America/Chicago"), false);
        tess = join();
        address = "192.0.2.2-" + Id.next();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_e_mail_is_the_accounts_once_the_code_from_there_was_typed() {
        var wanted = "new" + Id.next() + "@example.org";
        var asked = proofs.ask(tess.accountId(), new EmailAddress(wanted), PASSWORD, address);
        var parcel = mailbag.await(tess.accountId(), 1);

        assertThat(parcel.to()).isEqualTo(wanted);
        assertThat(parcel.link())
                .as("a link would sign in whoever reads that mailbox")
                .isEmpty();
        assertThat(email()).isEqualTo(tess.email());
        proofs.email(tess.accountId(), asked, parcel.code(), address);

        assertThat(email()).isEqualTo(wanted);
        assertThat(introductions.of(wanted).accountId()).contains(tess.accountId());
    }

    @Test
    void without_the_password_no_code_leaves() {
        assertThatThrownBy(() ->
                        proofs.ask(tess.accountId(), new EmailAddress("x@example.org"), "not-my-password", address))
                .isInstanceOf(Problem.Refused.class);

        assertThat(mailbag.of(tess.accountId())).isEmpty();
    }

    @Test
    void another_accounts_e_mail_stays_theirs() {
        var olga = join();
        var asked = proofs.ask(tess.accountId(), new EmailAddress(olga.email()), PASSWORD, address);
        var code = mailbag.await(tess.accountId(), 1).code();

        assertThatThrownBy(() -> proofs.email(tess.accountId(), asked, code, address))
                .isInstanceOf(Problem.Conflict.class);

        assertThat(email()).isEqualTo(tess.email());
    }

    @Test
    void nobody_takes_the_code_that_another_account_asked_for() {
        var olga = join();
        var asked = proofs.ask(tess.accountId(), new EmailAddress("n" + Id.next() + "@example.org"), PASSWORD, address);
        var code = mailbag.await(tess.accountId(), 1).code();

        assertThatThrownBy(() -> proofs.email(olga.accountId(), asked, code, address))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void who_proves_a_number_last_has_it() {
        var olga = join();
        var phone = Phones.fresh();
        own.proved(olga.accountId(), phone);

        own.proved(tess.accountId(), phone);

        assertThat(accounts.get(olga.accountId()).mobile()).isEmpty();
        assertThat(accounts.get(tess.accountId()).mobile()).contains(phone);
        for (var written : new String[] {phone.text(), PhoneNumbers.national(phone)}) {
            assertThat(introductions.of(written).accountId()).contains(tess.accountId());
        }
        assertThat(signIns.check(PhoneNumbers.national(phone), PASSWORD, address))
                .isEqualTo(tess.accountId());
    }

    @Test
    void what_is_no_name_of_anybody_is_nobodys_and_no_error() {
        for (var typed : new String[] {"", "?", "@", "a@b@c", "12", "x".repeat(500), "+999999999999999999"}) {
            assertThat(introductions.of(typed).accountId()).as(typed).isEmpty();
        }
    }

    @Test
    void whoever_changes_their_password_stays_where_they_are_and_is_out_everywhere_else() {
        var here = sit();
        var elsewhere = sit();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(here.seat());
        SecurityContextHolder.setContext(context);

        own.changePassword(here.seat(), PASSWORD, "another four words", address);

        Awaitility.await().until(elsewhere.session()::isInvalid);
        assertThat(elsewhere.seat().ended()).isTrue();
        clock.tick(Duration.ofMinutes(1));
        assertThat(signedIn.actor().memberId()).isEqualTo(tess.memberId());
        assertThat(here.session().isInvalid()).isFalse();
        assertThat(signIns.check(tess.email(), "another four words", address)).isEqualTo(tess.accountId());
    }

    @Test
    void the_former_password_is_asked_for_and_guesses_at_it_are_limited() {
        var seat = sit().seat();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> own.changePassword(seat, "no-this-is-not-it", "another four words", address))
                    .isInstanceOf(Problem.Refused.class);
        }

        assertThatThrownBy(() -> own.changePassword(seat, PASSWORD, "another four words", address))
                .isInstanceOf(org.rung.accounts.TooManyAttempts.class);
    }

    private record Sitting(Seat seat, MockHttpSession session) {}

    private Sitting sit() {
        var sitting = new Sitting(signIns.seat(tess.accountId()), new MockHttpSession());
        seats.take(sitting.session(), sitting.seat());
        return sitting;
    }

    private String email() {
        return accounts.get(tess.accountId()).email();
    }

    private Member join() {
        return members.join(
                here, "Tess", "p" + Id.next() + "@example.org", Optional.of(PASSWORD), Roles.of(Role.TEXTER));
    }
}
