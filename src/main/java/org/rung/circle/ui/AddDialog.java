package org.rung.circle.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.circle.Contacts;
import org.rung.circle.PersonName;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** Someone by hand: a name and a number. */
class AddDialog extends Dialog {
    private final TextField first = new TextField(getTranslation("circle.first"));
    private final TextField last = new TextField(getTranslation("circle.last"));
    private final TextField number = new TextField(getTranslation("circle.number"));

    /** @param done with false when they were there already */
    AddDialog(Contacts contacts, Actor.Member actor, Consumer<Boolean> done) {
        setHeaderTitle(getTranslation("circle.add.hand"));
        setWidth("min(460px, 94vw)");
        for (TextField name : new TextField[] {first, last}) name.setMaxLength(PersonName.LONGEST);
        first.setRequiredIndicatorVisible(true);
        number.setRequiredIndicatorVisible(true);
        number.setMaxLength(40);
        number.getElement().setAttribute("type", "tel").setAttribute("inputmode", "tel");
        number.addClassName("wide");
        Div form = new Div(first, last, number);
        form.addClassName("form");
        add(form);
        Button save = new Button(getTranslation("circle.add.save"), click -> save(contacts, actor, done));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        number.addKeyPressListener(Key.ENTER, enter -> save.click());
        getFooter().add(new Button(getTranslation("circle.cancel"), click -> close()), save);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) first.focus();
        });
    }

    private void save(Contacts contacts, Actor.Member actor, Consumer<Boolean> done) {
        first.setInvalid(false);
        number.setInvalid(false);
        try {
            boolean added = contacts.add(actor, new PersonName(first.getValue(), last.getValue()), number.getValue());
            close();
            done.accept(added);
        } catch (Problem problem) {
            TextField field = problem instanceof Problem.Invalid invalid
                            && invalid.field().equals("firstName")
                    ? first
                    : number;
            field.setErrorMessage(Sentences.of(problem));
            field.setInvalid(true);
            field.focus();
        }
    }
}
