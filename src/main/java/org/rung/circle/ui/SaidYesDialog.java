package org.rung.circle.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.rung.accounts.Sentences;
import org.rung.circle.Contact;
import org.rung.circle.Contacts;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** They agreed to be texted: in which words. */
class SaidYesDialog extends Dialog {
    SaidYesDialog(Contacts contacts, Actor.Member actor, Contact contact, Runnable done) {
        setHeaderTitle(getTranslation("circle.yes.title", contact.name().first()));
        setWidth("min(480px, 94vw)");
        TextArea words = new TextArea(getTranslation("circle.yes.words"));
        words.setPlaceholder(getTranslation("circle.yes.example"));
        words.setMaxLength(300);
        words.setMinRows(2);
        words.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        Div body = new Div(new Paragraph(getTranslation("circle.yes.line")), words);
        body.addClassName("col");
        add(body);
        Button save = new Button(getTranslation("circle.yes.save"), click -> {
            try {
                contacts.saidYes(actor, contact.contactId(), words.getValue());
                close();
                done.run();
            } catch (Problem problem) {
                words.setErrorMessage(Sentences.of(problem));
                words.setInvalid(true);
                words.focus();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("circle.cancel"), click -> close()), save);
    }
}
