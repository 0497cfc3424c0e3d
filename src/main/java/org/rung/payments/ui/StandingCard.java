package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.day;
import static org.rung.payments.ui.PaymentWords.div;
import static org.rung.payments.ui.PaymentWords.money;
import static org.rung.payments.ui.PaymentWords.paragraph;
import static org.rung.payments.ui.PaymentWords.refused;
import static org.rung.payments.ui.PaymentWords.said;
import static org.rung.payments.ui.PaymentWords.say;
import static org.rung.payments.ui.PaymentWords.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.payments.EndedBy;
import org.rung.payments.StandingGift;
import org.rung.payments.StandingGifts;
import org.rung.payments.StandingRow;
import org.rung.payments.StandingState;
import org.rung.people.PeoplePaths;

/** Monthly gifts by how they stand; those that do not come say what to do. */
class StandingCard extends Section {
    private final transient StandingGifts standings;
    private final transient Actor actor;
    private final transient ZoneId zone;
    private final Div list = new Div();
    private final Paragraph next = paragraph("muted", say("payments.online.failed.next"));
    private transient PagedList<StandingRow> rows;

    StandingCard(StandingGifts standings, Actor actor, ZoneId zone) {
        this.standings = standings;
        this.actor = actor;
        this.zone = zone;
        // What needs a person comes first.
        StandingState first = standings
                        .page(actor, StandingState.FAILING, Page.Wanted.first(1))
                        .rows()
                        .isEmpty()
                ? StandingState.ACTIVE
                : StandingState.FAILING;
        rows = rows(first);
        addClassName("col");
        add(
                PaymentWords.title("payments.online.states"),
                new Choice<>(
                        say("payments.online.states"),
                        List.of(StandingState.values()),
                        state -> say("payments.online." + state),
                        first,
                        this::show),
                next,
                list);
        next.setVisible(first == StandingState.FAILING);
        list.add(rows);
    }

    private void show(StandingState state) {
        rows = rows(state);
        next.setVisible(state == StandingState.FAILING);
        list.removeAll();
        list.add(rows);
    }

    private PagedList<StandingRow> rows(StandingState state) {
        return new PagedList<>(
                wanted -> standings.page(actor, state, wanted), this::row, say("payments.online.none." + state));
    }

    /** Once more; what is as it was stays. */
    void look() {
        rows.look();
    }

    private Div row(StandingRow row) {
        StandingGift gift = row.gift();
        String name = row.name().isBlank() ? say("payments.online.unnamed") : row.name();
        Div who = div(
                "grow giving-who",
                gift.supporterId()
                        .<Component>map(id -> new Anchor("/" + PeoplePaths.supporter(id), name))
                        .orElseGet(() -> new Span(name)));
        who.add(span("muted small", line(gift)));
        Div all = div("giving-row", who);
        if (gift.state() == StandingState.FAILING) all.add(span("chip bad", PaymentWords.failure(gift.failure())));
        gift.endedBy()
                .filter(by -> gift.state() == StandingState.ENDED)
                .ifPresent(by -> all.add(span("chip", say("payments.online.ended." + by))));
        all.add(span("num strong", money(gift.minor(), gift.currency())));
        if (gift.state() != StandingState.ENDED) all.add(change(gift, name), stop(gift, name));
        return all;
    }

    private String line(StandingGift gift) {
        String since = day(gift.startedAt(), zone);
        if (gift.state() == StandingState.ENDED)
            return say(
                    "payments.online.line.ended",
                    since,
                    gift.endedAt().map(at -> day(at, zone)).orElse(""));
        if (gift.state() == StandingState.FAILING && gift.failedAt().isPresent())
            return say(
                    "payments.online.line.failing", since, day(gift.failedAt().get(), zone));
        return gift.state() == StandingState.ACTIVE && gift.nextAt().isPresent()
                ? say("payments.online.line.next", since, day(gift.nextAt().get(), zone))
                : say("payments.online.line", since);
    }

    private Button change(StandingGift gift, String name) {
        Button change = new Button(
                say("payments.online.change"),
                click -> new StandingAmountDialog(standings, actor, gift, () -> {
                            said(say("payments.online.changed"));
                            look();
                        })
                        .open());
        change.setAriaLabel(say("payments.online.change.one", name));
        return change;
    }

    private Button stop(StandingGift gift, String name) {
        Button stop = new Button(
                say("payments.online.stop"),
                click -> new SureDialog(
                                say("payments.online.stop.sure", name),
                                say("payments.online.stop.words"),
                                say("payments.online.stop.do"),
                                say("payments.online.cancel"),
                                () -> stop(gift))
                        .open());
        stop.setAriaLabel(say("payments.online.stop.one", name));
        return stop;
    }

    private void stop(StandingGift gift) {
        try {
            standings.stop(actor, gift.standingGiftId(), EndedBy.MEMBER);
            said(say("payments.online.stopped"));
        } catch (Problem problem) {
            refused(Sentences.of(problem));
        }
        look();
    }
}
