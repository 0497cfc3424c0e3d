package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.circle.Talks;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.texting.HomePart;

/** Whoever went to text a friend is asked how it went, also when the phone has closed the page meanwhile. */
@org.springframework.stereotype.Component
class OpenTalkPart implements HomePart {
    private final Talks talks;

    OpenTalkPart(Talks talks) {
        this.talks = talks;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        if (!actor.may(Permission.TEXT)) return Optional.empty();
        return talks.open(actor).stream()
                .findFirst()
                .map(contact -> Parts.card(
                        Sentence.of("circle.how", contact.name().whole()),
                        Sentence.of("circle.how.line"),
                        Sentence.of("circle.how.say")));
    }
}
