package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import org.rung.accounts.Sentences;
import org.rung.circle.CirclePaths;
import org.rung.common.Sentence;
import org.rung.texting.HomeCard;

/** This room's cards on the home. */
final class Parts {
    private Parts() {}

    static Component card(Sentence title, Sentence line, Sentence way) {
        Anchor there = new Anchor("/" + CirclePaths.PEOPLE, Sentences.of(way));
        there.addClassNames("btn", "ghost");
        return new HomeCard(Sentences.of(title), Sentences.of(line), there);
    }
}
