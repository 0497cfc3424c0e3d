package org.rung.accounts.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.EmailAddress;
import org.rung.accounts.OwnAccount;
import org.rung.accounts.Way;
import org.rung.accounts.codes.Asked;
import org.rung.common.Problem;

/** Another e-mail: proved by a code, or where no mail leaves, by the password. */
class EmailDialog extends ProveDialog {
    private final EmailField email = new EmailField(getTranslation("accounts.account.email.new"));
    private final OwnAccount own;
    private final boolean mailed;

    EmailDialog(Parts parts, OwnAccount own) {
        super(parts);
        this.own = own;
        mailed = parts.proofs().open(Way.EMAIL);
        setHeaderTitle(getTranslation("accounts.account.email.change"));
        email.setAutocomplete(Autocomplete.EMAIL);
        email.setWidthFull();
        if (!mailed) nextReads(getTranslation("accounts.save"));
        begin(email);
        email.focus();
    }

    @Override
    Optional<Asked> ask(AccountId accountId, String password) {
        email.setInvalid(false);
        var wanted = new EmailAddress(email.getValue());
        if (mailed) return Optional.of(parts.proofs().ask(accountId, wanted, password, parts.address()));
        own.changeEmail(accountId, wanted, password, parts.address());
        return Optional.empty();
    }

    @Override
    void take(AccountId accountId, Asked asked, String digits) {
        parts.proofs().email(accountId, asked, digits, parts.address());
    }

    @Override
    void wrongAddress(Problem.Invalid why) {
        email.setErrorMessage(getTranslation("accounts.email.invalid"));
        email.setInvalid(true);
        email.focus();
    }

    @Override
    String sentTo() {
        return email.getValue().strip();
    }
}
