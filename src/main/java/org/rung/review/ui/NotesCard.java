package org.rung.review.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rung.common.Actor;
import org.rung.review.KindNote;
import org.rung.review.Scores;

/** One word after another about one's own conversations, until they are read. */
class NotesCard extends Div {
    private final transient Scores scores;
    private final transient Actor.Member actor;

    NotesCard(Scores scores, Actor.Member actor, List<KindNote> unread) {
        this.scores = scores;
        this.actor = actor;
        addClassNames("card", "col", "pad", "thanks-card");
        show(unread);
    }

    private void show(List<KindNote> unread) {
        removeAll();
        setVisible(!unread.isEmpty());
        if (unread.isEmpty()) return;
        KindNote first = unread.getFirst();
        String supporter = first.supporter().isBlank() ? getTranslation("review.unnamed") : first.supporter();
        add(new H2(getTranslation("review.note.title." + first.stars(), first.name(), supporter)));
        if (!first.note().isBlank()) {
            Paragraph words = new Paragraph(first.note());
            words.addClassName("review-note");
            add(words);
        }
        NativeButton read = new NativeButton(getTranslation("review.note.read"), click -> {
            scores.read(actor, first);
            show(scores.unread(actor));
        });
        read.addClassNames("btn", "good", "small");
        Div row = new Div(read);
        row.addClassNames("row", "wrap");
        if (unread.size() > 1) {
            Span more = new Span(getTranslation("review.note.more", unread.size() - 1));
            more.addClassNames("small", "muted");
            row.add(more);
        }
        add(row);
    }
}
