package org.rung.circle.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.rung.accounts.Sentences;
import org.rung.circle.Contact;
import org.rung.circle.Contacts;
import org.rung.circle.PersonName;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** By what name the organization is to know them: one's own list may call them Mum. */
class ShareDialog extends Dialog {
    ShareDialog(Contacts contacts, Actor.Member actor, Contact contact, Runnable done) {
        setHeaderTitle(getTranslation("circle.share.title", contact.name().whole()));
        setWidth("min(460px, 94vw)");
        TextField first = new TextField(getTranslation("circle.first"));
        TextField last = new TextField(getTranslation("circle.last"));
        first.setValue(contact.name().first());
        last.setValue(contact.name().last());
        first.setRequiredIndicatorVisible(true);
        for (TextField name : new TextField[] {first, last}) name.setMaxLength(PersonName.LONGEST);
        Div form = new Div(first, last);
        form.addClassName("form");
        Div body = new Div(new Paragraph(getTranslation("circle.share.line")), form);
        body.addClassName("col");
        add(body);
        Button share = new Button(getTranslation("circle.share"), click -> {
            try {
                contacts.share(actor, contact.contactId(), new PersonName(first.getValue(), last.getValue()));
                close();
                done.run();
            } catch (Problem problem) {
                first.setErrorMessage(Sentences.of(problem));
                first.setInvalid(true);
                first.focus();
            }
        });
        share.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("circle.cancel"), click -> close()), share);
    }
}
