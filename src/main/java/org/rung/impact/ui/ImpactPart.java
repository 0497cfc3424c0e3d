package org.rung.impact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.impact.ImpactPaths;
import org.rung.impact.Impacts;
import org.rung.impact.Rise;
import org.rung.texting.HomePart;

/** Whom one moved up this week; of organizers, who have other things to look at, only when there is somebody. */
@org.springframework.stereotype.Component
class ImpactPart implements HomePart {
    private final Impacts impacts;

    ImpactPart(Impacts impacts) {
        this.impacts = impacts;
    }

    @Override
    public int order() {
        return BEHIND_WORK + 40;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        if (!actor.may(Permission.TEXT)) return Optional.empty();
        List<Rise> rises = impacts.lately(actor);
        if (rises.isEmpty() && actor.may(Permission.SEE_CONVERSATIONS)) return Optional.empty();
        Div card = new RisesCard(
                Sentences.of(Sentence.of("impact.home")), Sentences.of(Sentence.of("impact.home.none")), rises);
        Anchor more = new Anchor("/" + ImpactPaths.IMPACT, Sentences.of(Sentence.of("impact.title")));
        more.addClassName("small");
        card.add(more);
        return Optional.of(card);
    }
}
