package org.rung.asks.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Optional;

/** One number of the board with its name above and what to make of it below. */
class NumberCard extends Div {
    NumberCard(String name, String number, String words, String tone) {
        addClassName("card");
        Span label = new Span(name);
        label.addClassNames("muted", "small");
        Span below = new Span(words);
        below.addClassNames("small", tone);
        add(label);
        getElement().appendChild(new Element("b").setText(number));
        add(below);
    }

    /** Where those who are counted are found. */
    NumberCard leadingTo(Optional<String> path, String words) {
        path.ifPresent(there -> {
            Anchor link = new Anchor("/" + there, words);
            link.addClassNames("small", "number-link");
            add(link);
        });
        return this;
    }
}
