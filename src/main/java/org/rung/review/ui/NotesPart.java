package org.rung.review.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.review.KindNote;
import org.rung.review.Scores;
import org.rung.texting.HomePart;

/** What was said of one's conversations, once, beside the thanks. */
@org.springframework.stereotype.Component
class NotesPart implements HomePart {
    private final Scores scores;

    NotesPart(Scores scores) {
        this.scores = scores;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        List<KindNote> unread = scores.unread(actor);
        return unread.isEmpty() ? Optional.empty() : Optional.of(new NotesCard(scores, actor, unread));
    }
}
