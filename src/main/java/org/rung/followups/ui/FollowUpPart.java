package org.rung.followups.ui;

import java.time.Clock;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.followups.FollowUps;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.springframework.stereotype.Component;

/** For whoever may answer a conversation. */
@Component
class FollowUpPart implements ConversationPart {
    private final FollowUps followUps;
    private final Clock clock;

    FollowUpPart(FollowUps followUps, Clock clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Look> look(Actor.Member actor, OpenConversation open) {
        if (open.readOnly().isPresent()) return Optional.empty();
        var conversation = open.conversation().conversationId();
        return Optional.of(new FollowUpLook(
                followUps, clock, actor, conversation, open.zone(), followUps.of(actor, conversation)));
    }
}
