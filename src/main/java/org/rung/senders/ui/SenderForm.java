package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Predicate;
import org.rung.accounts.FieldWords;
import org.rung.common.Problem;
import org.rung.senders.SenderDraft;

/** Connects a Twilio number or messaging service. */
class SenderForm extends Div {
    /** What was typed; becomes a draft, or says which field is wrong. */
    record Filled(String accountSid, String token, String address, String label, boolean providerAnswersStop) {
        SenderDraft draft() {
            return new SenderDraft(accountSid, token, address, label, providerAnswersStop);
        }
    }

    private final TextField label = new TextField(getTranslation("senders.sender.label"));
    private final TextField account = new TextField(getTranslation("senders.sender.account"));
    private final PasswordField token = FieldWords.in(new PasswordField(getTranslation("senders.sender.token")));
    private final TextField address = new TextField(getTranslation("senders.sender.address"));
    private final Checkbox answers = new Checkbox(getTranslation("senders.sender.provider-answers"));

    SenderForm(Predicate<Filled> add) {
        addClassNames("card", "col");
        account.setPlaceholder("AC…");
        account.setHelperText(getTranslation("senders.sender.account.help"));
        token.setHelperText(getTranslation("senders.sender.token.help"));
        token.getElement().setAttribute("autocomplete", "off");
        address.setPlaceholder("+15105550132 / MG…");
        address.setHelperText(getTranslation("senders.sender.address.help"));
        answers.setHelperText(getTranslation("senders.sender.provider-answers.help"));
        answers.addClassName("wide");
        Button connect = new Button(getTranslation("senders.sender.connect"));
        connect.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        connect.setDisableOnClick(true);
        connect.addClickListener(click -> {
            if (valid() && add.test(filled())) {
                clear();
            }
            connect.setEnabled(true);
        });
        Div actions = new Div(connect);
        actions.addClassName("actions");
        Div fields = new Div(label, address, account, token, answers, actions);
        fields.addClassName("form");
        add(new H2(getTranslation("senders.sender.add")), fields);
    }

    private Filled filled() {
        return new Filled(
                account.getValue(), token.getValue(), address.getValue(), label.getValue(), answers.getValue());
    }

    private boolean valid() {
        account.setInvalid(false);
        token.setInvalid(false);
        address.setInvalid(false);
        label.setInvalid(false);
        try {
            filled().draft();
            return true;
        } catch (Problem.Invalid wrong) {
            String field = wrong.field();
            switch (field) {
                case "accountSid" -> {
                    account.setErrorMessage(getTranslation("senders.sender.account.wrong"));
                    account.setInvalid(true);
                    account.focus();
                }
                case "token" -> {
                    token.setErrorMessage(getTranslation("senders.sender.token.wrong"));
                    token.setInvalid(true);
                    token.focus();
                }
                case "address" -> {
                    address.setErrorMessage(getTranslation("senders.sender.address.wrong"));
                    address.setInvalid(true);
                    address.focus();
                }
                default -> {
                    label.setErrorMessage(getTranslation("senders.sender.label.wrong"));
                    label.setInvalid(true);
                    label.focus();
                }
            }
            return false;
        }
    }

    private void clear() {
        label.clear();
        account.clear();
        token.clear();
        address.clear();
        answers.clear();
    }
}
