package org.rung.saved.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;

/** Asks for the name of a filter; what is wrong with it is said there. */
class NameDialog extends Dialog {
    NameDialog(String title, String before, Consumer<String> done) {
        setHeaderTitle(title);
        setWidth("min(460px, 92vw)");
        var name = new TextField(getTranslation("saved.name"));
        name.setMaxLength(120);
        name.setWidthFull();
        name.setValue(before);
        name.setAutofocus(true);
        var save = new Button(getTranslation("saved.keep"), click -> {
            try {
                done.accept(name.getValue());
                close();
            } catch (Problem wrong) {
                name.setInvalid(true);
                name.setErrorMessage(Sentences.of(wrong));
                name.focus();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(name);
        getFooter().add(new Button(getTranslation("saved.cancel"), click -> close()), save);
    }
}
