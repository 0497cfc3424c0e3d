package org.rung.giving.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Optional;
import org.rung.accounts.FieldWords;
import org.rung.common.Id;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.giving.GiftDraft;
import org.rung.giving.GiftWay;
import org.rung.giving.Giver;
import org.rung.giving.MoneyText;
import org.rung.people.SupporterId;

/** Writes down a gift that came by hand; without a supporter, whoever gave it is looked for by what is written of them. */
class GiftDialog extends GivingDialog {
    private final transient GivingScreens screens;
    private final transient Optional<SupporterId> supporterId;
    private final String currency;
    private final TextField amount;
    private final Select<GiftWay> way = new Select<>();
    private final DatePicker day = FieldWords.in(new DatePicker());
    private final TextField first;
    private final TextField last;
    private final TextField email;
    private final TextField phone;
    private final TextField note;
    /** One dialog is one gift, however often its button is pressed. */
    private final String onceKey = "form:" + Long.toUnsignedString(Id.next());

    GiftDialog(GivingScreens screens, Optional<SupporterId> supporterId, Runnable done) {
        super(GivingWords.say("giving.record"), GivingWords.say("giving.record.save"), done);
        this.screens = screens;
        this.supporterId = supporterId;
        currency = screens.currency();
        amount = amount(currency);
        LocalDate today = LocalDate.ofInstant(screens.now(), screens.zone());
        day.setLabel(getTranslation("giving.day"));
        day.setMax(today);
        day.setValue(today);
        day.setWidthFull();
        way.setLabel(getTranslation("giving.way"));
        way.setItems(GiftWay.values());
        way.setItemLabelGenerator(one -> getTranslation("giving.way." + one));
        way.setValue(GiftWay.CASH);
        way.setWidthFull();
        first = text("giving.first", 80);
        last = text("giving.last", 80);
        email = text("giving.email", 254);
        phone = text("giving.phone", 60);
        note = text("giving.note", GiftDraft.LONGEST_NOTE);
        fields(amount, pair(way, day));
        if (supporterId.isEmpty()) {
            email.setHelperText(getTranslation("giving.giver.help"));
            fields(pair(first, last), pair(phone, email));
        }
        fields(note);
    }

    private static Div pair(com.vaadin.flow.component.Component one, com.vaadin.flow.component.Component other) {
        Div pair = new Div(one, other);
        pair.addClassName("giving-pair");
        return pair;
    }

    @Override
    public void open() {
        super.open();
        amount.focus();
    }

    @Override
    void save() {
        LocalDate when =
                Optional.ofNullable(day.getValue()).orElseThrow(() -> new Problem.Invalid("day", "problem.needed"));
        Giver giver = new Giver(
                first.getValue(),
                last.getValue(),
                email.getValue(),
                phone.getValue().isBlank()
                        ? Optional.empty()
                        : Optional.of(PhoneNumbers.read(phone.getValue(), screens.country())));
        screens.gifts()
                .record(
                        screens.actor(),
                        new GiftDraft(
                                        supporterId,
                                        giver,
                                        MoneyText.read(amount.getValue(), currency),
                                        way.getValue(),
                                        GivingWords.when(when, screens.now(), screens.zone()),
                                        note.getValue())
                                .once(onceKey));
    }
}
