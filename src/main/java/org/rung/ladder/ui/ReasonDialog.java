package org.rung.ladder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;

/** Asks for a decision and why; a refusal is shown where it can be answered. */
abstract class ReasonDialog extends Dialog {
    final TextArea reason = new TextArea();
    final Div fields = new Div();
    private final Div problem = new Div();
    private boolean required = true;

    ReasonDialog(String titleKey, String saveKey) {
        setHeaderTitle(getTranslation(titleKey));
        setWidth("min(460px, 94vw)");
        reason.setLabel(getTranslation("ladder.reason.label"));
        reason.setMaxLength(320);
        reason.setRequiredIndicatorVisible(true);
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        fields.addClassName("form");
        fields.add(reason, problem);
        add(fields);
        Button ok = new Button(getTranslation(saveKey), click -> decide());
        ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("ladder.cancel"), click -> close()), ok);
    }

    final void optional() {
        required = false;
    }

    private void decide() {
        if (required && reason.getValue().isBlank()) {
            reason.setInvalid(true);
            reason.setErrorMessage(getTranslation("ladder.reason.missing"));
            reason.focus();
            return;
        }
        try {
            save();
            close();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
        }
    }

    abstract void save();
}
