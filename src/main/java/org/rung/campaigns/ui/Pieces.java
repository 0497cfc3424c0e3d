package org.rung.campaigns.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import org.rung.campaigns.CampaignState;

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
        if (!classes.isEmpty()) span.addClassNames(classes.split(" "));
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

    static Span state(Component where, CampaignState state) {
        var tone =
                switch (state) {
                    case RUNNING -> "chip good";
                    case PAUSED -> "chip warn";
                    case DRAFT, ENDED -> "chip";
                };
        return span(tone, where.getTranslation("campaigns.state." + state));
    }

    static Div bar(long done, long of) {
        var bar = div("bar");
        bar.getElement().appendChild(new Element("b"));
        bar.getElement().setAttribute("aria-hidden", "true");
        fill(bar, done, of);
        return bar;
    }

    static void fill(Div bar, long done, long of) {
        bar.getElement().getChild(0).getStyle().set("width", (of == 0 ? 0 : Math.round(100.0 * done / of)) + "%");
    }

    static void said(String words) {
        Notification.show(words, 4_000, Notification.Position.BOTTOM_CENTER);
    }
}
