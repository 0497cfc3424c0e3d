package org.rung.compliance.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.compliance.DoNotText;
import org.rung.compliance.SuppressionChoices;
import org.rung.consent.Suppression;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.springframework.stereotype.Component;

/** A conversation shows what the do-not-text list has against its number, and whoever may act there puts it on the list. */
@Component
class SuppressionPart implements ConversationPart {
    private final DoNotText doNotText;
    private final SuppressionChoices choices;
    private final Clock clock;

    SuppressionPart(DoNotText doNotText, SuppressionChoices choices, Clock clock) {
        this.doNotText = doNotText;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Look> look(Actor.Member actor, OpenConversation open) {
        var now = clock.instant();
        List<Suppression> entries = doNotText
                .of(actor, List.of(open.conversation().phone()))
                .stream()
                .filter(entry -> !entry.over(now))
                .toList();
        return Optional.of(new SuppressionLook(
                doNotText,
                choices,
                actor,
                open.conversation().conversationId(),
                open.conversation().campaign(),
                open.zone(),
                entries,
                doNotText.campaigns(actor, entries),
                open.readOnly().isEmpty()
                        || open.readOnly()
                                .filter(why -> why == OpenConversation.ReadOnly.FIRST_TEXT)
                                .isPresent()));
    }
}
