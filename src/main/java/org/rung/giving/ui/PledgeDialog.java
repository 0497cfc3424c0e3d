package org.rung.giving.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.common.Id;
import org.rung.giving.MoneyText;
import org.rung.giving.Pledges;
import org.rung.people.SupporterId;

/** Writes down what someone promised to give, and until when. */
class PledgeDialog extends GivingDialog {
    private final transient GivingScreens screens;
    private final transient SupporterId supporterId;
    private final TextField amount;
    private final DatePicker day = FieldWords.in(new DatePicker());
    private final TextField note;
    private final String onceKey = "form:" + Long.toUnsignedString(Id.next());

    PledgeDialog(GivingScreens screens, SupporterId supporterId, Runnable done) {
        super(GivingWords.say("giving.pledge"), GivingWords.say("giving.pledge.save"), done);
        this.screens = screens;
        this.supporterId = supporterId;
        amount = amount(screens.currency());
        LocalDate today = LocalDate.ofInstant(screens.now(), screens.zone());
        day.setLabel(getTranslation("giving.pledge.day"));
        day.setMin(today);
        day.setMax(today.plusDays(Pledges.FARTHEST));
        day.setWidthFull();
        note = text("giving.note", 300);
        fields(amount, day, note);
    }

    @Override
    public void open() {
        super.open();
        amount.focus();
    }

    @Override
    void save() {
        screens.pledges()
                .promise(
                        screens.actor(),
                        supporterId,
                        MoneyText.read(amount.getValue(), screens.currency()),
                        Optional.ofNullable(day.getValue()),
                        note.getValue(),
                        Optional.of(onceKey));
    }
}
