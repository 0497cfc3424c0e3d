package org.rung.scripts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** The small parts that these screens are put together from. */
final class Pieces {
    private Pieces() {}

    static Div div(String classes, Component... inside) {
        var div = new Div(inside);
        div.addClassNames(classes.split(" "));
        return div;
    }

    static Span span(String classes, String text) {
        var span = new Span(text);
        span.addClassNames(classes.split(" "));
        return span;
    }

    static NativeButton button(String classes, String text, Runnable act) {
        var button = new NativeButton(text, click -> act.run());
        button.addClassNames(classes.split(" "));
        button.getElement().setAttribute("type", "button");
        return button;
    }

    /** A button of one sign, with its words for those who listen. */
    static NativeButton sign(String sign, String words, Runnable act) {
        var button = button("sign", sign, act);
        button.setAriaLabel(words);
        button.getElement().setAttribute("title", words);
        return button;
    }

    static Anchor link(String classes, String path, String text) {
        var anchor = new Anchor(path, text);
        anchor.addClassNames(classes.split(" "));
        return anchor;
    }

    static void said(String words) {
        Notification.show(words, 4_000, Notification.Position.BOTTOM_CENTER);
    }
}
