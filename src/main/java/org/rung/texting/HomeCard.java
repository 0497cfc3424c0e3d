package org.rung.texting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** Something on the home: what it is, a line about it, and the way there; also for {@link HomePart}s of other rooms. */
public class HomeCard extends Div {

    public HomeCard(String title, String line, Component... ways) {
        Span small = new Span(line);
        small.addClassNames("small", "muted");
        Div words = new Div(new H2(title), small);
        words.addClassName("grow");
        Div row = new Div(words);
        row.add(ways);
        row.addClassNames("row", "wrap");
        add(row);
        addClassNames("card", "col", "pad");
    }

    /** @param strong whether it is what one most likely came for */
    public static Anchor way(Component screen, String words, String path, boolean strong) {
        Anchor way = new Anchor("/" + path, screen.getTranslation(words));
        way.addClassName("btn");
        way.setClassName("ghost", !strong);
        return way;
    }
}
