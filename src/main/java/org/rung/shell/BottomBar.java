package org.rung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** On phones, under the thumb: the first screens of the menu, and the menu. */
class BottomBar extends Nav {
    private static final int MOST = 4;
    /** What a thumb should reach first; the rest follows in the menu's order. */
    private static final List<String> FIRST = List.of("", "replies", "inbox", "campaigns", "ladder", "supporters");

    private final NativeButton more;
    private final Map<String, WaitingNumber> numbers = new HashMap<>();

    BottomBar(Runnable toggle) {
        addClassName("bottom-bar");
        setAriaLabel(getTranslation("shell.shortcuts"));
        more = new NativeButton("", click -> toggle.run());
        more.add(MainLayout.icon("menu"), new Span(getTranslation("shell.menu")));
        more.addClassName("bottom-item");
        opened(false);
    }

    void opened(boolean open) {
        more.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    void show(String path, List<MenuEntry> entries) {
        removeAll();
        numbers.clear();
        var nearest = entries.stream()
                .sorted(Comparator.comparingInt(BottomBar::distance))
                .limit(MOST)
                .toList();
        for (var entry : nearest) {
            var own = MenuItem.plain(entry.path());
            var number = numbers.computeIfAbsent(own, its -> new WaitingNumber());
            var link = new Anchor(
                    "/" + own,
                    MainLayout.icon(own.isEmpty() ? "home" : own.replace('/', '-')),
                    number,
                    new Span(getTranslation(entry.title())));
            link.addClassName("bottom-item");
            if (path.equals(own) || !own.isEmpty() && path.startsWith(own + "/")) {
                link.addClassName("on");
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
        add(more);
    }

    void count(Map<String, Integer> waiting) {
        numbers.forEach((path, number) -> number.show(waiting.getOrDefault(path, 0)));
    }

    private static int distance(MenuEntry entry) {
        var at = FIRST.indexOf(MenuItem.plain(entry.path()));
        return at < 0 ? FIRST.size() : at;
    }
}
