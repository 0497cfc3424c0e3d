package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Predicate;
import org.rung.accounts.FieldWords;
import org.rung.common.Problem;
import org.rung.senders.Pacing;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderRates;

/** Connects a Twilio number or messaging service. */
class SenderForm extends Div {
    /** What was typed, once all of it can be. */
    record Filled(SenderDraft draft, Pacing pacing) {}

    private final TextField label = new TextField(getTranslation("senders.sender.label"));
    private final TextField account = new TextField(getTranslation("senders.sender.account"));
    private final PasswordField token = FieldWords.in(new PasswordField(getTranslation("senders.sender.token")));
    private final TextField address = new TextField(getTranslation("senders.sender.address"));
    private final Checkbox answers = new Checkbox(getTranslation("senders.sender.provider-answers"));

    private final PacingFields pacing;
    private final Details speed;

    SenderForm(SenderRates rates, Predicate<Filled> add) {
        addClassNames("card", "col");
        pacing = new PacingFields(rates);
        guess();
        address.addValueChangeListener(change -> guess());
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
            if (filled().filter(add).isPresent()) {
                clear();
            }
            connect.setEnabled(true);
        });
        Div actions = new Div(connect);
        actions.addClassName("actions");
        speed = new Details(getTranslation("senders.pacing.title"), pacing);
        speed.addClassName("wide");
        Div fields = new Div(label, address, account, token, answers, speed, actions);
        fields.addClassName("form");
        add(new H2(getTranslation("senders.sender.add")), fields);
    }

    /** What the address tells of it; an admin who knows better says so after it. */
    private void guess() {
        pacing.show(
                SenderDraft.pacing(address.getValue().strip()),
                SenderDraft.kinds(address.getValue().strip()));
    }

    /** Empty when something is wrong, which is said at its field. */
    private Optional<Filled> filled() {
        account.setInvalid(false);
        token.setInvalid(false);
        address.setInvalid(false);
        label.setInvalid(false);
        pacing.clearErrors();
        try {
            var draft = new SenderDraft(
                    account.getValue(), token.getValue(), address.getValue(), label.getValue(), answers.getValue());
            return Optional.of(new Filled(draft, pacing.pacing()));
        } catch (Problem.Invalid wrong) {
            if (pacing.tell(wrong)) {
                speed.setOpened(true);
                return Optional.empty();
            }
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
            return Optional.empty();
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
