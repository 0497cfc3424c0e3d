package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rung.ladder.StartingWords;
import org.rung.texting.Home;

/** Whom one's texting moved up this week. */
class MovedCard extends Div {

    MovedCard(Component screen, List<Home.Moved> moved) {
        add(new H2(screen.getTranslation("texting.home.moved")));
        addClassNames("card", "col", "pad");
        if (moved.isEmpty()) {
            Paragraph none = new Paragraph(screen.getTranslation("texting.home.movedNone"));
            none.addClassNames("muted", "small");
            add(none);
        }
        int most = moved.stream().mapToInt(Home.Moved::people).max().orElse(1);
        moved.forEach(one -> add(row(one, most)));
    }

    private static Div row(Home.Moved moved, int most) {
        Span rung = new Span(StartingWords.in(Phrases.locale(), moved.rung()));
        rung.addClassName("desk-rung");
        Div bar = new FilledBar(100.0 * moved.people() / most).ofRung(moved.position());
        bar.addClassName("grow");
        Span people = new Span(String.valueOf(moved.people()));
        people.addClassNames("strong", "num");
        Div row = new Div(rung, bar, people);
        row.addClassNames("row", "small");
        return row;
    }
}
