package org.rung.accounts.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.codes.Asked;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;

/** A mobile number, proved by a text. */
class MobileDialog extends ProveDialog {
    private final TextField number = new TextField(getTranslation("accounts.account.mobile"));

    MobileDialog(Parts parts) {
        super(parts);
        setHeaderTitle(getTranslation("accounts.account.mobile"));
        number.setAutocomplete(Autocomplete.TEL);
        number.getElement().setAttribute("inputmode", "tel");
        number.setHelperText(getTranslation("accounts.account.mobile.why"));
        number.setWidthFull();
        begin(number);
        number.focus();
    }

    private PhoneNumber read() {
        return PhoneNumbers.read(
                number.getValue(), parts.signedIn().organization().country());
    }

    @Override
    Optional<Asked> ask(AccountId accountId, String password) {
        number.setInvalid(false);
        return Optional.of(parts.proofs().ask(accountId, read(), password, parts.address()));
    }

    @Override
    void take(AccountId accountId, Asked asked, String digits) {
        parts.proofs().mobile(accountId, asked, digits, parts.address());
    }

    @Override
    void wrongAddress(Problem.Invalid why) {
        number.setErrorMessage(getTranslation("accounts.account.mobile.invalid"));
        number.setInvalid(true);
        number.focus();
    }

    @Override
    String sentTo() {
        return PhoneNumbers.national(read());
    }
}
