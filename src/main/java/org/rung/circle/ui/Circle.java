package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import org.rung.circle.Contacts;
import org.rung.circle.OwnWords;
import org.rung.circle.Talks;
import org.rung.common.Actor;

/** The front doors behind this room's screens, and who stands before them. */
record Circle(Contacts contacts, Talks talks, OwnWords words, Actor.Member actor) {

    /** The member's own words, or what Rung proposes. */
    String proposed(Component reader) {
        return words.get(actor).orElseGet(() -> reader.getTranslation("circle.words.proposal"));
    }
}
