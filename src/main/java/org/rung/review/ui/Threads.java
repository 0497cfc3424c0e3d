package org.rung.review.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.messaging.Text;
import org.rung.messaging.Texts;
import org.rung.review.Scores;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationRow;
import org.rung.texting.Conversations;
import org.rung.texting.Correspondence;

/** Threads to read beside the list. */
@org.springframework.stereotype.Component
class Threads {
    private static final int TEXTS = 60;

    private final Conversations conversations;
    private final Correspondence correspondence;
    private final Texts texts;
    private final Members members;
    private final Scores scores;
    private final SignedIn signedIn;

    Threads(
            Conversations conversations,
            Correspondence correspondence,
            Texts texts,
            Members members,
            Scores scores,
            SignedIn signedIn) {
        this.conversations = conversations;
        this.correspondence = correspondence;
        this.texts = texts;
        this.members = members;
        this.scores = scores;
        this.signedIn = signedIn;
    }

    /** What a pane shows of a conversation. */
    record Shown(
            Conversation conversation, Optional<ConversationRow> row, List<Text> texts, Map<MemberId, String> names) {}

    /** @throws org.rung.common.Problem.Missing when it is not there any more */
    Component pane(ConversationId conversation, String words, Runnable close, Runnable changed) {
        return new ThreadSide(this, signedIn.actor(), conversation, words, close, changed);
    }

    Shown read(Actor actor, ConversationId id, Optional<MessageId> before) {
        Conversation conversation = conversations.get(actor, id);
        List<Text> thread = texts.exchanged(actor.organization(), conversation.phone(), before, TEXTS);
        Set<MemberId> authors =
                thread.stream().flatMap(text -> text.author().stream()).collect(Collectors.toSet());
        return new Shown(
                conversation,
                Optional.ofNullable(conversations.whose(actor, Set.of(id)).get(id)),
                thread,
                authors.isEmpty() ? Map.of() : members.names(actor.organization(), authors));
    }

    boolean full(List<Text> thread) {
        return thread.size() == TEXTS;
    }

    Correspondence correspondence() {
        return correspondence;
    }

    Scores scores() {
        return scores;
    }

    java.time.ZoneId zone() {
        return signedIn.organization().zone();
    }
}
