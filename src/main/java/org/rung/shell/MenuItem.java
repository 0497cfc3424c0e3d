package org.rung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuEntry;

class MenuItem extends Anchor {
    final MenuEntry entry;
    private final WaitingNumber number = new WaitingNumber();

    MenuItem(MenuEntry entry) {
        super("/" + plain(entry.path()));
        this.entry = entry;
        addClassName("nav-item");
        var title = new Span(getTranslation(entry.title()));
        title.addClassName("grow");
        add(title, number);
    }

    boolean leadsTo(String path) {
        var own = plain(entry.path());
        return path.equals(own) || !own.isEmpty() && path.startsWith(own + "/");
    }

    void mark(boolean here) {
        setClassName("on", here);
        if (here) getElement().setAttribute("aria-current", "page");
        else getElement().removeAttribute("aria-current");
    }

    void count(int waiting) {
        number.show(waiting);
    }

    static String plain(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
