package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.div;
import static org.rung.payments.ui.PaymentWords.money;
import static org.rung.payments.ui.PaymentWords.refused;
import static org.rung.payments.ui.PaymentWords.said;
import static org.rung.payments.ui.PaymentWords.say;
import static org.rung.payments.ui.PaymentWords.span;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.time.ZoneId;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.payments.Comparisons;
import org.rung.payments.GapKind;
import org.rung.payments.Gaps;
import org.rung.payments.PaymentGap;

/** Where the provider's books and ours differ: what waits for a person, and what was mended by itself. */
class GapsCard extends Section {
    private final transient Gaps gaps;
    private final transient Comparisons comparisons;
    private final transient Actor actor;
    private final transient ComparisonLine line;
    private final Choice<Boolean> choice;
    private final Div list = new Div();
    private transient PagedList<PaymentGap> rows;

    GapsCard(Gaps gaps, Comparisons comparisons, Actor actor, ZoneId zone) {
        this.gaps = gaps;
        this.comparisons = comparisons;
        this.actor = actor;
        line = new ComparisonLine(comparisons, gaps, actor, zone);
        choice = new Choice<>(
                say("payments.gaps.title"),
                List.of(true, false),
                open -> say(open ? "payments.gaps.open" : "payments.gaps.closed"),
                true,
                this::show);
        rows = rows(true);
        list.add(rows);
        addClassName("col");
        add(
                PaymentWords.title("payments.gaps.title"),
                line,
                div("actions", new Button(say("payments.gaps.now"), click -> compare())),
                choice,
                list);
    }

    /** Once more; what is as it was stays. */
    void look() {
        line.look();
        rows.look();
    }

    private void show(boolean open) {
        rows = rows(open);
        list.removeAll();
        list.add(rows);
    }

    private PagedList<PaymentGap> rows(boolean open) {
        return new PagedList<>(
                wanted -> gaps.page(actor, open, wanted),
                gap -> row(gap, open),
                say(open ? "payments.gaps.none" : "payments.gaps.none.closed"));
    }

    private void compare() {
        try {
            if (!comparisons.ask(actor)) said(say("payments.gaps.already"));
        } catch (Problem problem) {
            refused(Sentences.of(problem));
        }
        look();
    }

    private Div row(PaymentGap gap, boolean open) {
        Div what = div(
                "grow giving-who",
                span("strong", say("payments.gaps." + gap.kind())),
                span(
                        "muted small",
                        say(
                                "payments.gaps.line",
                                money(gap.oursMinor(), gap.currency()),
                                money(gap.theirsMinor(), gap.currency()),
                                gap.paymentKey())));
        Div row = div("giving-row", what);
        if (open && gap.kind() != GapKind.MENDED) {
            what.add(span("small", say("payments.gaps.next." + gap.kind())));
            row.add(new Button(say("payments.gaps.settle"), click -> {
                gaps.settle(actor, gap.paymentGapId());
                look();
            }));
        }
        return row;
    }
}
