package org.rung.texting.ui;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;
import org.rung.texting.ConversationRow;
import org.rung.texting.OpenConversation;
import org.rung.texting.RowMark;

/** What rooms above show of conversations. */
@org.springframework.stereotype.Component
class Looks {
    private final List<ConversationPart> parts;
    private final List<RowMark> marks;

    Looks(List<ConversationPart> parts, List<RowMark> marks) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(ConversationPart::order))
                .toList();
        this.marks = marks;
    }

    List<ConversationPart> parts() {
        return parts;
    }

    List<ConversationPart.Look> of(Actor.Member actor, OpenConversation open) {
        return parts.stream()
                .map(part -> part.look(actor, open))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of rows that wait: why, where one of the rooms says so. */
    Map<ConversationId, String> marks(Actor actor, List<ConversationRow> rows) {
        List<ConversationId> waiting = rows.stream()
                .filter(row -> row.waitingSince().isPresent())
                .map(ConversationRow::conversationId)
                .toList();
        Map<ConversationId, String> said = new HashMap<>();
        if (!waiting.isEmpty()) {
            marks.forEach(mark -> mark.of(actor.organization(), waiting)
                    .forEach((conversation, why) -> said.put(conversation, Sentences.of(why))));
        }
        return said;
    }
}
