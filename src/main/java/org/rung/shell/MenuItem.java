package org.rung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.menu.MenuEntry;

class MenuItem extends Anchor {
    /** Only the menu is moved, and only where the open page's entry would not be seen in a low window. */
    private static final String INTO_SIGHT = """
            requestAnimationFrame(() => {
              const menu = this.closest('.nav');
              if (!menu || getComputedStyle(menu).visibility === 'hidden') return;
              const own = this.getBoundingClientRect(), all = menu.getBoundingClientRect();
              const foot = menu.querySelector('.user-menu');
              const edge = foot ? Math.min(foot.getBoundingClientRect().top, all.bottom) : all.bottom;
              if (own.top >= all.top && own.bottom <= edge) return;
              menu.scrollTop += own.top - all.top - (all.height - own.height) / 2;
              // No entry is left half under the foot, too narrow to be hit.
              const cut = [...menu.querySelectorAll('.nav-item')].map(each => each.getBoundingClientRect())
                .find(each => each.top < edge && each.bottom > edge);
              if (cut) menu.scrollTop += Math.ceil(cut.bottom - edge);
            })""";

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
        if (here) {
            getElement().setAttribute("aria-current", "page");
            getElement().executeJs(INTO_SIGHT);
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    void count(int waiting) {
        number.show(waiting);
    }

    static String plain(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
