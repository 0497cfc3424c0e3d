package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.rung.accounts.SureDialog;
import org.rung.circle.Contact;
import org.rung.circle.OwnWords;
import org.rung.circle.SmsLink;
import org.rung.common.PhoneNumbers;

/** All that one can do with someone one knows: text them from one's own phone, say how it went, share them, let them go. */
class ContactDialog extends Dialog {
    private final transient Circle circle;
    private final transient Contact contact;
    private final transient Runnable changed;

    /** @param changed after anything that the list shows */
    ContactDialog(Circle circle, Contact contact, Runnable changed) {
        this.circle = circle;
        this.contact = contact;
        this.changed = changed;
        setHeaderTitle(contact.name().whole());
        setWidth("min(520px, 94vw)");
        Div body = new Div(texting(), talked(), organization());
        body.addClassName("circle-dialog");
        add(body);
        Button forget = new Button(getTranslation("circle.forget"), click -> sureToForget());
        forget.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        getFooter().add(forget, new Button(getTranslation("circle.close"), click -> close()));
    }

    private Section texting() {
        TextArea words = new TextArea(getTranslation("circle.text.words"));
        words.setMaxLength(OwnWords.LONGEST);
        words.setMinRows(3);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValue(circle.words().filled(circle.actor(), circle.proposed(this), contact.name()));
        Anchor messages = new Anchor();
        messages.setText(getTranslation("circle.text.open"));
        messages.addClassNames("btn", "wide");
        messages.setRouterIgnore(true);
        Runnable aim = () -> messages.getElement().setAttribute("href", SmsLink.to(contact.phone(), words.getValue()));
        aim.run();
        words.addValueChangeListener(change -> aim.run());
        messages.getElement().addEventListener("click", click -> {
            circle.talks().leave(circle.actor(), contact.contactId());
            close();
            changed.run();
        });
        return section(
                "circle.text", muted("circle.text.line", PhoneNumbers.national(contact.phone())), words, messages);
    }

    private Section talked() {
        return section("circle.how.title", new Outcomes(circle.talks(), circle.actor(), contact, () -> {
            close();
            changed.run();
        }));
    }

    private Section organization() {
        Div actions = new Div();
        actions.addClassName("actions");
        if (!contact.shared()) {
            actions.add(new Button(
                    getTranslation("circle.share"),
                    click -> new ShareDialog(circle.contacts(), circle.actor(), contact, this::done).open()));
        }
        actions.add(new Button(
                getTranslation("circle.yes"),
                click -> new SaidYesDialog(circle.contacts(), circle.actor(), contact, this::done).open()));
        return section(
                "circle.organization",
                muted(
                        contact.shared() ? "circle.shared.line" : "circle.mine.line",
                        contact.name().first()),
                actions);
    }

    private void done() {
        close();
        changed.run();
    }

    private void sureToForget() {
        new SureDialog(
                        getTranslation("circle.forget"),
                        getTranslation(
                                contact.shared() ? "circle.forget.shared" : "circle.forget.mine",
                                contact.name().whole()),
                        getTranslation("circle.forget"),
                        getTranslation("circle.cancel"),
                        () -> {
                            circle.contacts().forget(circle.actor(), contact.contactId());
                            done();
                        })
                .open();
    }

    private Section section(String title, Component... inside) {
        Section section = new Section(new H3(getTranslation(title)));
        section.add(inside);
        return section;
    }

    private Paragraph muted(String key, String about) {
        Paragraph line = new Paragraph(getTranslation(key, about));
        line.addClassNames("small", "muted");
        return line;
    }
}
