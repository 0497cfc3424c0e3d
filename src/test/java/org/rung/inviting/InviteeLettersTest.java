package org.rung.inviting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AuditLog;
import org.rung.accounts.EmailAddress;
import org.rung.accounts.Invitations;
import org.rung.accounts.Organizations;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.notices.Post;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters to people who were invited, through a mail server of this machine. */
@RungTest
@Tag("store")
class InviteeLettersTest {
    @Autowired
    InviteeStore store;

    @Autowired
    Invitations invitations;

    @Autowired
    Organizations organizations;

    @Autowired
    AuditLog audit;

    @Autowired
    RungSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    private GreenMail mail;
    private Invitees invitees;
    private InviteeLetters letters;
    private Actor.Member ora;

    @BeforeEach
    void open() {
        clock.set(TestClock.TUESDAY_NOON);
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var post = new Post("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "", settings);
        invitees = new Invitees(store, invitations, organizations, post, audit, clock);
        letters = new InviteeLetters(store, invitations, organizations, post, transaction, clock);
        ora = NewOrganization.with(db).member(Role.ORGANIZER);
        // What other tests left behind is not ours to send.
        db.execute("update invitees set due_at = null");
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    private InviteeId invited() {
        var draft = new InviteeDraft(
                "Kit Lee", Optional.of(new EmailAddress("kit" + Id.next() + "@example.org")), Optional.empty());
        return transaction
                .execute(status -> invitees.invite(ora, List.of(draft), Optional.empty()))
                .invited()
                .getFirst();
    }

    private Invitee only() {
        return invitees.page(ora, Page.Wanted.first(5)).rows().getFirst();
    }

    @Test
    void a_letter_brings_the_link_once_however_many_servers_look() throws Exception {
        invited();
        assertThat(only().state()).isEqualTo(InviteeState.WAITING);
        Callable<Integer> send = letters::send;

        assertThat(AtOnce.all(List.of(send, send, send)).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isOne();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getContent().toString())
                .contains("Hello Kit Lee")
                .contains("/join/");
        assertThat(only().state()).isEqualTo(InviteeState.SENT);
        assertThat(letters.send()).isZero();
    }

    @Test
    void what_the_mail_server_does_not_take_is_tried_again_and_given_up_in_the_end() {
        invited();
        mail.stop();
        for (int i = 0; i < 6; i++) {
            letters.send();
            clock.tick(Duration.ofHours(2));
        }
        assertThat(only().state()).isEqualTo(InviteeState.FAILED);
    }

    @Test
    void nobody_is_written_to_again_within_an_hour_nor_more_than_three_times() {
        var id = invited();
        letters.send();
        assertThatThrownBy(() -> again(id)).isInstanceOf(Problem.Refused.class);
        for (int i = 0; i < 2; i++) {
            clock.tick(Duration.ofHours(2));
            again(id);
            letters.send();
        }
        clock.tick(Duration.ofHours(2));
        assertThatThrownBy(() -> again(id)).isInstanceOf(Problem.Refused.class).hasMessageContaining("3");
        assertThat(mail.getReceivedMessages()).hasSize(3);
    }

    @Test
    void who_was_withdrawn_before_the_letter_left_gets_none() {
        var id = invited();
        transaction.executeWithoutResult(status -> invitees.withdraw(ora, id));
        assertThat(letters.send()).isZero();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    private void again(InviteeId id) {
        transaction.executeWithoutResult(status -> invitees.again(ora, id));
    }
}
