package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.Consumer;
import org.rung.accounts.FieldWords;

/** Takes a new auth token; the stored one is never shown. */
class TokenDialog extends Dialog {
    TokenDialog(Consumer<String> rotate) {
        setHeaderTitle(getTranslation("senders.sender.rotate"));
        PasswordField token = FieldWords.in(new PasswordField(getTranslation("senders.sender.token")));
        token.getElement().setAttribute("autocomplete", "off");
        token.setWidthFull();
        Button keep = new Button(getTranslation("senders.sender.rotate.keep"));
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        keep.addClickListener(click -> {
            close();
            rotate.accept(token.getValue());
        });
        Button cancel = new Button(getTranslation("senders.cancel"), click -> close());
        add(new Paragraph(getTranslation("senders.sender.rotate.lead")), token);
        getFooter().add(cancel, keep);
    }
}
