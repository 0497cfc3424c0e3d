package org.rung.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.actions.Money;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.Screens;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Role;
import org.rung.people.Drafts;
import org.rung.people.PeoplePaths;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RungTest
class GivingScreensTest {
    @Autowired
    Gifts gifts;

    @Autowired
    Pledges pledges;

    @Autowired
    SupporterForms forms;

    @Autowired
    ApplicationContext house;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Test
    void a_pledge_a_gift_and_its_receipt_are_seen_by_who_may_and_the_books_agree() {
        NewOrganization here = Founding.found(house, NewOrganization.with(db));
        Actor.Member cory = here.member(Role.COORDINATOR);
        SupporterId ana = forms.add(cory, Drafts.of("Ana", "Lopez", Phones.fresh()));
        pledges.promise(cory, ana, new Money(5_000, "USD"), Optional.empty(), "", Optional.empty());
        GiftId gift = gifts.record(
                cory,
                new GiftDraft(
                        Optional.of(ana), Giver.UNNAMED, new Money(2_500, "USD"), GiftWay.CASH, clock.instant(), ""));
        gifts.record(
                cory,
                new GiftDraft(
                        Optional.empty(),
                        new Giver("Zoe", "Lopez", "", Optional.empty()),
                        new Money(700, "USD"),
                        GiftWay.CHECK,
                        clock.instant(),
                        ""));
        Screens screens = new Screens(house, db);
        screens.as(cory, window -> {
            assertThat(Screens.on(window, GivingPaths.GIFTS)).contains("Ana Lopez", "$25.00", "$32.00", "To match");
            Screens.press(window, "Check the books");
            assertThat(Screens.words(window)).contains("every line adds up");
            assertThat(Screens.on(window, GivingPaths.PLEDGES)).contains("$50.00", "$25.00 given since");
            assertThat(Screens.on(window, GivingPaths.MONTHLY)).contains("No monthly gifts yet");
            assertThat(Screens.on(window, GivingPaths.FILES)).contains("No files yet");
            assertThat(Screens.on(window, PeoplePaths.supporter(ana))).contains("$25.00", "$50.00 pledged");
            Screens.on(window, GivingPaths.UNMATCHED);
            Screens.press(window, "Who may it be: Zoe Lopez");
            Screens.press(window, "It is Ana Lopez");
            assertThat(Screens.words(window)).contains("Every gift has its person");
        });
        screens.as(
                here.member(Role.ORGANIZER),
                window -> assertThat(Screens.on(window, PeoplePaths.supporter(ana)))
                        .contains("seen by coordinators")
                        .doesNotContain("$25.00", "$50.00"));
        assertThat(ReceiptPage.of(gifts.get(cory, gift), "Us & <them>", clock.getZone(), java.util.Locale.ENGLISH))
                .contains("Ana Lopez", "$25.00", gift.text(), "Us &amp; &lt;them&gt;");
    }
}
