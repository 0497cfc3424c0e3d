package org.rung.circle;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AccountId;
import org.rung.accounts.SignIns;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;

/** The screen of one's own people and its cards on the home, with somebody on them and with nobody. */
@RungTest
class PeopleIKnowScreenTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    SignIns signIns;

    @Autowired
    Contacts contacts;

    @Autowired
    Talks talks;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member tess;
    Actor.Member tom;
    PhoneNumber phone;

    @BeforeEach
    void theGround() {
        here = NewOrganization.with(db);
        tess = here.member(Role.TEXTER);
        tom = here.member(Role.TEXTER);
        phone = Phones.fresh();
    }

    @Test
    void somebody_new_is_invited_to_add_people_and_a_coordinator_who_texts_nobody_is_not() {
        as(tess, screen -> {
            assertThat(on(screen, "")).contains("Who do you know?");
            assertThat(on(screen, CirclePaths.PEOPLE))
                    .contains("Nobody yet")
                    .contains("Who do you know?")
                    .contains("not even admins");
        });
        as(here.member(Role.COORDINATOR), screen -> assertThat(on(screen, "")).doesNotContain("Who do you know?"));
    }

    @Test
    void whoever_has_people_sees_them_and_nobody_elses() {
        contacts.add(tess, new PersonName("Maya", "Okafor"), phone.text());
        contacts.add(tom, new PersonName("Somebody", "Else"), phone.text());
        Contact maya = contacts.mine(tess, "", Page.Wanted.first(1)).rows().getFirst();

        as(
                tess,
                screen -> assertThat(on(screen, CirclePaths.PEOPLE))
                        .contains("One person you know")
                        .contains("Maya Okafor")
                        .contains(PhoneNumbers.national(phone))
                        .contains("Only you")
                        .doesNotContain("Somebody", "Shared"));
        contacts.share(tess, maya.contactId(), maya.name());
        talks.talked(tess, maya.contactId(), TalkOutcome.NOT_NOW);
        as(
                tess,
                screen -> assertThat(on(screen, CirclePaths.PEOPLE))
                        .contains("Shared")
                        .contains("Not now"));
    }

    @Test
    void whoever_went_to_text_is_asked_at_home_and_on_the_page() {
        contacts.add(tess, new PersonName("Maya", "Okafor"), phone.text());
        talks.leave(
                tess,
                contacts.mine(tess, "", Page.Wanted.first(1)).rows().getFirst().contactId());

        as(tess, screen -> {
            assertThat(on(screen, "")).containsSubsequence("How did it go with Maya Okafor?", "One person you know");
            assertThat(on(screen, CirclePaths.PEOPLE))
                    .contains("How did it go with Maya Okafor?")
                    .contains("We talked", "Will come", "Not now", "Wrong number", "No answer");
        });
        as(tom, screen -> assertThat(on(screen, "")).doesNotContain("Maya"));
    }

    private void as(Actor.Member member, Consumer<BrowserlessUIContext> looks) {
        AccountId account = new AccountId(db.fetchSingle(
                        "select account_id from members where member_id = ?",
                        member.memberId().value())
                .get(0, Long.class));
        try (SecuredBrowserlessApplicationContext<Authentication> app =
                        SpringBrowserlessApplicationContext.createSecured(house, "org.rung");
                var user = app.newUser(signIns.seat(account, Optional.of(member.memberId())));
                var window = user.newWindow()) {
            looks.accept(window);
        }
    }

    private static String on(BrowserlessUIContext screen, String path) {
        return words(screen.navigate(path, Component.class));
    }

    /** What can be read: not what is hidden. */
    private static String words(Component part) {
        if (part instanceof Text plain) {
            return plain.getText();
        }
        if (!part.isVisible()) {
            return "";
        }
        return part.getElement().getText()
                + " "
                + part.getChildren().map(PeopleIKnowScreenTest::words).collect(Collectors.joining(" "));
    }
}
