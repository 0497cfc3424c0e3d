package org.rung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.Comparator;
import java.util.List;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.SettingsPage;
import org.rung.accounts.SignedIn;

/** The pages under /settings that this member may open, above each of them. */
class SettingsTabs extends Nav {
    private final List<SettingsPage> pages;
    private final SignedIn signedIn;

    SettingsTabs(List<SettingsPage> pages, SignedIn signedIn) {
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(SettingsPage::order))
                .toList();
        this.signedIn = signedIn;
        addClassName("settings-tabs");
        setAriaLabel(getTranslation("shell.settings"));
    }

    void show(String path) {
        removeAll();
        var here = path.equals(AccountsPaths.SETTINGS) || path.startsWith(AccountsPaths.SETTINGS + "/");
        setVisible(here);
        if (!here) return;
        signedIn.seat()
                .ifPresent(seat -> pages.stream()
                        .filter(page -> seat.actor().roles().all().stream().anyMatch(page.roles()::contains))
                        .forEach(page -> add(tab(page, page.path().equals(path)))));
    }

    private Anchor tab(SettingsPage page, boolean here) {
        var tab = new Anchor("/" + page.path(), getTranslation(page.titleKey()));
        tab.addClassName("settings-tab");
        tab.setClassName("on", here);
        if (here) {
            tab.getElement().setAttribute("aria-current", "page");
            // On a phone they do not all fit.
            tab.getElement()
                    .executeJs(
                            "const bar = this.parentElement; requestAnimationFrame(() => "
                                    + "bar.scrollLeft = this.offsetLeft - bar.offsetLeft - (bar.clientWidth - this.offsetWidth) / 2)");
        }
        return tab;
    }
}
