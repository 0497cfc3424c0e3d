package org.rung.giving.ui;

import static org.rung.giving.ui.GivingWords.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.rung.accounts.SureDialog;
import org.rung.giving.GiftEntry;
import org.rung.giving.GiftRow;
import org.rung.giving.GivingPaths;
import org.rung.people.PeoplePaths;

/** One gift with every line of its ledger, and what can be done about it. */
class GiftDetails extends Dialog {
    private final transient GivingScreens screens;
    private final transient GiftRow gift;
    private final transient Runnable changed;

    GiftDetails(GivingScreens screens, GiftRow gift, Runnable changed) {
        this.screens = screens;
        this.gift = gift;
        this.changed = changed;
        setHeaderTitle(say("giving.gift.title", GivingWords.name(gift)));
        setWidth("min(520px, 94vw)");
        Div body = new Div(top());
        body.addClassNames("col", "giving-dialog");
        UnorderedList lines = new UnorderedList();
        lines.addClassName("giving-lines");
        screens.gifts().entries(screens.actor(), gift.giftId()).forEach(entry -> lines.add(line(entry)));
        body.add(lines);
        if (!gift.note().isEmpty()) {
            Span note = new Span(gift.note());
            note.addClassName("muted");
            body.add(note);
        }
        body.add(deeds());
        add(body);
        getFooter().add(new Button(say("giving.close"), click -> close()));
    }

    private Div top() {
        Span left = new Span(GivingWords.money(gift.keptMinor(), gift.currency()));
        left.addClassName("giving-sum");
        Span how = new Span(say("giving.way." + gift.way()));
        how.addClassName("chip");
        Div top = new Div(left, how);
        top.addClassNames("row", "wrap");
        GivingWords.state(gift).ifPresent(top::add);
        return top;
    }

    private ListItem line(GiftEntry entry) {
        Span what = new Span(say("giving.entry." + entry.kind()));
        what.addClassName("strong");
        Span when = new Span(GivingWords.day(entry.happenedAt(), screens.zone())
                + (entry.reason().isEmpty() ? "" : " · " + entry.reason()));
        when.addClassNames("muted", "small");
        Div words = new Div(what, when);
        words.addClassNames("col", "grow");
        Span amount = new Span(GivingWords.money(entry.minor(), gift.currency()));
        amount.addClassName("num");
        Div row = new Div(words, amount);
        row.addClassName("row");
        return new ListItem(row);
    }

    private Div deeds() {
        Div deeds = new Div();
        deeds.addClassNames("row", "wrap");
        Anchor receipt = new Anchor(GivingPaths.receipt(gift.giftId()), say("giving.receipt"));
        receipt.setRouterIgnore(true);
        receipt.setTarget(AnchorTarget.BLANK);
        receipt.addClassNames("btn", "ghost", "small");
        deeds.add(receipt);
        gift.supporterId().ifPresent(who -> {
            Anchor page = new Anchor("/" + PeoplePaths.supporter(who), say("giving.person"));
            page.addClassNames("btn", "ghost", "small");
            deeds.add(page);
        });
        deeds.add(new Button(say("giving.back"), click -> {
            close();
            new BackDialog(screens, gift, changed).open();
        }));
        if (gift.supporterId().isPresent())
            deeds.add(new Button(
                    say("giving.detach"),
                    click -> new SureDialog(
                                    say("giving.detach.title"),
                                    say("giving.detach.words"),
                                    say("giving.detach"),
                                    say("giving.cancel"),
                                    this::detach)
                            .open()));
        return deeds;
    }

    private void detach() {
        screens.gifts().assign(screens.actor(), gift.giftId(), Optional.empty());
        close();
        changed.run();
    }
}
