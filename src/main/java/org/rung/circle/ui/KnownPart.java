package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.circle.KnownPeople;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;

/** That one knows whom one is talking to: said in the menu, seen as a chip. */
@org.springframework.stereotype.Component
class KnownPart implements ConversationPart {
    private final KnownPeople people;

    KnownPart(KnownPeople people) {
        this.people = people;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Look> look(Actor.Member actor, OpenConversation open) {
        boolean theirs = open.readOnly()
                .filter(why -> why != OpenConversation.ReadOnly.CLOSED)
                .isEmpty();
        if (!theirs || !actor.may(Permission.TEXT)) return Optional.empty();
        var conversation = open.conversation().conversationId();
        return Optional.of(new Known(people, actor, conversation, people.knows(actor, conversation)));
    }

    record Known(KnownPeople people, Actor.Member actor, ConversationId conversationId, boolean known)
            implements ConversationPart.Look {

        @Override
        public Optional<Component> chip() {
            if (!known) return Optional.empty();
            Span chip = new Span(Sentences.of(Sentence.of("circle.known")));
            chip.addClassNames("chip", "good");
            return Optional.of(chip);
        }

        @Override
        public List<ConversationPart.Deed> deeds(Runnable refresh) {
            return List.of(
                    known
                            ? deed(
                                    "circle.known.takeBack",
                                    "circle.known.takenBack",
                                    refresh,
                                    () -> people.takeBack(actor, conversationId))
                            : deed(
                                    "circle.known.say",
                                    "circle.known.said",
                                    refresh,
                                    () -> people.say(actor, conversationId)));
        }

        private static ConversationPart.Deed deed(String words, String done, Runnable refresh, Runnable act) {
            return new ConversationPart.Deed(Sentences.of(Sentence.of(words)), () -> {
                act.run();
                refresh.run();
                Notification.show(Sentences.of(Sentence.of(done)), 4_000, Notification.Position.TOP_CENTER);
            });
        }
    }
}
