package org.rung.merging.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.merging.MergeId;
import org.rung.merging.Merges;
import org.rung.people.PeoplePaths;
import org.rung.people.SupporterId;

/** Says that two are one now, and takes it back for whoever sees at once that they are not. */
class UndoNotice {
    private static final int MILLIS = 15_000;

    private final Notification told = new Notification();

    UndoNotice(Merges merges, Actor.Member actor, MergeId merge, SupporterId gone) {
        var reader = UI.getCurrent();
        var undo = new Button(reader.getTranslation("merging.undo"), click -> {
            told.close();
            try {
                merges.undo(actor, merge);
                Notification.show(reader.getTranslation("merging.undone"), 5_000, Notification.Position.BOTTOM_START);
                reader.navigate(PeoplePaths.supporter(gone));
            } catch (Problem late) {
                Notification.show(Sentences.of(late), 6_000, Notification.Position.TOP_CENTER);
            }
        });
        undo.addThemeVariants(ButtonVariant.SMALL);
        var body = new Div(new Span(reader.getTranslation("merging.merged")), undo);
        body.addClassNames("row", "merge-told");
        told.add(body);
        told.setDuration(MILLIS);
        told.setPosition(Notification.Position.BOTTOM_START);
    }

    void open() {
        told.open();
    }
}
