package org.rung.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rung.accounts.SignedIn;

/** The screens this member may open, in groups of ten by their order. */
class MainMenu extends Nav {
    /** Headings by tens of {@code @Menu(order)}; the first group has none. */
    private static final List<String> GROUPS =
            List.of("", "texting", "people", "commitment", "organization", "", "", "", "", "simulation");

    private final SignedIn signedIn;
    private final UserMenu.Parts parts;
    private final List<MenuItem> items = new ArrayList<>();

    MainMenu(SignedIn signedIn, UserMenu.Parts parts) {
        this.signedIn = signedIn;
        this.parts = parts;
        addClassName("nav");
        setAriaLabel(getTranslation("shell.menu"));
        build();
    }

    private void build() {
        add(brand());
        var group = -1;
        for (var entry : MenuConfiguration.getMenuEntries()) {
            if (!chosen(entry)) continue;
            var its = entry.order() == null ? 0 : Math.clamp((int) (entry.order() / 10), 0, GROUPS.size() - 1);
            if (its != group) {
                group = its;
                if (!GROUPS.get(its).isEmpty()) add(heading(GROUPS.get(its)));
            }
            var item = new MenuItem(entry);
            items.add(item);
            add(item);
        }
        var gap = new Span();
        gap.addClassName("grow");
        add(gap);
        if (signedIn.seat().isPresent()) add(new UserMenu(parts));
    }

    private boolean chosen(MenuEntry entry) {
        return signedIn.seat().isEmpty()
                || parts.choices().stream()
                        .filter(choice -> choice.path().equals(MenuItem.plain(entry.path())))
                        .allMatch(choice -> choice.shown(signedIn.actor()));
    }

    private Component brand() {
        var mark = new Span();
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var brand = new Anchor("/", mark, new Span("Rung"));
        brand.addClassName("brand");
        return brand;
    }

    private Component heading(String group) {
        var heading = new Small(getTranslation("shell.group." + group));
        heading.addClassName("nav-group");
        return heading;
    }

    List<MenuEntry> entries() {
        return items.stream().map(item -> item.entry).toList();
    }

    void show(String path) {
        var best = items.stream()
                .filter(item -> item.leadsTo(path))
                .max(java.util.Comparator.comparing(item -> item.entry.path().length()));
        items.forEach(item -> item.mark(best.filter(item::equals).isPresent()));
    }

    /** How much waits, by the path of the entry. */
    void count(Map<String, Integer> waiting) {
        items.forEach(item -> item.count(waiting.getOrDefault(MenuItem.plain(item.entry.path()), 0)));
    }

    @Tag("small")
    private static class Small extends HtmlContainer {
        Small(String text) {
            setText(text);
        }
    }
}
