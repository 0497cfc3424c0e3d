package org.rung.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.cast.AtScreen.on;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.confirmdialog.ConfirmDialogTester;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.AtScreen;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of people and one person's page, with somebody and with nobody. */
@RungTest
class PeopleScreensTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterForms forms;

    @Autowired
    Consents consents;

    @Autowired
    DSLContext database;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher announce;

    AtScreen at;
    NewOrganization here;
    Actor.Member ora;
    PhoneNumber phone;
    SupporterId maya;

    @BeforeEach
    void somebody() {
        at = new AtScreen(house);
        here = NewOrganization.with(database);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        phone = Phones.fresh();
        maya = forms.add(ora, Drafts.of("Maya", "Okafor", phone));
    }

    @Test
    void the_list_has_whoever_is_there_and_only_of_ones_own_organization() {
        var elsewhere = NewOrganization.with(database).member(Role.ORGANIZER);

        at.as(ora, screen -> {
            assertThat(on(screen, PeoplePaths.SUPPORTERS)).contains("1 person");
        });
        at.as(
                elsewhere,
                screen -> assertThat(on(screen, PeoplePaths.SUPPORTERS)).doesNotContain("1 person"));
    }

    @Test
    void the_page_of_a_person_tells_who_they_are_and_what_happened_the_latest_first() {
        consents.record(here.system(), phone, ConsentKind.OPTED_IN, ConsentSource.REPLY, "JOIN", clock.instant());
        clock.tick(Duration.ofHours(1));
        supporters.note(ora, maya, "Leads the tenants of her floor");

        at.as(
                ora,
                screen -> assertThat(on(screen, PeoplePaths.supporter(maya)))
                        .contains("Maya Okafor")
                        .containsSubsequence("Leads the tenants of her floor", "JOIN"));
    }

    @Test
    void erasing_asks_first_and_then_nobody_finds_the_person_any_more() {
        at.as(ora, screen -> {
            on(screen, PeoplePaths.supporter(maya));
            screen.findInView(Button.class).withText("Erase").single().click();
            ConfirmDialogTester asked =
                    screen.test(screen.find(ConfirmDialog.class).single());
            assertThat(asked.getText()).contains("whether their number opted in or out", "audit log");
            assertThat(supporters.get(ora, maya).firstName()).as("nothing yet").isEqualTo("Maya");

            asked.confirm();

            assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(PeoplePaths.SUPPORTERS);
        });
        assertThatThrownBy(() -> supporters.get(ora, maya)).isInstanceOf(Problem.Missing.class);
        at.as(ora, screen -> assertThat(on(screen, PeoplePaths.supporter(maya))).doesNotContain("Okafor"));
    }
}
