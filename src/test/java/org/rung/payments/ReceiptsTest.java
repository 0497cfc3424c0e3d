package org.rung.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.accounts.Organizations;
import org.rung.actions.Money;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.giving.Pledges;
import org.rung.notices.Post;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.settings.RungSettings;
import org.rung.texting.PersonalTexts;
import org.springframework.beans.factory.annotation.Autowired;

class ReceiptsTest extends PaymentStory {
    @Autowired
    ThanksStore thanksStore;

    @Autowired
    StandingStore standingStore;

    @Autowired
    Organizations organizations;

    @Autowired
    RungSettings settings;

    @Autowired
    GivingTexts texts;

    @Autowired
    PersonalTexts personal;

    @Autowired
    Pledges pledges;

    @Autowired
    Commitments commitments;

    GreenMail mail;

    @BeforeEach
    void a_mail_server() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterEach
    void it_goes() {
        mail.stop();
    }

    @Test
    void a_receipt_goes_once_to_the_address_that_was_given_with_the_card() throws Exception {
        SupporterId nia = person("Nia", "Okafor");
        String address = address();
        stripe.pay(sentToPay(own(nia), "25", true), "Nia Okafor", address);
        bringAll();
        Callable<Boolean> look = () -> receipts().send(50);
        AtOnce.all(List.of(look, look, look));
        receipts().send(50);
        assertThat(letters(address)).singleElement().satisfies(letter -> {
            String words = GreenMailUtil.getBody(letter);
            assertThat(letter.getSubject()).contains("$25.00");
            assertThat(words).contains("Nia", given().getFirst().giftId().text(), "/monthly/");
        });
    }

    @Test
    void a_receipt_that_did_not_leave_is_tried_again_and_none_goes_for_what_went_back() throws Exception {
        String address = address();
        stripe.pay(sentToPay(everybodys(), "25", false), "Quill Newcomer", address);
        bringAll();
        Receipts lost = receipts();
        mail.stop();
        lost.send(50);
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        receipts().send(50);
        assertThat(letters(address)).as("not at once").isEmpty();
        clock.tick(Duration.ofMinutes(6));
        receipts().send(50);
        assertThat(letters(address)).hasSize(1);

        String another = address();
        String pay = sentToPay(everybodys(), "30", false);
        stripe.pay(pay, "Quill Newcomer", another);
        stripe.refund(stripe.payment(pay), 3_000);
        bringAll();
        receipts().send(50);
        assertThat(letters(another)).isEmpty();
    }

    @Test
    void thanks_go_by_text_once_to_who_agreed_to_texts_and_to_nobody_else() throws Exception {
        Neighbor nia = Neighbor.of(house, here.organizationId());
        stripe.pay(sentToPay(own(person("Nia", "Okafor", nia.phone())), "25", false), "N", address());
        Neighbor bo = Neighbor.of(house, here.organizationId());
        SupporterId silent = supporters.known(here.organizationId(), SupporterDraft.of("Bo", "Diaz", bo.phone()));
        stripe.pay(sentToPay(own(silent), "25", false), "B", address());
        Neighbor cleo = Neighbor.of(house, here.organizationId());
        SupporterId stopped = person("Cleo", "Diaz", cleo.phone());
        stripe.pay(sentToPay(own(stopped), "25", false), "C", address());
        consents.record(
                here.system(), cleo.phone(), ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        bringAll();
        Callable<Boolean> look = () -> {
            look();
            return true;
        };
        AtOnce.all(List.of(look, look, look));
        assertThat(nia.received()).singleElement().asString().contains("Nia", "$25.00");
        assertThat(bo.received()).isEmpty();
        assertThat(cleo.received()).isEmpty();
    }

    @Test
    void one_that_cannot_be_written_holds_up_nobody_and_two_gifts_of_one_person_are_both_thanked_for() {
        Neighbor nia = Neighbor.of(house, here.organizationId());
        SupporterId who = person("Nia", "Okafor", nia.phone());
        stripe.pay(sentToPay(own(who), "25", false), "N", address());
        bringAll();
        // Its once key is taken by another text, so that the whole batch fails.
        personal.queue(
                here.organizationId(),
                supporters.get(cory, who),
                nia.phone(),
                "Another text",
                "gift-thanks:" + given().getFirst().giftId().text(),
                clock.instant().plus(Duration.ofDays(1)));
        Neighbor bo = Neighbor.of(house, here.organizationId());
        SupporterId twice = person("Bo", "Diaz", bo.phone());
        stripe.pay(sentToPay(own(twice), "30", false), "B", address());
        stripe.pay(sentToPay(own(twice), "35", false), "B", address());
        bringAll();
        look();
        // One number sends them all, one after another.
        for (int i = 0; i < 5; i++) {
            nia.received();
            clock.tick(Duration.ofSeconds(5));
        }
        assertThat(bo.received())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("$30.00"))
                .anySatisfy(text -> assertThat(text).contains("$35.00"));
        assertThat(nia.received()).containsExactly("Another text");
    }

    @Test
    void no_thanks_leave_at_night() {
        clock.set(org.rung.cast.TestClock.TUESDAY_NOON.plus(Duration.ofHours(10)));
        Neighbor nia = Neighbor.of(house, here.organizationId());
        stripe.pay(sentToPay(own(person("Nia", "Okafor", nia.phone())), "25", false), "N", address());
        bringAll();
        look();
        assertThat(nia.received()).isEmpty();
        clock.tick(Duration.ofHours(11));
        assertThat(nia.received()).hasSize(1);
    }

    @Test
    void who_pledged_is_reminded_with_a_link_of_their_own_and_the_gift_ends_it() {
        Neighbor nia = Neighbor.of(house, here.organizationId());
        SupporterId who = person("Nia", "Okafor", nia.phone());
        CommitmentId pledge = pledges.promise(
                cory, who, new Money(5_000, "USD"), Optional.of(LocalDate.of(2026, 10, 16)), "", Optional.empty());
        look();
        assertThat(nia.received()).as("not yet").isEmpty();
        clock.tick(Duration.ofDays(2).plusHours(1));
        look();
        look();
        assertThat(nia.received()).singleElement().asString().contains("Nia", "$50.00", "/g/");
        String link = nia.received().getFirst().replaceFirst("(?s).*(/g/[\\w-]{22}).*", "$1");

        String pay = sentToPay(link, "50", false);
        stripe.pay(pay, "Another Name", "card@example.org");
        bringAll();
        assertThat(commitments.get(cory, pledge).state()).isEqualTo(CommitmentState.KEPT);
        clock.tick(Duration.ofDays(2));
        look();
        assertThat(nia.received())
                .as("no second reminder")
                .filteredOn(text -> text.contains("/g/"))
                .hasSize(1);
    }

    @Test
    void a_reminder_that_waits_for_its_hour_is_taken_back_by_the_gift() {
        Neighbor nia = Neighbor.of(house, here.organizationId());
        SupporterId who = person("Nia", "Okafor", nia.phone());
        pledges.promise(
                cory, who, new Money(5_000, "USD"), Optional.of(LocalDate.of(2026, 10, 16)), "", Optional.empty());
        // Eleven at night: it is written, and held until the morning.
        clock.tick(Duration.ofDays(2).plusHours(10));
        look();
        assertThat(nia.received()).isEmpty();
        stripe.pay(sentToPay(own(who), "50", false), "Another Name", "card@example.org");
        bringAll();
        clock.tick(Duration.ofHours(11));
        assertThat(nia.received()).isEmpty();
    }

    private void look() {
        texts.write(50, () -> false);
    }

    private Receipts receipts() {
        return new Receipts(
                thanksStore,
                standingStore,
                gifts,
                organizations,
                new Post("smtp://127.0.0.1:" + mail.getSmtp().getPort(), "", settings),
                settings,
                clock);
    }

    /** Digits, since GreenMail names its boxes by the hash of the address. */
    private static String address() {
        return org.rung.common.Id.next() + "@example.org";
    }

    private List<MimeMessage> letters(String address) {
        return Stream.of(mail.getReceivedMessages())
                .filter(letter -> {
                    try {
                        return letter.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException garbled) {
                        throw new AssertionError(garbled);
                    }
                })
                .toList();
    }
}
