package org.rung.impact.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.impact.ThankYou;
import org.rung.impact.Thanks;
import org.rung.texting.HomePart;

/** Thanks, once, before the work. */
@org.springframework.stereotype.Component
class ThanksPart implements HomePart {
    private final Thanks thanks;

    ThanksPart(Thanks thanks) {
        this.thanks = thanks;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        List<ThankYou> unread = thanks.unread(actor);
        return unread.isEmpty() ? Optional.empty() : Optional.of(new ThanksCard(thanks, actor, unread));
    }
}
