package org.rung.circle.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import org.rung.circle.Contact;
import org.rung.circle.Talks;
import org.rung.common.Actor;

/** Back from one's own messages: how did it go? */
class AskCard extends Div {
    AskCard(Talks talks, Actor.Member actor, Contact contact, Runnable changed) {
        addClassNames("card", "col", "pad", "circle-ask");
        H2 title = new H2(getTranslation("circle.how", contact.name().whole()));
        title.getElement().setAttribute("tabindex", "-1");
        NativeButton none = new NativeButton(getTranslation("circle.how.none"), click -> {
            talks.neverMind(actor, contact.contactId());
            changed.run();
        });
        none.addClassName("link");
        add(title, new Outcomes(talks, actor, contact, changed), new Div(none));
    }
}
