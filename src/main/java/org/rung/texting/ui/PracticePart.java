package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.practice.Practices;
import org.rung.texting.FirstBatches;
import org.rung.texting.HomeCard;
import org.rung.texting.HomePart;
import org.rung.texting.TextingPaths;

/** Offers practice to texters before their first batch; others find it where it is told how this works. */
@org.springframework.stereotype.Component
class PracticePart implements HomePart {
    private final Practices practices;
    private final FirstBatches batches;

    PracticePart(Practices practices, FirstBatches batches) {
        this.practices = practices;
        this.batches = batches;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        if (actor.may(Permission.RUN_CAMPAIGNS) || !batches.ahead(actor) || practices.done(actor)) {
            return Optional.empty();
        }
        Anchor way = new Anchor("/" + TextingPaths.PRACTICE, Sentences.of(Sentence.of("practice.home.do")));
        way.addClassNames("btn", "ghost");
        return Optional.of(new HomeCard(
                Sentences.of(Sentence.of("practice.home")), Sentences.of(Sentence.of("practice.home.line")), way));
    }
}
