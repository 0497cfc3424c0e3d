package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.rung.care.HurtfulWords;
import org.rung.common.Actor;
import org.rung.texting.Choices;

/**
 * Keeps words that may hurt from whoever does not want to meet them unasked: they are not on the screen at all until they
 * are asked for, and covered again when the screen is opened anew.
 */
record Cover(boolean on) {

    static Cover of(Choices choices, Actor.Member actor) {
        return new Cover(choices.covers(actor));
    }

    boolean covers(boolean inbound, String words) {
        return on && inbound && HurtfulWords.in(words);
    }

    /** In a list, where the way to them is the conversation. */
    String line(Component screen, boolean inbound, String words) {
        return covers(inbound, words) ? screen.getTranslation("texting.covered") : words;
    }

    /** Puts a button where the words would stand; pressed, it gives way to them, and to the focus. */
    void put(HtmlContainer place, String words) {
        Span lines = new Span();
        lines.addClassName("covered-lines");
        lines.getElement().setAttribute("aria-hidden", "true");
        Span what = new Span(place.getTranslation("texting.covered"));
        Span show = new Span(place.getTranslation("texting.covered.show"));
        show.addClassName("covered-show");
        NativeButton button = new NativeButton();
        button.add(lines, what, show);
        button.addClassName("covered");
        button.getElement().setAttribute("aria-label", place.getTranslation("texting.covered.name"));
        button.addClickListener(click -> {
            Span shown = new Span(words);
            shown.getElement().setAttribute("tabindex", "-1");
            place.replace(button, shown);
            shown.getElement().callJsFunction("focus");
        });
        place.addComponentAsFirst(button);
    }
}
