package org.rung.rsvps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.events.EventState;

/** Small parts that the screens of this room share. */
final class Pieces {
    private Pieces() {}

    static Div div(String looks, Component... inside) {
        var div = new Div(inside);
        if (!looks.isEmpty()) div.addClassNames(looks.split(" "));
        return div;
    }

    static Span span(String looks, String words) {
        var span = new Span(words);
        if (!looks.isEmpty()) span.addClassNames(looks.split(" "));
        return span;
    }

    static Div section(String title, Component... inside) {
        var section = div("card col", new H2(title));
        section.add(inside);
        return section;
    }

    static String say(String key, Object... given) {
        return Sentences.of(Sentence.of(key, given));
    }

    static Span state(EventState state) {
        return span(
                switch (state) {
                    case PUBLISHED -> "chip good";
                    case DRAFT -> "chip warn";
                    case CANCELLED -> "chip bad";
                    case OVER -> "chip";
                },
                say("events.state." + state));
    }

    static void show(Problem problem) {
        Notification.show(Sentences.of(problem), 6_000, Notification.Position.TOP_CENTER);
    }

    static void said(String words) {
        Notification.show(words, 3_000, Notification.Position.TOP_CENTER);
    }

    /** Does it, or says why not. */
    static void doing(Runnable act) {
        try {
            act.run();
        } catch (Problem refused) {
            show(refused);
        }
    }
}
