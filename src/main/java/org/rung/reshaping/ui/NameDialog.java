package org.rung.reshaping.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;

/** What a new ladder or rung is called, and what it means to be there. */
class NameDialog extends Dialog {
    private final TextField name = new TextField();
    private final TextField blurb = new TextField();
    private final transient BiConsumer<String, String> deed;

    NameDialog(String titleKey, String wordsKey, boolean withBlurb, BiConsumer<String, String> deed) {
        this.deed = deed;
        setHeaderTitle(getTranslation(titleKey));
        setWidth("min(480px, 94vw)");
        name.setLabel(getTranslation("reshaping.name"));
        name.setMaxLength(60);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        blurb.setLabel(getTranslation("reshaping.blurb"));
        blurb.setMaxLength(160);
        blurb.setVisible(withBlurb);
        var form = new Div(new Paragraph(getTranslation(wordsKey)), name, blurb);
        form.addClassName("form");
        add(form);
        var yes = new Button(getTranslation("reshaping.name.do"), click -> save());
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("reshaping.cancel"), click -> close()), yes);
    }

    private void save() {
        boolean missing = name.getValue().isBlank();
        name.setInvalid(missing);
        if (missing) {
            name.setErrorMessage(getTranslation("reshaping.name.missing"));
            name.focus();
            return;
        }
        try {
            deed.accept(name.getValue(), blurb.getValue());
            close();
        } catch (Problem refused) {
            name.setInvalid(true);
            name.setErrorMessage(Sentences.of(refused));
        }
    }
}
