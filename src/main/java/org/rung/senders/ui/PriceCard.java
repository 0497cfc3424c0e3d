package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Problem;
import org.rung.senders.SegmentPrice;
import org.rung.senders.Senders;

/** What texts cost here, so that a campaign's plan says what it will cost. */
class PriceCard extends Div {
    private final Senders senders;
    private final SignedIn signedIn;
    private final BigDecimalField segment = new BigDecimalField(getTranslation("senders.price.segment"));
    private final BigDecimalField picture = new BigDecimalField(getTranslation("senders.price.picture"));
    private final TextField currency = new TextField(getTranslation("senders.price.currency"));

    PriceCard(Senders senders, SignedIn signedIn) {
        this.senders = senders;
        this.signedIn = signedIn;
        addClassNames("card", "col");
        segment.setPlaceholder("0.0083");
        segment.setHelperText(getTranslation("senders.price.segment.help"));
        picture.setPlaceholder("0.03");
        picture.setHelperText(getTranslation("senders.price.picture.help"));
        currency.setMaxLength(3);
        currency.setValue("USD");
        senders.price(signedIn.actor().organization()).ifPresent(now -> {
            segment.setValue(units(now.millionths()));
            now.picture().ifPresent(millionths -> picture.setValue(units(millionths)));
            currency.setValue(now.currency());
        });
        Div actions = new Div(new Button(getTranslation("senders.price.save"), click -> save()));
        actions.addClassName("actions");
        Div fields = new Div(segment, picture, currency, actions);
        fields.addClassName("form");
        add(
                new H2(getTranslation("senders.price.title")),
                SendersView.muted(getTranslation("senders.price.line")),
                fields);
    }

    private void save() {
        segment.setInvalid(segment.getValue() == null);
        segment.setErrorMessage(getTranslation("senders.price.missing"));
        if (segment.isInvalid()) {
            segment.focus();
            return;
        }
        try {
            senders.price(
                    signedIn.actor(),
                    new SegmentPrice(
                            millionths(segment.getValue()),
                            currency.getValue().strip().toUpperCase(Locale.ROOT),
                            Optional.ofNullable(picture.getValue()).map(PriceCard::millionths)));
            Notices.good(getTranslation("senders.price.saved"));
        } catch (Problem problem) {
            Notices.bad(problem);
        }
    }

    private static BigDecimal units(int millionths) {
        return BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    }

    /** What is far out of any price stays far out of it. */
    private static int millionths(BigDecimal units) {
        BigDecimal bounded = units.max(BigDecimal.ONE.negate()).min(BigDecimal.valueOf(1000));
        return bounded.movePointRight(6).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
