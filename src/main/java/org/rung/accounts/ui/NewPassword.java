package org.rung.accounts.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.rung.accounts.FieldWords;
import org.rung.common.Problem;

/** A password one makes up here, with the rule said before it is broken. */
class NewPassword extends PasswordField {
    NewPassword() {
        FieldWords.in(this);
        setLabel(getTranslation("accounts.password"));
        setHelperText(getTranslation("accounts.password.rule"));
        setAutocomplete(Autocomplete.NEW_PASSWORD);
        setRequiredIndicatorVisible(true);
        setWidthFull();
    }

    /** Shows the reason at the field. */
    void refuse(Problem.Invalid invalid) {
        setInvalid(true);
        setErrorMessage(getTranslation(
                invalid.sentence().key().equals("problem.password-long")
                        ? "accounts.password.long"
                        : "accounts.password.short"));
        focus();
    }
}
