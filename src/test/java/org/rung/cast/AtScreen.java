package org.rung.cast;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.rung.accounts.AccountId;
import org.rung.accounts.SignIns;
import org.rung.common.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Looks at screens without a browser, as the one sees them who is signed in. */
public final class AtScreen {
    private final ApplicationContext house;

    public AtScreen(ApplicationContext house) {
        this.house = house;
    }

    public void as(Actor.Member member, Consumer<BrowserlessUIContext> looks) {
        var account = new AccountId(house.getBean(DSLContext.class)
                .fetchSingle(
                        "select account_id from members where member_id = ?",
                        member.memberId().value())
                .get(0, Long.class));
        var seat = house.getBean(SignIns.class).seat(account, Optional.of(member.memberId()));
        try (SecuredBrowserlessApplicationContext<Authentication> app =
                        SpringBrowserlessApplicationContext.createSecured(house, "org.rung");
                var user = app.newUser(seat);
                var window = user.newWindow()) {
            looks.accept(window);
        }
    }

    /** Somebody who is not signed in. */
    public void stranger(Consumer<BrowserlessUIContext> looks) {
        try (SecuredBrowserlessApplicationContext<Authentication> app =
                        SpringBrowserlessApplicationContext.createSecured(house, "org.rung");
                var user = app.newUser(new AnonymousAuthenticationToken(
                        "nobody", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
                var window = user.newWindow()) {
            looks.accept(window);
        }
    }

    public static String on(BrowserlessUIContext screen, String path) {
        return words(screen.navigate(path, Component.class));
    }

    /** What can be read: not what is hidden. */
    public static String words(Component part) {
        if (part instanceof Text text) return text.getText();
        if (!part.isVisible()) return "";
        return part.getElement().getText()
                + " "
                + part.getChildren().map(AtScreen::words).collect(Collectors.joining(" "));
    }
}
