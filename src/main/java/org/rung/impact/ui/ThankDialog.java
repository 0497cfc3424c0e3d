package org.rung.impact.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import org.rung.accounts.Member;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.impact.Thanks;

/** Thank you, in one's own words. */
class ThankDialog extends Dialog {
    ThankDialog(Thanks thanks, Actor.Member actor, Member member) {
        setHeaderTitle(getTranslation("impact.thank.whom", member.name()));
        setWidth("min(480px, 94vw)");
        TextArea words = new TextArea(getTranslation("impact.thank.words"));
        words.setPlaceholder(getTranslation("impact.thank.example"));
        words.setMaxLength(Thanks.LONGEST);
        words.setMinRows(3);
        words.setWidthFull();
        Paragraph line = new Paragraph(getTranslation("impact.thank.line"));
        line.addClassNames("small", "muted");
        Div body = new Div(words, line);
        body.addClassName("col");
        add(body);
        Button send = new Button(getTranslation("impact.thank.send"), click -> {
            try {
                thanks.say(actor, member.memberId(), words.getValue());
                close();
                Notification.show(
                        getTranslation("impact.thank.sent", member.name()), 4_000, Notification.Position.BOTTOM_CENTER);
            } catch (Problem problem) {
                words.setErrorMessage(Sentences.of(problem));
                words.setInvalid(true);
                words.focus();
            }
        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("impact.cancel"), click -> close()), send);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) words.focus();
        });
    }
}
