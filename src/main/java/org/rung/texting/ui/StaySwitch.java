package org.rung.texting.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;

/** Whether one stays with a conversation after answering, or goes on to the next one that waits; kept while signed in. */
class StaySwitch extends NativeButton {

    StaySwitch(String key) {
        addClassName("link");
        say(key);
        addClickListener(click -> {
            VaadinSession.getCurrent().setAttribute(key, stays(key) ? null : Boolean.TRUE);
            say(key);
        });
    }

    private void say(String key) {
        setText(getTranslation(stays(key) ? "texting.stay" : "texting.goOn"));
        getElement().setAttribute("title", getTranslation("texting.stayTitle"));
    }

    static boolean stays(String key) {
        return Boolean.TRUE.equals(VaadinSession.getCurrent().getAttribute(key));
    }
}
