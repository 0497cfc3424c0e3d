package org.rung.giving.ui;

import static org.rung.giving.ui.GivingWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rung.giving.GiftRow;

/** Gifts under one another; each opens to its ledger. */
class GiftList extends Div {
    private final transient GivingScreens screens;
    private final transient Runnable changed;

    GiftList(GivingScreens screens, Runnable changed) {
        this.screens = screens;
        this.changed = changed;
        addClassName("giving-list");
    }

    void append(List<GiftRow> gifts) {
        gifts.forEach(gift -> add(row(gift)));
    }

    private NativeButton row(GiftRow gift) {
        Span name = new Span(GivingWords.name(gift));
        name.addClassName("strong");
        Span how = new Span(
                say("giving.row", GivingWords.day(gift.givenAt(), screens.zone()), say("giving.way." + gift.way())));
        how.addClassNames("muted", "small");
        Div who = new Div(name, how);
        who.addClassNames("grow", "giving-who");
        Span amount = new Span(GivingWords.money(gift.givenMinor(), gift.currency()));
        amount.addClassNames("num", "strong");
        NativeButton row = new NativeButton();
        row.add(who);
        if (gift.supporterId().isEmpty() && !gift.erased()) row.add(chip("giving.state.UNMATCHED", "warn"));
        if (gift.monthlyKey().isPresent()) row.add(chip("giving.monthly.one", "plain"));
        GivingWords.state(gift).ifPresent(row::add);
        row.add(amount);
        row.addClassName("giving-row");
        row.getElement().setAttribute("aria-haspopup", "dialog");
        row.addClickListener(click -> new GiftDetails(screens, gift, changed).open());
        return row;
    }

    private static Span chip(String words, String look) {
        Span chip = new Span(say(words));
        chip.addClassNames("chip", look);
        return chip;
    }
}
