package org.rung.promises.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.asks.AskNow;
import org.rung.commitments.AskFamily;
import org.rung.commitments.Commitment;
import org.rung.common.Actor;
import org.rung.giving.MoneyText;
import org.rung.promises.Promises;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.springframework.stereotype.Component;

/** What they promised in a conversation, for all who see it; whoever may answer there says what became of it. */
@Component
class PromisePart implements ConversationPart {
    private final Promises promises;
    private final Organizations organizations;
    private final Clock clock;

    PromisePart(Promises promises, Organizations organizations, Clock clock) {
        this.promises = promises;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Look> look(Actor.Member actor, OpenConversation open) {
        var conversation = open.conversation().conversationId();
        Instant now = clock.instant();
        List<Commitment> all = promises.of(actor, conversation);
        return Optional.of(new PromiseLook(
                promises,
                actor,
                conversation,
                open.zone(),
                LocalDate.ofInstant(now, open.zone()),
                open.readOnly().isEmpty(),
                family(open),
                MoneyText.usual(organizations.get(actor.organization()).country()),
                all.stream().filter(one -> toTurn(one, now)).toList(),
                all.stream()
                        .filter(one -> one.cause()
                                .filter(cause -> cause.topic() == conversation.value())
                                .isPresent())
                        .toList()));
    }

    private static boolean toTurn(Commitment one, Instant now) {
        return one.state().open()
                || one.said()
                        && one.turnedAt()
                                .filter(at -> at.isAfter(now.minus(Promises.TAKES_BACK)))
                                .isPresent();
    }

    /** What they were asked for is what they most likely promise. */
    private static AskFamily family(OpenConversation open) {
        return open.ask()
                .filter(AskNow.Waiting.class::isInstance)
                .map(waiting -> ((AskNow.Waiting) waiting).ask().family())
                .filter(PromiseWords.OFFERED::contains)
                .orElse(AskFamily.COME);
    }
}
