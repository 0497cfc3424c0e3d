package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.giving.MoneyText;
import org.rung.payments.StandingGift;
import org.rung.payments.StandingGifts;

/** Another amount every month. */
class StandingAmountDialog extends Dialog {
    private final TextField amount;

    StandingAmountDialog(StandingGifts standings, Actor actor, StandingGift gift, Runnable done) {
        setHeaderTitle(say("payments.online.change.do"));
        setWidth("min(420px, 94vw)");
        amount = new TextField(say("payments.online.amount", gift.currency()));
        amount.setValue(MoneyText.decimal(gift.minor(), gift.currency()).toPlainString());
        amount.setMaxLength(20);
        amount.setWidthFull();
        Button save = new Button(say("payments.online.change.do"), click -> {
            try {
                standings.change(
                        actor,
                        gift.standingGiftId(),
                        MoneyText.read(amount.getValue(), gift.currency()).minor());
                close();
                done.run();
            } catch (Problem refused) {
                amount.setErrorMessage(Sentences.of(refused));
                amount.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(amount);
        getFooter().add(new Button(say("payments.online.cancel"), click -> close()), save);
    }

    @Override
    public void open() {
        super.open();
        amount.focus();
    }
}
