package org.rung.giving.ui;

import static org.rung.giving.ui.GivingWords.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.Optional;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.giving.GiftFilter;
import org.rung.giving.GiftRow;
import org.rung.giving.PledgeRow;
import org.rung.people.SupporterId;

/** One person's gifts and open pledges. */
class GivingCard extends Section {
    private static final int FEW = 5;

    private final transient GivingScreens screens;
    private final transient SupporterId supporterId;

    GivingCard(GivingScreens screens, SupporterId supporterId) {
        this.screens = screens;
        this.supporterId = supporterId;
        addClassNames("card", "col", "giving-card");
        draw(FEW);
    }

    private void draw(int size) {
        removeAll();
        add(new H3(say("giving.title")));
        boolean sees = screens.actor().may(Permission.SEE_GIVING);
        if (sees) amounts(size);
        else add(muted(say("giving.card.hidden")));
        Div deeds = new Div();
        deeds.addClassNames("row", "wrap");
        if (sees)
            deeds.add(new Button(
                    say("giving.record"),
                    click -> new GiftDialog(screens, Optional.of(supporterId), () -> draw(size)).open()));
        if (screens.actor().may(Permission.RECORD_ACTIONS))
            deeds.add(new Button(
                    say("giving.pledge"),
                    click -> new PledgeDialog(screens, supporterId, () -> {
                                draw(size);
                                Notification.show(
                                        say("giving.pledge.done"), 4_000, Notification.Position.BOTTOM_CENTER);
                            })
                            .open()));
        add(deeds);
    }

    private void amounts(int size) {
        GiftFilter theirs = GiftFilter.of(supporterId);
        var totals = screens.gifts().totals(screens.actor(), theirs);
        if (totals.isEmpty()) add(muted(say("giving.card.none")));
        else {
            Paragraph sum = new Paragraph(GivingWords.kept(totals));
            sum.addClassName("giving-sum");
            add(sum);
        }
        screens.pledges().of(screens.actor(), supporterId).stream()
                .filter(pledge -> pledge.state().open())
                .map(this::pledge)
                .forEach(this::add);
        Page<GiftRow> page = screens.gifts().page(screens.actor(), theirs, Page.Wanted.first(size));
        GiftList list = new GiftList(screens, () -> draw(size));
        list.append(page.rows());
        add(list);
        if (page.next().isPresent() && size < 1_000)
            add(new Button(say("giving.more"), click -> draw(Math.min(1_000, size * 10))));
    }

    private Paragraph pledge(PledgeRow pledge) {
        String amount =
                GivingWords.money(pledge.amount().minor(), pledge.amount().currency());
        Paragraph words = new Paragraph(pledge.dueAt()
                .map(due -> say("giving.card.pledge.due", amount, GivingWords.day(due, screens.zone())))
                .orElseGet(() -> say("giving.card.pledge", amount)));
        words.addClassName("notice");
        return words;
    }

    private static Span muted(String words) {
        Span muted = new Span(words);
        muted.addClassNames("muted", "small");
        return muted;
    }
}
