package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.rung.texting.OpenConversation;

/** Whose practice conversation it is, as above a real one; there is nothing else to do with invented people. */
class PracticeHead extends Div {
    private final H1 heading;

    PracticeHead(OpenConversation open, Instant now) {
        heading = new H1(open.name());
        heading.addClassNames("desk-title", "clip");
        heading.getElement().setAttribute("tabindex", "-1");
        Span line = new Span(open.maskedNumber() + " · "
                + Phrases.there(this, now, open.zone(), open.zoneFlagged(), Phrases.locale()) + " · "
                + getTranslation("practice.invented"));
        line.addClassNames("small", "muted", "clip");
        Div who = new Div(heading, line);
        who.addClassNames("grow", "practice-who");
        add(who, Phrases.ladder(this, open.standing()));
        addClassNames("row", "desk-line");
    }

    void focusName() {
        heading.getElement().callJsFunction("focus");
    }
}
