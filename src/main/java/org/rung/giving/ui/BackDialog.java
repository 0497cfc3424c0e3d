package org.rung.giving.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.rung.common.Id;
import org.rung.giving.Back;
import org.rung.giving.EntryKind;
import org.rung.giving.GiftRow;
import org.rung.giving.MoneyText;

/** Writes down that a gift went back, in part or whole. The money itself goes where it came from, by hand. */
class BackDialog extends GivingDialog {
    private final transient GivingScreens screens;
    private final transient GiftRow gift;
    private final Select<EntryKind> kind = new Select<>();
    private final TextField amount;
    private final TextField reason;
    private final String onceKey = "form:" + Long.toUnsignedString(Id.next());

    BackDialog(GivingScreens screens, GiftRow gift, Runnable done) {
        super(GivingWords.say("giving.back"), GivingWords.say("giving.back.save"), done);
        this.screens = screens;
        this.gift = gift;
        kind.setLabel(getTranslation("giving.back.what"));
        kind.setItems(EntryKind.REFUNDED, EntryKind.FAILED, EntryKind.DISPUTED, EntryKind.DISPUTE_WON);
        kind.setItemLabelGenerator(one -> getTranslation("giving.entry." + one));
        kind.setValue(EntryKind.REFUNDED);
        kind.setWidthFull();
        amount = amount(gift.currency());
        amount.setValue(MoneyText.decimal(gift.keptMinor(), gift.currency()).toPlainString());
        reason = text("giving.back.why", 320);
        fields(new Paragraph(getTranslation("giving.back.words")), kind, amount, reason);
    }

    @Override
    public void open() {
        super.open();
        amount.focus();
    }

    @Override
    void save() {
        screens.gifts()
                .became(
                        screens.actor(),
                        gift.giftId(),
                        new Back(
                                kind.getValue(),
                                MoneyText.read(amount.getValue(), gift.currency())
                                        .minor(),
                                screens.now(),
                                reason.getValue(),
                                Optional.of(onceKey)));
    }
}
