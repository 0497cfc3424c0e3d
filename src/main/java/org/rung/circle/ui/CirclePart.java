package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.circle.Contacts;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.texting.HomePart;

/** The way to one's own people. */
@org.springframework.stereotype.Component
class CirclePart implements HomePart {
    private final Contacts contacts;

    CirclePart(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public int order() {
        return BEHIND_WORK + 30;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        if (!actor.may(Permission.TEXT)) return Optional.empty();
        int count = contacts.count(actor);
        return Optional.of(
                count == 0
                        ? Parts.card(
                                Sentence.of("circle.home"),
                                Sentence.of("circle.home.line"),
                                Sentence.of("circle.home.add"))
                        : Parts.card(
                                Sentence.of("circle.count", count),
                                Sentence.of("circle.home.first"),
                                Sentence.of("circle.title")));
    }
}
