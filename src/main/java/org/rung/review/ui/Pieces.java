package org.rung.review.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import org.rung.review.Excerpt;

/** Words with those marked that were looked for. */
class Pieces extends Span {
    Pieces(Excerpt excerpt) {
        excerpt.pieces().forEach(piece -> add(piece.found() ? new Mark(piece.text()) : new Text(piece.text())));
    }

    @Tag("mark")
    static class Mark extends HtmlContainer {
        Mark(String words) {
            setText(words);
        }
    }
}
