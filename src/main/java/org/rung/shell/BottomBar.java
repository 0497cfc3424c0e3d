package org.rung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;

/** On phones, under the thumb: the first screens of the menu, and the menu. */
class BottomBar extends Nav {
    private static final int MOST = 4;

    private final NativeButton more;

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
        for (var entry : entries.stream().limit(MOST).toList()) {
            var own = MenuItem.plain(entry.path());
            var link = new Anchor(
                    "/" + own,
                    MainLayout.icon(own.isEmpty() ? "home" : own.replace('/', '-')),
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
}
