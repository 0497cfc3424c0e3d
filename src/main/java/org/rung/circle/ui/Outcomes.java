package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.circle.Contact;
import org.rung.circle.TalkId;
import org.rung.circle.TalkOutcome;
import org.rung.circle.Talks;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** What came of a talk, in one tap; a slip of the thumb is taken back in another. */
class Outcomes extends Div {
    private static final int UNDO_MILLIS = 8_000;

    private final transient Talks talks;
    private final transient Actor.Member actor;
    private final transient Contact contact;
    private final transient Runnable changed;

    Outcomes(Talks talks, Actor.Member actor, Contact contact, Runnable changed) {
        this.talks = talks;
        this.actor = actor;
        this.contact = contact;
        this.changed = changed;
        addClassName("outcomes");
        getElement().setAttribute("role", "group");
        getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("circle.how", contact.name().first()));
        for (TalkOutcome outcome : TalkOutcome.values()) {
            NativeButton tap = new NativeButton(words(this, outcome), click -> tapped(outcome));
            tap.addClassName("chip");
            add(tap);
        }
    }

    static String words(Component reader, TalkOutcome outcome) {
        return reader.getTranslation("circle.outcome." + outcome);
    }

    private void tapped(TalkOutcome outcome) {
        if (outcome == TalkOutcome.WRONG_NUMBER && contact.shared()) {
            new SureDialog(
                            words(this, outcome),
                            getTranslation("circle.wrong.sure", contact.name().first()),
                            words(this, outcome),
                            getTranslation("circle.cancel"),
                            () -> log(outcome))
                    .open();
        } else {
            log(outcome);
        }
    }

    private void log(TalkOutcome outcome) {
        TalkId talk = talks.talked(actor, contact.contactId(), outcome);
        // Before this goes from the screen, and with it whom it could ask for words.
        String said = getTranslation("circle.logged", contact.name().first(), words(this, outcome));
        String undo = getTranslation("circle.undo");
        changed.run();
        Notification told = new Notification();
        Div body = new Div(new Span(said));
        body.addClassName("circle-told");
        if (outcome != TalkOutcome.WRONG_NUMBER) {
            Button back = new Button(undo, click -> {
                told.close();
                takeBack(talk);
            });
            back.addThemeVariants(ButtonVariant.SMALL);
            body.add(back);
        }
        told.add(body);
        told.setDuration(UNDO_MILLIS);
        told.setPosition(Notification.Position.BOTTOM_CENTER);
        told.open();
    }

    private void takeBack(TalkId talk) {
        try {
            talks.takeBack(actor, talk);
            changed.run();
        } catch (Problem problem) {
            Notification.show(Sentences.of(problem), UNDO_MILLIS, Notification.Position.BOTTOM_CENTER);
        }
    }
}
