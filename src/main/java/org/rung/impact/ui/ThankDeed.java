package org.rung.impact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.Optional;
import org.rung.accounts.Member;
import org.rung.accounts.MemberDeed;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.impact.Thanks;

/** Thanking someone from the page of the members. */
@org.springframework.stereotype.Component
class ThankDeed implements MemberDeed {
    private final Thanks thanks;

    ThankDeed(Thanks thanks) {
        this.thanks = thanks;
    }

    @Override
    public Optional<Component> offer(Actor.Member actor, Member member) {
        if (member.suspendedAt().isPresent() || !thanks.mayThank(actor, member.memberId())) return Optional.empty();
        Button thank = new Button(
                Sentences.of(Sentence.of("impact.thank")), click -> new ThankDialog(thanks, actor, member).open());
        thank.setAriaLabel(Sentences.of(Sentence.of("impact.thank.whom", member.name())));
        return Optional.of(thank);
    }
}
