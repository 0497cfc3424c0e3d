package org.rung.accounts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;

/** A sentence inside a form; empty until there is something to say. */
class Notice extends Div {
    Notice() {
        addClassName("notice");
        getElement().setAttribute("role", "alert");
    }

    void tell(String tone, String sentence) {
        removeClassNames("good", "warn", "bad");
        addClassName(tone);
        setText(sentence);
    }

    static void done(String sentence) {
        Notification.show(sentence, 4_000, Notification.Position.BOTTOM_CENTER);
    }
}
