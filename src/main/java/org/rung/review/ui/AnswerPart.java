package org.rung.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import java.util.UUID;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.messaging.Text;
import org.rung.texting.ConversationId;
import org.rung.texting.Correspondence;
import org.rung.texting.Draft;
import org.rung.texting.Objection;

/** An answer from here; with pictures and the script it is written on the desk. */
class AnswerPart extends Div {
    private static final int LONGEST = 1_600;

    private final transient Correspondence correspondence;
    private final transient Actor.Member actor;
    private final transient ConversationId conversation;
    private final transient Runnable sent;
    private final TextArea words;
    /** Pressed twice, the same words are one text. */
    private String request = UUID.randomUUID().toString();

    AnswerPart(
            Correspondence correspondence,
            Actor.Member actor,
            ConversationId conversation,
            String name,
            Runnable sent) {
        this.correspondence = correspondence;
        this.actor = actor;
        this.conversation = conversation;
        this.sent = sent;
        addClassNames("row", "review-answer");
        words = new TextArea();
        words.setAriaLabel(getTranslation("review.reply", name));
        words.setPlaceholder(getTranslation("review.reply", name));
        words.setMaxLength(LONGEST);
        words.setMinRows(1);
        words.setMaxRows(5);
        words.addClassName("grow");
        Button send = new Button(getTranslation("review.send"), click -> send(false));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        add(words, send);
    }

    private void send(boolean sure) {
        String body = words.getValue().strip();
        if (body.isEmpty()) {
            words.focus();
            return;
        }
        try {
            Text text = correspondence.reply(actor, conversation, new Draft(body, Optional.empty()), request, sure);
            request = UUID.randomUUID().toString();
            words.clear();
            words.setInvalid(false);
            Notification.show(
                    getTranslation(
                            text.hold()
                                            .filter(org.rung.messaging.Hold.REVIEW::equals)
                                            .isPresent()
                                    ? "review.reply.held"
                                    : "review.reply.sent"),
                    4_000,
                    Notification.Position.BOTTOM_CENTER);
            sent.run();
        } catch (Problem problem) {
            if (Objection.asks(problem)) ask(problem);
            else fail(problem);
        }
    }

    private void ask(Problem problem) {
        new SureDialog(
                        getTranslation("texting.unkind"),
                        Sentences.of(problem),
                        getTranslation("texting.unkind.send"),
                        getTranslation("texting.unkind.change"),
                        () -> send(true))
                .open();
    }

    private void fail(Problem problem) {
        words.setErrorMessage(Sentences.of(problem));
        words.setInvalid(true);
        words.focus();
    }
}
