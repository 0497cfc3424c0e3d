package org.rung.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AccountChanged;
import org.rung.accounts.AccountId;
import org.rung.accounts.Accounts;
import org.rung.accounts.CodePurpose;
import org.rung.accounts.Organizations;
import org.rung.accounts.Parcel;
import org.rung.accounts.Secrets;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.settings.RungSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class AccountLettersTest {
    @Autowired
    AccountLetterStore store;

    @Autowired
    Secrets secrets;

    @Autowired
    Accounts accounts;

    @Autowired
    Organizations organizations;

    @Autowired
    RungSettings settings;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    private GreenMail mail;
    private AccountLetters letters;
    private EmailCourier courier;
    private NewOrganization here;
    private AccountId tess;
    private String email = "";

    @BeforeEach
    void open() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var post = new Post("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "", settings);
        letters = new AccountLetters(store, post, secrets, transactions, clock);
        courier = new EmailCourier(letters, post, accounts, organizations, settings, clock);
        here = NewOrganization.with(db);
        Actor.Member member = here.member(Role.TEXTER);
        email = member.memberId().value() + "@example.org";
        tess = db.fetchSingle(
                        "select account_id from members where member_id = ?",
                        member.memberId().value())
                .map(row -> new AccountId(row.get(0, Long.class)));
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    @Test
    void a_code_and_its_link_are_mailed_at_once_and_kept_nowhere() throws Exception {
        take(Locale.ENGLISH);

        Awaitility.await().until(() -> mail.getReceivedMessages().length == 1);
        var letter = mail.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("042137 is your code for Eastside");
        assertThat(letter.getContent().toString())
                .contains("042137")
                .contains("https://rung.example/sign-in/link/word")
                .contains("within ten minutes");
        Awaitility.await().until(() -> waiting() == 0);
    }

    @Test
    void in_spanish_for_who_reads_spanish() throws Exception {
        take(Locale.of("es"));

        Awaitility.await().until(() -> mail.getReceivedMessages().length == 1);
        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("042137 es tu código para Eastside");
    }

    @Test
    void while_it_waits_for_a_mail_server_its_words_are_sealed_and_it_is_tried_again() {
        var port = mail.getSmtp().getPort();
        mail.stop();
        take(Locale.ENGLISH);
        Awaitility.await().until(() -> tries() == 1);
        assertThat(db.fetchSingle("select sealed from account_letters where account_id = ?", tess.value())
                        .get(0, String.class))
                .doesNotContain("042137");

        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        letters.send();
        assertThat(mail.getReceivedMessages()).isEmpty();
        clock.tick(Duration.ofSeconds(20));
        letters.send();

        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void what_is_of_no_more_use_is_not_mailed() {
        var port = mail.getSmtp().getPort();
        mail.stop();
        take(Locale.ENGLISH);
        Awaitility.await().until(() -> tries() == 1);
        clock.tick(Duration.ofMinutes(11));
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();

        letters.send();

        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void people_hear_of_a_change_at_the_address_they_had_before() throws Exception {
        transaction(() -> courier.on(new AccountChanged(tess, email, AccountChanged.Change.EMAIL)));

        Awaitility.await().until(() -> mail.getReceivedMessages().length == 1);
        assertThat(mail.getReceivedMessages()[0].getAllRecipients()[0]).hasToString(email);
        assertThat(mail.getReceivedMessages()[0].getContent().toString())
                .contains("has another e-mail address now")
                .contains(settings.publicUrl() + "/account");
    }

    @Test
    void nothing_is_mailed_to_invented_people() {
        db.execute(
                "update organizations set demo = true where organization_id = ?",
                here.organizationId().value());

        assertThat(courier.open(here.organizationId())).isFalse();
        transaction(() -> courier.on(new AccountChanged(tess, email, AccountChanged.Change.PASSWORD)));
        assertThat(waiting()).isZero();
    }

    private void take(Locale language) {
        transaction(() -> courier.take(new Parcel(
                tess,
                here.organizationId(),
                "Eastside",
                CodePurpose.SIGN_IN,
                email,
                language,
                "042137",
                Optional.of("https://rung.example/sign-in/link/word"),
                clock.instant().plus(Duration.ofMinutes(10)))));
    }

    private void transaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(during -> work.run());
    }

    private int waiting() {
        return db.fetch("select 1 from account_letters where account_id = ?", tess.value())
                .size();
    }

    private int tries() {
        return db.fetchOptional("select tries from account_letters where account_id = ?", tess.value())
                .map(row -> row.get(0, Integer.class))
                .orElse(0);
    }
}
