package org.rung.circle;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.Screens;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The screen of one's own people and its cards on the home, with somebody on them and with nobody. */
@RungTest
class PeopleIKnowScreenTest {
    @Autowired
    ApplicationContext house;

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
            assertThat(Screens.on(screen, "")).contains("Who do you know?");
            assertThat(Screens.on(screen, CirclePaths.PEOPLE))
                    .contains("Nobody yet")
                    .contains("Who do you know?")
                    .contains("not even admins");
        });
        as(
                here.member(Role.COORDINATOR),
                screen -> assertThat(Screens.on(screen, "")).doesNotContain("Who do you know?"));
    }

    @Test
    void whoever_has_people_sees_them_and_nobody_elses() {
        contacts.add(tess, new PersonName("Maya", "Okafor"), phone.text());
        contacts.add(tom, new PersonName("Somebody", "Else"), phone.text());
        Contact maya = contacts.mine(tess, "", Page.Wanted.first(1)).rows().getFirst();

        as(
                tess,
                screen -> assertThat(Screens.on(screen, CirclePaths.PEOPLE))
                        .contains("One person you know")
                        .contains("Maya Okafor")
                        .contains(PhoneNumbers.national(phone))
                        .contains("Only you")
                        .doesNotContain("Somebody", "Shared"));
        contacts.share(tess, maya.contactId(), maya.name());
        talks.talked(tess, maya.contactId(), TalkOutcome.NOT_NOW);
        as(
                tess,
                screen -> assertThat(Screens.on(screen, CirclePaths.PEOPLE))
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
            assertThat(Screens.on(screen, ""))
                    .containsSubsequence("How did it go with Maya Okafor?", "One person you know");
            assertThat(Screens.on(screen, CirclePaths.PEOPLE))
                    .contains("How did it go with Maya Okafor?")
                    .contains("We talked", "Will come", "Not now", "Wrong number", "No answer");
        });
        as(tom, screen -> assertThat(Screens.on(screen, "")).doesNotContain("Maya"));
    }

    private void as(Actor.Member member, Consumer<BrowserlessUIContext> looks) {
        new Screens(house, db).as(member, looks);
    }
}
