package org.rung.followups.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.followups.ComingBack;
import org.rung.followups.FollowUpPaths;
import org.rung.followups.FollowUps;
import org.rung.texting.HomeCard;
import org.rung.texting.HomePart;

/** How many come back, and the next of them; nothing where none does. */
@org.springframework.stereotype.Component
class ComingBackPart implements HomePart {
    private final FollowUps followUps;

    ComingBackPart(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public int order() {
        return BEHIND_WORK + 5;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        if (!actor.may(Permission.TEXT)) return Optional.empty();
        return Stream.concat(
                        followUps.mine(actor, Page.Wanted.first(1)).rows().stream(),
                        actor.may(Permission.REPLY_TO_ANYONE)
                                ? followUps.ofInbox(actor, Page.Wanted.first(1)).rows().stream()
                                : Stream.<ComingBack>empty())
                .min(Comparator.comparing(one -> one.followUp().returnsAt()))
                .map(next -> {
                    Anchor way = new Anchor(
                            "/" + FollowUpPaths.COMING_BACK, Sentences.of(Sentence.of("followups.home.look")));
                    way.addClassNames("btn", "ghost");
                    return new HomeCard(
                            Sentences.of(Sentence.of("followups.count", followUps.count(actor))),
                            Sentences.of(Sentence.of(
                                    "followups.home.next",
                                    Rows.name(next.conversation()),
                                    Days.said(next.followUp().day()))),
                            way);
                });
    }
}
