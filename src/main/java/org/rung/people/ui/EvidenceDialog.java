package org.rung.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.rung.consent.ConsentKind;

/** Consent by hand needs to say how it was given. */
class EvidenceDialog extends Dialog {
    EvidenceDialog(ConsentKind kind, Consumer<String> confirmed) {
        setHeaderTitle(getTranslation("people.evidence.title." + kind));
        setWidth("min(480px, 92vw)");
        var words = new TextArea(getTranslation("people.evidence.words"));
        words.setPlaceholder(getTranslation("people.evidence.example." + kind));
        words.setMaxLength(1_000);
        words.setRequiredIndicatorVisible(true);
        words.setWidthFull();
        var body = new Div(new Paragraph(getTranslation("people.evidence.why." + kind)), words);
        body.addClassName("col");
        add(body);
        var confirm = new Button(getTranslation("people.evidence.confirm." + kind), click -> {
            if (words.getValue().isBlank()) {
                words.setInvalid(true);
                words.setErrorMessage(getTranslation("people.evidence.missing"));
                words.focus();
                return;
            }
            close();
            confirmed.accept(words.getValue().strip());
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("people.cancel"), click -> close()), confirm);
    }
}
