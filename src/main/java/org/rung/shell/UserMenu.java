package org.rung.shell;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.accounts.Accounts;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Membership;
import org.rung.accounts.MenuChoice;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SpokenMenu;

/** Who I am here: other organizations, language, light or dark, and out. */
class UserMenu extends Div {
    /** What it needs of the house. */
    @org.springframework.stereotype.Component
    record Parts(SignedIn signedIn, Accounts accounts, AuthenticationContext door, List<MenuChoice> choices) {}

    private static final Map<String, String> LANGUAGES = Map.of("en", "English", "es", "Español");

    private final Parts parts;

    UserMenu(Parts parts) {
        this.parts = parts;
        addClassName("user-menu");
        var account = parts.signedIn().account();
        var face = new Span(initials(account.name()));
        face.addClassName("face-s");
        face.getElement().setAttribute("aria-hidden", "true");
        var organization = new Span(parts.signedIn().organization().name());
        organization.addClassNames("muted", "small");
        var who = new Div(new Span(account.name()), organization);
        who.addClassNames("user-who");
        var button = new NativeButton();
        button.add(face, who);
        button.addClassName("user-button");
        button.getElement().setAttribute("aria-haspopup", "menu");
        button.getElement().setAttribute("aria-label", getTranslation("shell.user", account.name()));
        add(button);
        fill(new SpokenMenu(button));
    }

    private void fill(ContextMenu menu) {
        menu.setOpenOnClick(true);
        var memberships =
                parts.accounts().memberships(parts.signedIn().account().accountId());
        if (memberships.size() > 1) {
            var switcher = menu.addItem(getTranslation("shell.organizations")).getSubMenu();
            for (var each : memberships) {
                var item = switcher.addItem(each.organization(), click -> switchTo(each));
                item.setCheckable(true);
                item.setChecked(each.memberId().equals(parts.signedIn().actor().memberId()));
            }
        }
        var languages = menu.addItem(getTranslation("shell.language")).getSubMenu();
        for (var code : List.of("en", "es")) {
            var item = languages.addItem(LANGUAGES.get(code), click -> speak(code));
            item.setCheckable(true);
            item.setChecked(getLocale().getLanguage().equals(code));
        }
        var looks = menu.addItem(getTranslation("shell.look")).getSubMenu();
        var now = VaadinServletRequest.getCurrent() == null
                ? Look.SYSTEM
                : Look.of(VaadinServletRequest.getCurrent().getCookies());
        for (var look : Look.values()) {
            var item = looks.addItem(getTranslation("shell.look." + look.name()), click -> {
                looks.getItems().forEach(other -> other.setChecked(other.equals(click.getSource())));
                getUI().ifPresent(look::show);
            });
            item.setCheckable(true);
            item.setChecked(look == now);
        }
        menu.addSeparator();
        menu.addItem(
                getTranslation("shell.account"), click -> getUI().ifPresent(ui -> ui.navigate(AccountsPaths.ACCOUNT)));
        menu.addItem(getTranslation("shell.how"), click -> getUI().ifPresent(ui -> ui.navigate(AccountsPaths.HOW)));
        menu.addItem(getTranslation("shell.sign-out"), click -> leave());
    }

    /**
     * Whoever sits down at this computer next finds nothing of what was written, and is not told what waits for the one
     * before; a session that ends by itself keeps both.
     */
    private void leave() {
        getElement()
                .executeJs("navigator.serviceWorker?.getRegistration('/').then(worker =>"
                        + " worker?.pushManager.getSubscription()).then(mine => mine?.unsubscribe()).catch(() => {});"
                        + "navigator.clearAppBadge?.().catch(() => {});"
                        + "Object.keys(sessionStorage).filter(key => key.startsWith('rung-words:'))"
                        + ".forEach(key => sessionStorage.removeItem(key))")
                .then(done -> parts.door().logout(), trouble -> parts.door().logout());
    }

    private void switchTo(Membership membership) {
        parts.signedIn().switchTo(membership.memberId());
        getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
    }

    private void speak(String language) {
        parts.accounts().speak(parts.signedIn().account().accountId(), language);
        getUI().ifPresent(ui -> {
            ui.getSession().setLocale(Locale.of(language));
            ui.getPage().reload();
        });
    }

    static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .limit(2)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
