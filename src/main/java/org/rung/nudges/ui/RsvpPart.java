package org.rung.nudges.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.nudges.ConversationRsvps;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.springframework.stereotype.Component;

/** "They come to an event", for whoever may answer in the conversation. */
@Component
class RsvpPart implements ConversationPart {
    private final ConversationRsvps rsvps;

    RsvpPart(ConversationRsvps rsvps) {
        this.rsvps = rsvps;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public Optional<Look> look(Actor.Member actor, OpenConversation open) {
        return open.readOnly().isEmpty()
                ? Optional.of(new RsvpLook(
                        rsvps,
                        actor,
                        open.conversation().conversationId(),
                        rsvps.offered(actor, open.conversation().conversationId())))
                : Optional.empty();
    }

    /** offered: an answer of the script promised that they come, and to what is not said yet. */
    private record RsvpLook(ConversationRsvps rsvps, Actor.Member actor, ConversationId conversationId, boolean offered)
            implements Look {
        @Override
        public Optional<com.vaadin.flow.component.Component> notice(Runnable refresh) {
            if (!offered) return Optional.empty();
            var which = new NativeButton(Sentences.of(Sentence.of("nudges.offered.do")), click -> open(refresh));
            which.addClassName("chip");
            var notice = new Div(new Span(Sentences.of(Sentence.of("nudges.offered"))), which);
            notice.addClassNames("notice", "row", "wrap");
            return Optional.of(notice);
        }

        private void open(Runnable refresh) {
            new RsvpDialog(rsvps, actor, conversationId, refresh).open();
        }

        @Override
        public List<Deed> deeds(Runnable refresh) {
            return List.of(new Deed(Sentences.of(Sentence.of("nudges.menu")), () -> open(refresh)));
        }
    }
}
