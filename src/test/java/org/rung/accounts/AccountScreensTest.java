package org.rung.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.cast.AtScreen.on;
import static org.rung.cast.AtScreen.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.AtScreen;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RungTest
class AccountScreensTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    FirstRun firstRun;

    @Autowired
    SignIns signIns;

    @Autowired
    TestClock clock;

    AtScreen at;
    Founding founding;

    @BeforeEach
    void come() {
        at = new AtScreen(house);
        founding = new Founding(organizations, members);
    }

    @Test
    void the_founding_link_asks_for_all_it_needs_makes_the_organization_and_is_used_up() {
        founding.organization();
        var path = path(firstRun.link(true));
        var email = "ada" + Id.next() + "@example.org";
        at.stranger(screen -> {
            screen.navigate(path, Component.class);
            var make = screen.findInView(Button.class).all().stream()
                    .filter(button -> button.hasClassName("tall"))
                    .findFirst()
                    .orElseThrow();
            make.click();
            assertThat(words((Component) screen.getCurrentView())).contains("Fill in");
            var fields = screen.findInView(TextField.class).all();
            fields.get(0).setValue("Westside Tenants");
            fields.get(1).setValue("Ada Haddad");
            screen.findInView(EmailField.class).single().setValue(email);
            screen.findInView(PasswordField.class).all().forEach(field -> field.setValue("short"));
            make.click();
            assertThat(firstRun.open(word(path)))
                    .as("a short password founds nothing")
                    .isTrue();
            screen.findInView(PasswordField.class).all().forEach(field -> field.setValue(Founding.PASSWORD));
            make.click();
        });

        assertThat(firstRun.open(word(path))).isFalse();
        var ada = signIns.check(email, Founding.PASSWORD, "192.0.2.77");
        assertThat(organizations.get(signIns.seat(ada).actor().organization()).name())
                .isEqualTo("Westside Tenants");
        at.stranger(screen -> assertThat(on(screen, path)).contains("This link works no more"));
    }

    @Test
    void a_founding_link_of_yesterday_says_so() {
        var path = path(firstRun.link(true));
        clock.tick(FirstRun.VALID);
        at.stranger(screen -> assertThat(on(screen, path)).contains("older than a day"));
    }

    @Test
    void the_team_page_finds_whoever_is_beyond_its_first_rows() {
        var organization = founding.organization();
        var admin = founding.admin(organization);
        for (int i = 0; i < 120; i++)
            members.join(
                    organization,
                    "Member %03d".formatted(i),
                    "m" + Id.next() + "@example.org",
                    Optional.empty(),
                    Roles.of(Role.TEXTER));
        at.as(admin, screen -> {
            assertThat(on(screen, AccountsPaths.MEMBERS))
                    .contains("121")
                    .contains("Member 010")
                    .doesNotContain("Member 119");
            screen.findInView(TextField.class).single().setValue("119");
            assertThat(words((Component) screen.getCurrentView()))
                    .contains("Member 119")
                    .doesNotContain("Member 010");
            screen.findInView(TextField.class).single().setValue("");
            var more = screen.findInView(Button.class).withText("Show more");
            more.single().click();
            more.single().click();
            assertThat(words((Component) screen.getCurrentView())).contains("Member 010", "Member 119");
            assertThat(screen.findInView(Button.class).withText("Show more").all())
                    .isEmpty();
        });
    }

    private static String path(String link) {
        return AccountsPaths.FIRST_RUN + "/" + word(link);
    }

    private static String word(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
