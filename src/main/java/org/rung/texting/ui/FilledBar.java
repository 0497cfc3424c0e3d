package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** How far something is. */
class FilledBar extends Div {

    private final Element filled = new Element("b");

    FilledBar(double percent) {
        addClassName("bar");
        filled.getStyle().set("width", Math.round(percent) + "%");
        getElement().appendChild(filled);
    }

    /** In words, for whoever does not see it. */
    FilledBar named(String words) {
        getElement().setAttribute("role", "img").setAttribute("aria-label", words);
        return this;
    }
}
