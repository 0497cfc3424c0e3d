package org.rung.shell;

import com.vaadin.flow.component.html.Span;

/** How much waits behind a link; nothing shows nothing. */
class WaitingNumber extends Span {
    WaitingNumber() {
        addClassName("nav-number");
        getElement().setAttribute("role", "img");
        setVisible(false);
    }

    void show(int waiting) {
        setVisible(waiting > 0);
        setText(waiting > 999 ? "999+" : String.valueOf(waiting));
        getElement().setAttribute("aria-label", getTranslation("shell.waiting", waiting));
    }
}
