package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.refused;
import static org.rung.payments.ui.PaymentWords.say;

import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.payments.GiveLinksInTalk;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.springframework.stereotype.Component;

/** "Give link…" in a conversation's menu, for whoever may answer there. */
@Component
class GiveLinkPart implements ConversationPart {
    private final GiveLinksInTalk links;

    GiveLinkPart(GiveLinksInTalk links) {
        this.links = links;
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public Optional<Look> look(Actor.Member actor, OpenConversation open) {
        return open.readOnly().isEmpty() && links.ready(actor)
                ? Optional.of(new LinkLook(links, actor, open.conversation().conversationId(), open.name()))
                : Optional.empty();
    }

    private record LinkLook(GiveLinksInTalk links, Actor.Member actor, ConversationId conversationId, String name)
            implements Look {
        @Override
        public List<Deed> deeds(Runnable refresh) {
            return List.of(new Deed(say("payments.link.menu"), this::open));
        }

        private void open() {
            try {
                new GiveLinkDialog(name, links.address(actor, conversationId), true).open();
            } catch (Problem problem) {
                refused(Sentences.of(problem));
            }
        }
    }
}
