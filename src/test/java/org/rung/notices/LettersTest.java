package org.rung.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.common.Sentence;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class LettersTest {
    @Autowired
    NoticeStore store;

    @Autowired
    LetterStore letterStore;

    @Autowired
    RungSettings settings;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    private GreenMail mail;
    private Notices notices;
    private Letters letters;
    private NewOrganization here;
    private Actor.Member ada;

    @BeforeEach
    void open() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var post = new Post("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "", settings);
        notices = new Notices(store, letterStore, post, announce, clock);
        letters = new Letters(letterStore, post, settings, transactions, clock);
        here = NewOrganization.with(db);
        ada = here.member(Role.ADMIN);
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    @Test
    void each_admin_gets_one_letter_however_often_it_happens_and_nobody_else_does() throws Exception {
        var other = here.member(Role.ADMIN);
        here.member(Role.ORGANIZER);
        here.member(Role.TEXTER);
        NewOrganization.with(db).member(Role.ADMIN);

        tell();
        tell();
        letters.send();
        letters.send();

        assertThat(received(ada)).hasSize(1);
        assertThat(received(other)).hasSize(1);
        assertThat(mail.getReceivedMessages()).hasSize(2);
        var letter = received(ada).getFirst();
        assertThat(letter.getSubject()).isEqualTo(name() + ": something needs you");
        assertThat(letter.getContent().toString())
                .contains("30034")
                .contains(settings.publicUrl() + "/settings/senders")
                .doesNotContain(address(ada));
    }

    @Test
    void two_servers_send_each_letter_once() throws Exception {
        for (int i = 0; i < 10; i++) here.member(Role.ADMIN);
        tell();
        Callable<Integer> round = () -> {
            letters.send();
            return 1;
        };

        AtOnce.all(round, round, round, round);

        assertThat(mail.getReceivedMessages()).hasSize(11);
    }

    @Test
    void a_letter_that_does_not_leave_is_tried_again_later() throws Exception {
        var port = mail.getSmtp().getPort();
        mail.stop();
        tell();
        letters.send();
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();

        letters.send();
        assertThat(mail.getReceivedMessages()).isEmpty();
        clock.tick(Duration.ofMinutes(2));
        letters.send();

        assertThat(received(ada)).hasSize(1);
    }

    @Test
    void a_mail_server_that_never_comes_is_given_up_after_a_day() {
        mail.stop();
        tell();
        for (int i = 0; i < 40; i++) {
            letters.send();
            clock.tick(Duration.ofHours(1));
        }

        assertThat(db.fetchValue(
                        "select tries from notice_letters where member_id = ?",
                        ada.memberId().value()))
                .isEqualTo((byte) 11);
        assertThat(db.fetchValue(
                        "select due_at from notice_letters where member_id = ?",
                        ada.memberId().value()))
                .isNull();
    }

    private void tell() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> notices.tell(
                        here.organizationId(),
                        "sender-paused",
                        "7",
                        Sentence.of("problem.unreachable", "30034"),
                        Optional.of("settings/senders")));
    }

    private String name() {
        return "Neighbors " + here.organizationId().text();
    }

    private static String address(Actor.Member member) {
        return member.memberId().value() + "@example.org";
    }

    private List<MimeMessage> received(Actor.Member member) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> to(message).equalsIgnoreCase(address(member)))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
