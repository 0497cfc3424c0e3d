package org.rung.accounts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;

/** A menu that is read out as one: Vaadin's points say that they are not selected, which no point of a menu can be. */
public class SpokenMenu extends ContextMenu {
    private static final String PLAIN = "setTimeout(() =>"
            + " document.querySelectorAll('vaadin-context-menu-item[aria-selected]').forEach(one => one.removeAttribute('aria-selected')))";

    public SpokenMenu(Component target) {
        super(target);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) getElement().executeJs(PLAIN);
        });
    }
}
