package org.rung.asks.ui;

import com.vaadin.flow.i18n.I18NProvider;
import org.rung.asks.Chance;

/** How people answer such an ask, in words. */
final class ChanceWords {
    private ChanceWords() {}

    static String of(Chance chance) {
        return chance.asked() == 0
                ? I18NProvider.translate("asks.chance.none", chance.percent())
                : I18NProvider.translate("asks.chance", chance.percent(), chance.accepted(), chance.asked());
    }
}
